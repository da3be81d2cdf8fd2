import { enqueueJob, JobKind, ReadinessCause } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import type { Actor } from './audit.js';

/** What a change may have made wrong. */
export interface Cause {
  /** First day whose figures it may change, or SINCE_EVER. */
  readonly from: string;
  /** Whose figures; null: everybody's. */
  readonly executiveId: string | null;
  /** For which statement; not given: for all. */
  readonly strategyId?: string;
  /** In which capability a level changed, and nothing else; not given: anything may have changed. */
  readonly capabilityId?: string;
}

/**
 * Notes, in the transaction of a change, that levels, readiness and tallies may no longer be right, and asks the
 * worker to put them right. One writer per organization: a second request joins the first, or follows it.
 */
export async function noteReadinessCause(
  tx: EntityManager,
  actor: Actor,
  { from, executiveId, strategyId, capabilityId }: Cause,
): Promise<void> {
  const { organizationId } = actor;
  await tx.insert(ReadinessCause, {
    organizationId,
    validFrom: from,
    executiveId,
    strategyId: strategyId ?? null,
    capabilityId: capabilityId ?? null,
  });
  await askForReadiness(tx, actor);
}

/** For who has noted the causes set by set already. */
export async function askForReadiness(
  tx: EntityManager,
  { organizationId, personId = null }: Actor,
): Promise<void> {
  await enqueueJob(tx, organizationId, { kind: JobKind.Readiness, key: 'readiness', personId });
}
