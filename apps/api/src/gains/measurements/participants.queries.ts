import { canEverywhere, Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { EntityManager } from 'typeorm';
import { executivesTiedTo } from '../../directory/executives.queries.js';
import { keyOfOccasions } from './occasions.queries.js';
import type { Occasions } from './occasions.queries.js';

type Scope = Pick<Viewer, 'organizationId'>;

export interface Participant {
  readonly cohortId: string;
  readonly executiveId: string;
  readonly personId: string;
  /** To the end of the cohort, or a seat only. */
  readonly completed: boolean;
}

/** Who had a seat in these cohorts, those who completed first. */
export function participantsOf(
  tx: EntityManager,
  { organizationId }: Scope,
  cohortIds: readonly string[],
): Promise<Participant[]> {
  return tx.query(
    `SELECT cohort_id AS "cohortId", executive_id AS "executiveId", executive.person_id AS "personId",
       status = 'COMPLETED' AS completed
     FROM enrollment JOIN executive ON executive.organization_id = $1 AND executive.id = enrollment.executive_id
     WHERE enrollment.organization_id = $1 AND cohort_id = ANY($2) AND status IN ('CONFIRMED', 'COMPLETED')
     ORDER BY status = 'COMPLETED' DESC, executive_id, cohort_id`,
    [organizationId, [...cohortIds]],
  );
}

/**
 * Who has, or had, or is to be given, a seat in any cohort whose dates overlap the time between two occasions, as
 * `occasions executive`: they are nobody to compare with.
 */
export async function seatsBetween(
  tx: EntityManager,
  { organizationId }: Scope,
  occasions: readonly Occasions[],
): Promise<ReadonlySet<string>> {
  const rows: { occasion: number; executiveId: string }[] = await tx.query(
    `SELECT DISTINCT between_.occasion::int AS occasion, enrollment.executive_id AS "executiveId"
     FROM unnest($2::date[], $3::date[]) WITH ORDINALITY between_ (starts_on, ends_on, occasion)
     JOIN cohort ON cohort.organization_id = $1 AND cohort.status <> 'CANCELLED'
       AND cohort.starts_on <= between_.ends_on AND cohort.ends_on >= between_.starts_on
     JOIN enrollment ON enrollment.organization_id = $1 AND enrollment.cohort_id = cohort.id
       AND enrollment.status IN ('PENDING', 'CONFIRMED', 'COMPLETED')`,
    [
      organizationId,
      occasions.map(({ pre }) => pre.evidenceOn),
      occasions.map(({ post }) => post.evidenceOn),
    ],
  );
  const keys = occasions.map(keyOfOccasions);
  return new Set(rows.map(({ occasion, executiveId }) => `${keys[occasion - 1]} ${executiveId}`));
}

/** Answers whether the viewer may see an executive by name because of a permission on their unit. */
export type SeesByName = (executiveId: string) => boolean;

export async function seenByName(tx: EntityManager, viewer: Viewer): Promise<SeesByName> {
  const permission = Permission.ReadinessViewNamed;
  if (canEverywhere(viewer, permission)) return () => true;
  const rows = await executivesTiedTo(tx, viewer, { permission, self: false, reports: false })
    .select('executive.id', 'id')
    .getRawMany<{ id: string }>();
  const ids = new Set(rows.map(({ id }) => id));
  return (executiveId) => ids.has(executiveId);
}
