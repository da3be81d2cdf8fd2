import type { AssessmentRound } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import type { FaultList, ImportCounts } from '../../imports/import-reader.js';
import type { StagedRow, StagedTable } from '../../imports/staging.js';

type Column = 'subject' | 'rater' | 'rater_group' | 'capability_code' | 'level' | 'comment';
export type StagedRating = StagedRow<Column>;

export const STAGED_RATINGS: StagedTable<Column> = {
  name: 'staged_rating',
  columns: {
    subject: 'text',
    rater: 'text',
    rater_group: 'text',
    capability_code: 'text',
    level: 'integer',
    comment: 'text',
  },
};

/** So many lines of each kind are looked up; the rest is counted. */
const PEOPLE = `
  LEFT JOIN person ON person.organization_id = $1 AND person.external_id = g.subject
  LEFT JOIN executive ON executive.organization_id = $1 AND executive.person_id = person.id
  LEFT JOIN round_subject ON round_subject.organization_id = $1 AND round_subject.round_id = $2
    AND round_subject.executive_id = executive.id`;
const CAPABILITIES = `
  LEFT JOIN capability ON capability.organization_id = $1 AND capability.code = g.capability_code
  LEFT JOIN round_capability ON round_capability.organization_id = $1 AND round_capability.round_id = $2
    AND round_capability.capability_id = capability.id`;

const FAULTS: readonly { readonly column: string; readonly sql: string }[] = [
  {
    column: 'subject_external_id',
    sql: `SELECT g.line, CASE
            WHEN person.id IS NULL THEN format('Nobody has the external id %s.', g.subject)
            WHEN executive.id IS NULL THEN format('%s is no executive.', g.subject)
            ELSE format('%s is not assessed in this round.', g.subject) END AS message
          FROM staged_rating g ${PEOPLE} WHERE g.subject IS NOT NULL AND round_subject.round_id IS NULL ORDER BY g.line`,
  },
  {
    column: 'capability_code',
    sql: `SELECT g.line, CASE
            WHEN capability.id IS NULL THEN format('There is no capability %s.', g.capability_code)
            ELSE format('%s is not asked about in this round.', g.capability_code) END AS message
          FROM staged_rating g ${CAPABILITIES}
          WHERE g.capability_code IS NOT NULL AND round_capability.round_id IS NULL ORDER BY g.line`,
  },
  {
    column: 'rater',
    sql: `SELECT line, format('This rater rates this subject in this capability on line %s already.', first) AS message
          FROM (SELECT line, first_value(line) OVER (PARTITION BY subject, capability_code, rater ORDER BY line) AS first
                FROM staged_rating WHERE subject IS NOT NULL AND capability_code IS NOT NULL AND rater IS NOT NULL) g
          WHERE line > first ORDER BY line`,
  },
  {
    column: 'rater_group',
    sql: `SELECT line, 'This rater of this subject belongs to another group on an earlier line or in an earlier file.' AS message
          FROM (SELECT g.line, g.rater_group, coalesce(
                  (SELECT min(r.rater_group) FROM rating r
                   WHERE r.organization_id = $1 AND r.round_id = $2 AND r.executive_id = executive.id
                     AND r.rater_key = decode(g.rater, 'hex')),
                  first_value(g.rater_group) OVER (PARTITION BY g.subject, g.rater ORDER BY g.line)) AS known
                FROM staged_rating g ${PEOPLE} WHERE g.rater_group IS NOT NULL) q
          WHERE rater_group <> known ORDER BY line`,
  },
  {
    column: 'rater_group',
    sql: `SELECT line, format('%s rates themself on line %s already: a subject has one SELF.', subject, first) AS message
          FROM (SELECT line, subject, rater, first_value(line) OVER same AS first, first_value(rater) OVER same AS one
                FROM staged_rating WHERE rater_group = 'SELF' WINDOW same AS (PARTITION BY subject ORDER BY line)) g
          WHERE rater <> one ORDER BY line`,
  },
];

/** Everything that takes more than its own row to see. */
export async function faultsOfStaged(
  tx: EntityManager,
  { organizationId, id }: AssessmentRound,
  faults: FaultList,
): Promise<void> {
  for (const { column, sql } of FAULTS) {
    const parameters = [organizationId, id].slice(0, sql.includes('$2') ? 2 : 0);
    // oxlint-disable-next-line no-await-in-loop
    const rows: { line: number; message: string }[] = await tx.query(sql, parameters);
    for (const { line, message } of rows) faults.add({ line, column, message });
  }
}

/** Adds what is new, and what says something else than the last revision as the next one. */
export async function addRatings(
  tx: EntityManager,
  { organizationId, id }: AssessmentRound,
): Promise<ImportCounts> {
  const [counts]: ImportCounts[] = await tx.query(
    `WITH compared AS (
       SELECT executive.id AS executive_id, capability.id AS capability_id, decode(g.rater, 'hex') AS rater_key,
              g.rater_group, g.level::smallint AS level, g.comment, latest.revision,
              latest.revision IS NOT NULL AND (latest.level, latest.comment) IS NOT DISTINCT FROM (g.level, g.comment) AS same
       FROM staged_rating g
       JOIN person ON person.organization_id = $1 AND person.external_id = g.subject
       JOIN executive ON executive.organization_id = $1 AND executive.person_id = person.id
       JOIN capability ON capability.organization_id = $1 AND capability.code = g.capability_code
       LEFT JOIN LATERAL (
         SELECT r.revision, r.level, r.comment FROM rating r
         WHERE r.organization_id = $1 AND r.round_id = $2 AND r.executive_id = executive.id
           AND r.capability_id = capability.id AND r.rater_key = decode(g.rater, 'hex')
         ORDER BY r.revision DESC LIMIT 1) latest ON true),
     added AS (
       INSERT INTO rating (organization_id, round_id, executive_id, capability_id, rater_key, revision, rater_group, level, comment)
       SELECT $1, $2, executive_id, capability_id, rater_key, coalesce(revision, 0) + 1, rater_group, level, comment
       FROM compared WHERE NOT same)
     SELECT count(*) FILTER (WHERE revision IS NULL) AS created, count(*) FILTER (WHERE revision IS NOT NULL AND NOT same) AS updated,
            count(*) FILTER (WHERE same) AS unchanged FROM compared`,
    [organizationId, id],
  );
  return counts ?? { created: 0, updated: 0, unchanged: 0 };
}
