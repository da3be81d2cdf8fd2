import { UseCaseError } from '@alidade/errors';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

const ASK_EVERY_MS = 100;

/**
 * Waits until an organization has no job left but those for another day.
 * @returns false when told to stop waiting
 * @throws UseCaseError when one has failed
 */
export async function jobsDone(
  db: DataSource,
  organizationId: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const stopped = (): boolean => signal?.aborted ?? false;
  while (!stopped()) {
    // oxlint-disable-next-line no-await-in-loop
    const [count]: { active: number; failed: number }[] = await db.query(
      `SELECT count(*) FILTER (WHERE status IN ('QUEUED', 'RUNNING')) AS active,
              count(*) FILTER (WHERE status = 'FAILED') AS failed
       FROM job WHERE organization_id = $1 AND run_after < now() + interval '1 hour'`,
      [organizationId],
    );
    if (count?.failed)
      throw new UseCaseError('INTERNAL_SERVER_ERROR', 'A job of the demo organization failed.');
    if (!count?.active) return true;
    // oxlint-disable-next-line no-await-in-loop
    await pause(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
