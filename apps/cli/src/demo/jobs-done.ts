import { UseCaseError } from '@alidade/errors';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

const ASK_EVERY_MS = 100;

interface Waiting {
  /** Stops the waiting, not the jobs. */
  readonly signal?: AbortSignal;
  /** Takes how many jobs are done, of how many, whenever that has changed. */
  readonly tell?: (done: number, all: number) => void;
}

/** What waits for another day, e.g. for a round to close, is nothing to wait for. */
const ACTIVE = `(status = 'RUNNING' OR status = 'QUEUED' AND run_after < now() + interval '10 minutes')`;

/**
 * Waits until an organization has no job left that is due.
 * @returns false when told to stop waiting
 * @throws UseCaseError when one has failed
 */
export async function jobsDone(
  db: DataSource,
  organizationId: string,
  { signal, tell }: Waiting = {},
): Promise<boolean> {
  const stopped = (): boolean => signal?.aborted ?? false;
  let told = -1;
  while (!stopped()) {
    // oxlint-disable-next-line no-await-in-loop
    const { active, failed, total } = await jobsOf(db, organizationId);
    if (failed) throw new UseCaseError('INTERNAL_SERVER_ERROR', 'A job of the demo organization failed.');
    if (told !== total - active) tell?.((told = total - active), total);
    if (!active) return true;
    // oxlint-disable-next-line no-await-in-loop
    await pause(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

interface Counts {
  readonly active: number;
  readonly failed: number;
  readonly total: number;
}

async function jobsOf(db: DataSource, organizationId: string): Promise<Counts> {
  const [counts]: Counts[] = await db.query(
    `SELECT (count(*) FILTER (WHERE ${ACTIVE} OR status NOT IN ('QUEUED', 'RUNNING')))::int AS total, (count(*) FILTER (WHERE ${ACTIVE}))::int AS active,
            (count(*) FILTER (WHERE status = 'FAILED'))::int AS failed
     FROM job WHERE organization_id = $1`,
    [organizationId],
  );
  if (!counts) throw new Error('count() gave no row');
  return counts;
}
