import type { AssessmentRound } from '@alidade/database';
import type { ExactScore, RaterGroup, Rating, RoundRelease, SubjectRatings } from '@alidade/release';
import type { EntityManager } from 'typeorm';

interface LatestRating {
  readonly executiveId: string;
  readonly raterKey: string;
  readonly group: RaterGroup;
  readonly level: number | null;
}

/** Every subject of the round with the latest answers about them in one capability. */
export async function ratingsOf(
  tx: EntityManager,
  { organizationId, id }: AssessmentRound,
  capabilityId: string,
): Promise<readonly SubjectRatings[]> {
  const rows: LatestRating[] = await tx.query(
    `SELECT DISTINCT ON (executive_id, rater_key) executive_id AS "executiveId", encode(rater_key, 'hex') AS "raterKey",
            rater_group AS group, level
     FROM rating WHERE organization_id = $1 AND round_id = $2 AND capability_id = $3
     ORDER BY executive_id, rater_key, revision DESC`,
    [organizationId, id, capabilityId],
  );
  const bySubject = new Map<string, Rating[]>();
  for (const { executiveId, ...rating } of rows) {
    const own = bySubject.get(executiveId) ?? [];
    own.push({ capabilityId, ...rating });
    bySubject.set(executiveId, own);
  }
  return [...bySubject].map(([subjectId, ratings]) => ({ subjectId, ratings }));
}

interface SubjectScore extends ExactScore {
  readonly executiveId: string;
}

function scoresIn({ scores }: RoundRelease): readonly SubjectScore[] {
  return [...scores].flatMap(([executiveId, own]) => own.map((score) => ({ executiveId, ...score })));
}

export async function addScores(
  tx: EntityManager,
  { organizationId, id }: AssessmentRound,
  release: RoundRelease,
): Promise<void> {
  const rows = scoresIn(release);
  const column = (valueOf: (score: SubjectScore) => unknown) => rows.map((row) => valueOf(row));
  await tx.query(
    `INSERT INTO released_score (organization_id, round_id, executive_id, capability_id, others, self, groups,
       suppressed_groups, standard_error, reliability, raters_needed, agreement)
     SELECT $1, $2, executive_id, capability_id, others, self, groups,
            ARRAY(SELECT jsonb_array_elements_text(suppressed)), standard_error, reliability, raters_needed, agreement
     FROM unnest($3::uuid[], $4::uuid[], $5::float8[], $6::float8[], $7::jsonb[], $8::jsonb[], $9::float8[], $10::float8[], $11::int[], $12::text[])
       AS s (executive_id, capability_id, others, self, groups, suppressed, standard_error, reliability, raters_needed, agreement)`,
    [
      organizationId,
      id,
      column((score) => score.executiveId),
      column((score) => score.capabilityId),
      column((score) => score.others),
      column((score) => score.self),
      column((score) => JSON.stringify(score.groups)),
      column((score) => JSON.stringify(score.suppressedGroups)),
      column((score) => score.standardError),
      column((score) => score.reliability),
      column((score) => score.ratersNeeded),
      column((score) => score.agreement),
    ],
  );
}

export async function addReliability(
  tx: EntityManager,
  { organizationId, id }: AssessmentRound,
  { reliability }: RoundRelease,
): Promise<void> {
  for (const [capabilityId, { subjects, standardDeviation, icc, ratersNeeded }] of reliability)
    // oxlint-disable-next-line no-await-in-loop
    await tx.query(
      `INSERT INTO round_reliability (organization_id, round_id, capability_id, subjects, standard_deviation, icc, raters_needed)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [organizationId, id, capabilityId, subjects, standardDeviation, icc, ratersNeeded],
    );
}

/** One piece of evidence for each subject with an others' score; the others keep the level they had. */
export async function addEvidence(
  tx: EntityManager,
  { organizationId, id, evidenceOn }: AssessmentRound,
  release: RoundRelease,
): Promise<void> {
  const rows = scoresIn(release).filter(({ source }) => source !== null);
  await tx.query(
    `INSERT INTO level_evidence (organization_id, round_id, evidence_on, executive_id, capability_id, source, level, standard_error)
     SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::float8[], $8::float8[])`,
    [
      organizationId,
      id,
      evidenceOn,
      rows.map(({ executiveId }) => executiveId),
      rows.map(({ capabilityId }) => capabilityId),
      rows.map(({ source }) => source),
      rows.map(({ others }) => others),
      rows.map(({ standardError }) => standardError),
    ],
  );
}
