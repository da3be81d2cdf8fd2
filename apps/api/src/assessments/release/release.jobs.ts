import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { AssessmentRound, JobKind, RoundStatus, updateGuarded } from '@alidade/database';
import type { RunningJob } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { makesLevels } from '@alidade/readiness';
import { releaseRound } from '@alidade/release';
import type { ReleasePolicy } from '@alidade/release';
import type { EntityManager } from 'typeorm';
import { JobHandlers } from '../../jobs/job-handlers.js';
import { recordAudit } from '../../platform/audit.js';
import { policiesOf } from '../../platform/policies.js';
import { noteReadinessCause } from '../../platform/readiness-causes.js';
import { capabilityIdsOf, requireRound } from '../rounds/rounds.queries.js';
import { addEvidence, addReliability, addScores, ratingsOf } from './release.queries.js';

/**
 * The release of a round: once, frozen, reproducible from the ratings. All of it is one transaction with the end of
 * the job, capability by capability so that memory does not grow with their number; a worker that dies in the middle
 * leaves nothing behind.
 */
@Injectable()
export class ReleaseJobs implements OnModuleInit {
  constructor(private readonly handlers: JobHandlers) {}

  onModuleInit(): void {
    this.handlers.register(JobKind.Release, (job, signal) => this.release(job, signal));
  }

  private async release(job: RunningJob, signal: AbortSignal): Promise<void> {
    const { organizationId, input } = job.claim;
    const roundId = String(input['roundId']);
    await job.complete(async (tx) => {
      const round = await requireRound(tx, { organizationId }, roundId);
      if (round.status !== RoundStatus.RELEASING)
        throw new UseCaseError('CONFLICT', `This round is ${round.status}; it cannot be released.`);
      const policy = await releasePolicyOf(tx, round);
      const capabilityIds = (await capabilityIdsOf(tx, round, [roundId])).get(roundId) ?? [];
      for (const capabilityId of capabilityIds) {
        signal.throwIfAborted();
        // oxlint-disable-next-line no-await-in-loop
        await releaseCapability(tx, round, { capabilityId, policy });
      }
      await this.end(tx, round, job.claim.personId);
      return { capabilities: capabilityIds.length };
    });
  }

  private async end(tx: EntityManager, round: AssessmentRound, personId: string | null): Promise<void> {
    await updateGuarded(tx, AssessmentRound, round, {
      expectedVersion: round.version,
      set: { status: RoundStatus.RELEASED, raterSecret: null, releasedAt: () => 'now()' },
    });
    const actor = { organizationId: round.organizationId, personId };
    await recordAudit(tx, actor, { action: 'ROUND_RELEASED', subjectId: round.id });
    if (makesLevels(round) && round.evidenceOn !== null)
      await noteReadinessCause(tx, actor, { from: round.evidenceOn, executiveId: null });
  }
}

/** The rules in force when the round opened. */
async function releasePolicyOf(tx: EntityManager, round: AssessmentRound): Promise<ReleasePolicy> {
  const policy = (await policiesOf(tx, round)).find(({ version }) => version === round.policyVersion);
  if (!policy) throw new Error(`Round ${round.id} names a policy that is not there`);
  return policy.release;
}

async function releaseCapability(
  tx: EntityManager,
  round: AssessmentRound,
  { capabilityId, policy }: { readonly capabilityId: string; readonly policy: ReleasePolicy },
): Promise<void> {
  const release = releaseRound(await ratingsOf(tx, round, capabilityId), policy);
  await addScores(tx, round, release);
  await addReliability(tx, round, release);
  if (makesLevels(round)) await addEvidence(tx, round, release);
}
