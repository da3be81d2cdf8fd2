import type { Viewer } from '@alidade/access';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { keyAfter, rowsOf } from '../platform/connection.js';
import type { AuditTrailArgs } from './audit-trail.types.js';

export interface AuditRow {
  readonly id: string;
  /** To the microsecond, so that a cursor names one place in the list. */
  readonly recordedAt: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Newest first; one more than asked for, when there are more. An id that cannot be one has no history. */
export async function auditRows(
  tx: EntityManager,
  { organizationId }: Viewer,
  args: AuditTrailArgs,
): Promise<AuditRow[]> {
  const { subjectId = null, after } = args;
  if (subjectId !== null && !isUUID(subjectId)) return [];
  const [recordedAt, id] = after ? keyAfter(after, 2) : [null, null];
  return tx.query(
    `SELECT id, to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt",
       actor_id AS "actorId", action, subject_id AS "subjectId", detail
     FROM audit_entry
     WHERE organization_id = $1 AND ($2::uuid IS NULL OR subject_id = $2)
       AND ($3::timestamptz IS NULL OR (recorded_at, id) < ($3, $4::uuid))
     ORDER BY recorded_at DESC, id DESC LIMIT $5`,
    [organizationId, subjectId, recordedAt, id, rowsOf(args) + 1],
  );
}

export async function countAudit(
  tx: EntityManager,
  { organizationId }: Viewer,
  { subjectId = null }: AuditTrailArgs,
): Promise<number> {
  if (subjectId !== null && !isUUID(subjectId)) return 0;
  const [{ count } = { count: 0 }]: { count: number }[] = await tx.query(
    `SELECT count(*)::integer AS count FROM audit_entry
     WHERE organization_id = $1 AND ($2::uuid IS NULL OR subject_id = $2)`,
    [organizationId, subjectId],
  );
  return count;
}
