import type { Viewer } from '@alidade/access';
import type { EntityManager } from 'typeorm';

type Scope = Pick<Viewer, 'organizationId'>;

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
