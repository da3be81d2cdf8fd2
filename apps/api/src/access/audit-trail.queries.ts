import { Permission, scopeOf } from '@alidade/access';
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

/**
 * Of whoever sees the whole organization, everything; of others what was done to the units they see it for, and to the
 * people who are there today: parameters $2 and $3.
 */
const IN_SCOPE = `($2::uuid[] IS NULL OR subject_id IN (
  SELECT above.unit_id FROM unit_ancestor AS above WHERE above.organization_id = $1
    AND above.ancestor_id = ANY ($2) AND above.valid_from <= $3 AND above.valid_to > $3
  UNION ALL
  SELECT posting.person_id FROM posting JOIN unit_ancestor AS above ON above.organization_id = $1
    AND above.unit_id = posting.unit_id AND above.valid_from <= $3 AND above.valid_to > $3
  WHERE posting.organization_id = $1 AND posting.valid_from <= $3 AND posting.valid_to > $3
    AND above.ancestor_id = ANY ($2)))`;

function scopeParameters(viewer: Viewer): readonly unknown[] {
  const scope = scopeOf(viewer, Permission.AuditView);
  return [viewer.organizationId, scope === 'ORGANIZATION' ? null : scope, viewer.today];
}

/** Newest first; one more than asked for, when there are more. An id that cannot be one has no history. */
export async function auditRows(
  tx: EntityManager,
  viewer: Viewer,
  args: AuditTrailArgs,
): Promise<AuditRow[]> {
  const { subjectId = null, after } = args;
  if (subjectId !== null && !isUUID(subjectId)) return [];
  const [recordedAt, id] = after ? keyAfter(after, 2) : [null, null];
  return tx.query(
    `SELECT id, to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt",
       actor_id AS "actorId", action, subject_id AS "subjectId", detail
     FROM audit_entry
     WHERE organization_id = $1 AND ${IN_SCOPE} AND ($4::uuid IS NULL OR subject_id = $4)
       AND ($5::timestamptz IS NULL OR (recorded_at, id) < ($5, $6::uuid))
     ORDER BY recorded_at DESC, id DESC LIMIT $7`,
    [...scopeParameters(viewer), subjectId, recordedAt, id, rowsOf(args) + 1],
  );
}

export async function countAudit(
  tx: EntityManager,
  viewer: Viewer,
  { subjectId = null }: AuditTrailArgs,
): Promise<number> {
  if (subjectId !== null && !isUUID(subjectId)) return 0;
  const [{ count } = { count: 0 }]: { count: number }[] = await tx.query(
    `SELECT count(*)::integer AS count FROM audit_entry
     WHERE organization_id = $1 AND ${IN_SCOPE} AND ($4::uuid IS NULL OR subject_id = $4)`,
    [...scopeParameters(viewer), subjectId],
  );
  return count;
}
