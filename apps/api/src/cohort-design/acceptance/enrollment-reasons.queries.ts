import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { StoredReason } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { executivesTiedTo } from '../../directory/executives.queries.js';

/** The person themself, and whoever designs programs where they work; a manager sees the seat and not why. */
const SEES_REASONS = { permission: Permission.ProgramDesign, self: true, reports: false };

/** Enrollment id -> why, of seats that a design gave and whose reasons this viewer may see. */
export async function reasonsOfEnrollments(
  tx: EntityManager,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredReason[]>> {
  const rows: { id: string; executiveId: string; reasons: readonly StoredReason[] }[] = await tx.query(
    `SELECT seat.id, seat.executive_id AS "executiveId", placement.reasons
     FROM enrollment AS seat
     JOIN designed_enrollment AS designed ON designed.organization_id = $1 AND designed.enrollment_id = seat.id
     JOIN cohort_run_placement AS placement ON placement.organization_id = $1 AND placement.run_id = designed.run_id
       AND placement.executive_id = seat.executive_id AND placement.cohort_id = seat.cohort_id
     WHERE seat.organization_id = $1 AND seat.id = ANY($2)`,
    [viewer.organizationId, [...ids]],
  );
  if (rows.length === 0) return new Map();
  const tied = await executivesTiedTo(tx, viewer, SEES_REASONS)
    .select('executive.id', 'id')
    .andWhere('executive.id = ANY(:ids)', { ids: rows.map(({ executiveId }) => executiveId) })
    .getRawMany<{ id: string }>();
  const seen = new Set(tied.map(({ id }) => id));
  return new Map(
    rows.filter(({ executiveId }) => seen.has(executiveId)).map(({ id, reasons }) => [id, reasons]),
  );
}
