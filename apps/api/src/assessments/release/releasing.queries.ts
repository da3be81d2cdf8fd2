import type { AssessmentRound } from '@alidade/database';
import { exactnessOf } from '@alidade/release';
import type { CapabilityScore, RoundSamples } from '@alidade/release';
import type { EntityManager } from 'typeorm';

export interface SubjectScore extends CapabilityScore {
  readonly executiveId: string;
  readonly capabilityId: string;
}

/** Holds what each subject's answers give until the whole round is read and its exactness is known. Seen by this transaction only. */
export async function beginScores(tx: EntityManager): Promise<void> {
  await tx.query(
    `CREATE TEMPORARY TABLE releasing (
       executive_id uuid, capability_id uuid, others float8, self float8, groups jsonb, suppressed text[],
       respondents integer, agreement text, source text, comments text[]) ON COMMIT DROP`,
  );
}

export async function stageScores(tx: EntityManager, scores: readonly SubjectScore[]): Promise<void> {
  if (scores.length === 0) return;
  const column = (valueOf: (score: SubjectScore) => unknown) => scores.map((score) => valueOf(score));
  await tx.query(
    `INSERT INTO releasing
     SELECT executive_id, capability_id, others, self, groups,
       ARRAY(SELECT jsonb_array_elements_text(suppressed)), respondents, agreement, source,
       ARRAY(SELECT jsonb_array_elements_text(comments))
     FROM unnest($1::uuid[], $2::uuid[], $3::float8[], $4::float8[], $5::jsonb[], $6::jsonb[], $7::int[], $8::text[], $9::text[], $10::jsonb[])
       AS s (executive_id, capability_id, others, self, groups, suppressed, respondents, agreement, source, comments)`,
    [
      column(({ executiveId }) => executiveId),
      column(({ capabilityId }) => capabilityId),
      column(({ others }) => others),
      column(({ self }) => self),
      column(({ groups }) => JSON.stringify(groups)),
      column(({ suppressedGroups }) => JSON.stringify(suppressedGroups)),
      column(({ respondents }) => respondents),
      column(({ agreement }) => agreement),
      column(({ source }) => source),
      column(({ comments }) => JSON.stringify(comments)),
    ],
  );
}

/** How exact the round is, by capability, and from it how exact each X is by the number of ratings behind it. */
export async function addExactness(
  tx: EntityManager,
  { organizationId, id }: AssessmentRound,
  samples: RoundSamples,
): Promise<void> {
  const reliability = samples.reliability();
  const rows: { capabilityId: string; respondents: number }[] = await tx.query(
    `SELECT DISTINCT capability_id AS "capabilityId", respondents FROM releasing`,
  );
  const exact = rows.map((row) => ({
    ...row,
    ...exactnessOf(reliability.get(row.capabilityId), { others: row.respondents > 0 ? 0 : null, ...row }),
  }));
  await tx.query(
    `CREATE TEMPORARY TABLE exactness (
       capability_id uuid, respondents integer, standard_error float8, reliability float8, raters_needed integer,
       PRIMARY KEY (capability_id, respondents)) ON COMMIT DROP`,
  );
  await tx.query(
    `INSERT INTO exactness SELECT * FROM unnest($1::uuid[], $2::int[], $3::float8[], $4::float8[], $5::int[])`,
    [
      exact.map(({ capabilityId }) => capabilityId),
      exact.map(({ respondents }) => respondents),
      exact.map(({ standardError }) => standardError),
      exact.map((each) => each.reliability),
      exact.map(({ ratersNeeded }) => ratersNeeded),
    ],
  );
  const known = [...reliability];
  await tx.query(
    `INSERT INTO round_reliability (organization_id, round_id, capability_id, subjects, standard_deviation, icc, raters_needed)
     SELECT $1, $2, * FROM unnest($3::uuid[], $4::int[], $5::float8[], $6::float8[], $7::int[])`,
    [
      organizationId,
      id,
      known.map(([capabilityId]) => capabilityId),
      known.map(([, { subjects }]) => subjects),
      known.map(([, { standardDeviation }]) => standardDeviation),
      known.map(([, { icc }]) => icc),
      known.map(([, { ratersNeeded }]) => ratersNeeded),
    ],
  );
}

/** What is shown, for good. */
export async function addScores(tx: EntityManager, { organizationId, id }: AssessmentRound): Promise<void> {
  await tx.query(
    `INSERT INTO released_score (organization_id, round_id, executive_id, capability_id, others, self, groups,
       suppressed_groups, standard_error, reliability, raters_needed, agreement, comments)
     SELECT $1, $2, executive_id, capability_id, others, self, groups, suppressed, standard_error, reliability,
       raters_needed, agreement, comments
     FROM releasing JOIN exactness USING (capability_id, respondents)`,
    [organizationId, id],
  );
}

/** One piece of evidence for each subject with an others' score; the others keep the level they had. */
export async function addEvidence(
  tx: EntityManager,
  { organizationId, id, evidenceOn }: AssessmentRound,
): Promise<void> {
  await tx.query(
    `INSERT INTO level_evidence (organization_id, round_id, evidence_on, executive_id, capability_id, source, level, standard_error)
     SELECT $1, $2, $3, executive_id, capability_id, source, others, standard_error
     FROM releasing JOIN exactness USING (capability_id, respondents) WHERE source IS NOT NULL`,
    [organizationId, id, evidenceOn],
  );
}

/** The subjects of a round who have a report in it, and are still there to be told. */
export async function reportedPeople(
  tx: EntityManager,
  { organizationId, id }: AssessmentRound,
): Promise<readonly string[]> {
  const rows: { personId: string }[] = await tx.query(
    `SELECT executive.person_id AS "personId" FROM executive
     JOIN person ON person.organization_id = $1 AND person.id = executive.person_id
     JOIN organization_setting AS setting ON setting.organization_id = $1
     WHERE executive.organization_id = $1
       AND (person.left_on IS NULL OR person.left_on > (now() AT TIME ZONE setting.time_zone)::date)
       AND EXISTS (SELECT FROM released_score AS score WHERE score.organization_id = $1 AND score.round_id = $2
         AND score.executive_id = executive.id)`,
    [organizationId, id],
  );
  return rows.map(({ personId }) => personId);
}
