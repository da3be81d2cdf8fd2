import type { Viewer } from '@alidade/access';
import type { AssessmentRound } from '@alidade/database';
import type { RaterGroup } from '@alidade/release';
import type { EntityManager } from 'typeorm';

export interface ProposedRater {
  readonly executiveId: string;
  readonly group: RaterGroup;
  readonly personId: string;
}

/**
 * Whom the directory names on the round's opening day: the subjects themselves, their manager, who reports to them,
 * and who reports to the same manager. Where the round wants fewer of a group, some of them, by chance of their ids
 * and the same each time, so that no colleague of many is asked by all.
 * $1 organization, $2 round, $3 opening day, $4 wanted numbers as JSON, $5 subjects or null: all.
 */
const PROPOSALS = `
  WITH held AS (
    SELECT posting.person_id, posting.manager_id FROM posting
    JOIN person ON person.organization_id = posting.organization_id AND person.id = posting.person_id
    WHERE posting.organization_id = $1 AND posting.valid_from <= $3 AND posting.valid_to > $3
      AND (person.left_on IS NULL OR person.left_on > $3)),
  subject AS (
    SELECT executive.id AS executive_id, executive.person_id, held.manager_id FROM round_subject
    JOIN executive ON executive.organization_id = $1 AND executive.id = round_subject.executive_id
    LEFT JOIN held ON held.person_id = executive.person_id
    WHERE round_subject.organization_id = $1 AND round_subject.round_id = $2
      AND ($5::uuid[] IS NULL OR executive.id = ANY($5))),
  candidate AS (
    SELECT executive_id, 'SELF' AS rater_group, person_id FROM subject
    UNION ALL
    SELECT executive_id, 'MANAGER', held.person_id FROM subject JOIN held ON held.person_id = subject.manager_id
    UNION ALL
    SELECT executive_id, 'DIRECT_REPORT', held.person_id FROM subject JOIN held ON held.manager_id = subject.person_id
    UNION ALL
    SELECT executive_id, 'PEER', held.person_id FROM subject
    JOIN held ON held.manager_id = subject.manager_id AND held.person_id <> subject.person_id),
  ordered AS (
    SELECT *, row_number() OVER (
      PARTITION BY executive_id, rater_group ORDER BY md5(concat($2::uuid, executive_id, person_id))) AS place
    FROM candidate)
  SELECT executive_id, rater_group, person_id FROM ordered
  WHERE place <= coalesce(($4::jsonb ->> rater_group)::integer, place)`;

type Round = Pick<AssessmentRound, 'organizationId' | 'id' | 'opensOn' | 'wantedRaters'>;

const parametersOf = (
  { organizationId, id, opensOn, wantedRaters }: Round,
  subjects: readonly string[] | null,
) => [organizationId, id, opensOn, JSON.stringify(wantedRaters), subjects];

/** In the order of the groups, then as they were drawn. */
export function proposalsFor(tx: EntityManager, round: Round, executiveId: string): Promise<ProposedRater[]> {
  return tx.query(
    `SELECT executive_id AS "executiveId", rater_group AS "group", person_id AS "personId" FROM (${PROPOSALS}) proposed
     ORDER BY array_position(ARRAY['SELF', 'MANAGER', 'PEER', 'DIRECT_REPORT'], rater_group), md5(person_id::text)`,
    parametersOf(round, [executiveId]),
  );
}

/**
 * Approves the proposals for every subject for whom nobody is named yet.
 * @returns how many raters were added
 */
export async function approveProposals(tx: EntityManager, round: Round): Promise<number> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO rating_request (organization_id, round_id, executive_id, person_id, rater_group, status)
     SELECT $1, $2, executive_id, person_id, rater_group, 'APPROVED' FROM (${PROPOSALS}) proposed
     WHERE NOT EXISTS (SELECT FROM rating_request AS named WHERE named.organization_id = $1
       AND named.round_id = $2 AND named.executive_id = proposed.executive_id)
     ON CONFLICT DO NOTHING RETURNING 1`,
    parametersOf(round, null),
  );
  return rows.length;
}

/** A subject's group that will not stand alone in the report. */
export interface SmallGroup {
  readonly executiveId: string;
  readonly group: RaterGroup;
  readonly raters: number;
  /** Raters that it needs more. */
  readonly missing: number;
  /** Raters of all small groups of the subject together: from the least number on they are shown as one. */
  readonly together: number;
}

/** Groups whose raters are protected with at least one and too few approved raters, by subject. */
export function smallGroupsOf(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  asked: {
    readonly roundId: string;
    readonly least: number;
    readonly limit: number;
    readonly after: string | null;
  },
): Promise<SmallGroup[]> {
  return tx.query(
    `WITH counted AS (
       SELECT executive_id, rater_group, count(*)::integer AS raters FROM rating_request
       WHERE organization_id = $1 AND round_id = $2 AND status <> 'NOMINATED'
         AND rater_group IN ('PEER', 'DIRECT_REPORT', 'OTHER')
       GROUP BY executive_id, rater_group),
     small AS (
       SELECT *, sum(raters) OVER (PARTITION BY executive_id)::integer AS together FROM counted WHERE raters < $3)
     SELECT executive_id AS "executiveId", rater_group AS "group", raters, $3 - raters AS missing, together FROM small
     WHERE $5::text IS NULL OR concat(executive_id, rater_group) > $5
     ORDER BY concat(executive_id, rater_group) LIMIT $4`,
    [organizationId, asked.roundId, asked.least, asked.limit, asked.after],
  );
}
