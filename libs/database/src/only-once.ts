import { UseCaseError } from '@alidade/errors';
import type { EntityManager } from 'typeorm';

/** What names a write that may happen only once, however often it is sent. */
export interface OnlyOnce {
  readonly personId: string;
  readonly key: string;
  readonly requestHash: Buffer;
}

/** How long a key is kept; an older one counts as unused. */
export const KEPT_FOR = '24 hours';

/**
 * The key is taken in the transaction of the change: both are kept or neither. A second request waits for the first
 * to end, then gets what it returned, as JSON gives it back; after a first one that failed it does the work itself.
 * @throws UseCaseError CONFLICT when the key was used for another request
 */
export async function onlyOnce<T>(
  tx: EntityManager,
  { organizationId, personId, key, requestHash }: OnlyOnce & { readonly organizationId: string },
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const owner = [organizationId, personId, key];
  const taken: unknown[] = await tx.query(
    `INSERT INTO idempotent_write AS earlier (organization_id, person_id, key, request_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organization_id, person_id, key) DO UPDATE
       SET request_hash = excluded.request_hash, created_at = excluded.created_at, answer = NULL
       WHERE earlier.created_at < now() - interval '${KEPT_FOR}'
     RETURNING 1`,
    [...owner, requestHash],
  );
  if (taken.length === 0) return earlierAnswer(tx, owner, requestHash);
  const result = await work(tx);
  await tx.query(
    `UPDATE idempotent_write SET answer = $4 WHERE organization_id = $1 AND person_id = $2 AND key = $3`,
    [...owner, JSON.stringify(result ?? null)],
  );
  return result;
}

async function earlierAnswer<T>(
  tx: EntityManager,
  owner: readonly string[],
  requestHash: Buffer,
): Promise<T> {
  const [earlier]: { request_hash: Buffer; answer: T }[] = await tx.query(
    `SELECT request_hash, answer FROM idempotent_write WHERE organization_id = $1 AND person_id = $2 AND key = $3`,
    [...owner],
  );
  if (!earlier?.request_hash.equals(requestHash))
    throw new UseCaseError(
      'CONFLICT',
      'This Idempotency-Key was used for another request. Send each request with a key of its own.',
    );
  return earlier.answer;
}
