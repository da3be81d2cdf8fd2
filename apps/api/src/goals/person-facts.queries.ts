import type { Viewer } from '@alidade/access';
import type { CountedLevel } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';

type Scope = Pick<Viewer, 'organizationId'>;

/** Answers an executive's leadership level on a day; null: they were none on it. */
export type LeadershipLevelOn = (executiveId: string, day: string) => string | null;

export async function leadershipLevelsOn(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
  days: readonly string[],
): Promise<LeadershipLevelOn> {
  const rows: { executiveId: string; day: string; leadershipLevelId: string }[] = await tx.query(
    `SELECT executive.id AS "executiveId", asked.day, leadership_level_id AS "leadershipLevelId"
     FROM unnest($3::date[]) AS asked (day) JOIN executive ON executive.organization_id = $1 AND executive.id = ANY ($2)
     JOIN posting ON posting.organization_id = $1 AND posting.person_id = executive.person_id
       AND posting.leadership_level_id IS NOT NULL AND posting.valid_from <= asked.day AND posting.valid_to > asked.day`,
    [organizationId, [...executiveIds], [...days]],
  );
  const byKey = new Map(rows.map((row) => [`${row.executiveId} ${row.day}`, row.leadershipLevelId]));
  return (executiveId, day) => byKey.get(`${executiveId} ${day}`) ?? null;
}

/** Answers the levels of an executive that count on a day, by capability. */
export type LevelsOn = (executiveId: string, day: string) => ReadonlyMap<string, CountedLevel>;

export async function countedLevelsOn(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
  asked: { readonly days: readonly string[]; readonly capabilityIds: readonly string[] },
): Promise<LevelsOn> {
  const rows: (CountedLevel & { executiveId: string; capabilityId: string; day: string })[] = await tx.query(
    `SELECT executive_id AS "executiveId", capability_id AS "capabilityId", asked.day, level,
       standard_error AS "standardError"
     FROM unnest($3::date[]) AS asked (day) JOIN level_fact AS fact ON fact.organization_id = $1
       AND fact.executive_id = ANY ($2) AND fact.capability_id = ANY ($4)
       AND fact.valid_from <= asked.day AND fact.valid_to > asked.day`,
    [organizationId, [...executiveIds], [...asked.days], [...asked.capabilityIds]],
  );
  const found = new Map<string, Map<string, CountedLevel>>();
  for (const { executiveId, capabilityId, day, level, standardError } of rows) {
    const key = `${executiveId} ${day}`;
    const levels = found.get(key) ?? new Map<string, CountedLevel>();
    levels.set(capabilityId, { level, standardError });
    found.set(key, levels);
  }
  return (executiveId, day) => found.get(`${executiveId} ${day}`) ?? new Map<string, CountedLevel>();
}

/** Answers which cohorts an executive completed after one day and until another. */
export type CompletedBetween = (executiveId: string, after: string, until: string) => readonly string[];

export async function completionsOf(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
): Promise<CompletedBetween> {
  const rows: { executiveId: string; cohortId: string; endsOn: string }[] = await tx.query(
    `SELECT executive_id AS "executiveId", cohort_id AS "cohortId", cohort.ends_on AS "endsOn"
     FROM enrollment JOIN cohort ON cohort.organization_id = $1 AND cohort.id = enrollment.cohort_id
     WHERE enrollment.organization_id = $1 AND executive_id = ANY ($2) AND enrollment.status = 'COMPLETED'
     ORDER BY cohort.ends_on, cohort_id`,
    [organizationId, [...executiveIds]],
  );
  const byExecutive = new Map<string, typeof rows>();
  for (const row of rows)
    byExecutive.set(row.executiveId, [...(byExecutive.get(row.executiveId) ?? []), row]);
  return (executiveId, after, until) =>
    (byExecutive.get(executiveId) ?? [])
      .filter(({ endsOn }) => after < endsOn && endsOn <= until)
      .map(({ cohortId }) => cohortId);
}
