import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import {
  AssessmentRound,
  JobKind,
  postMails,
  RoundStatus,
  RoundSubject,
  updateGuarded,
} from '@alidade/database';
import type { RunningJob } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { makesLevels } from '@alidade/readiness';
import { releaseCapability, RoundSamples } from '@alidade/release';
import type { ReleasePolicy } from '@alidade/release';
import type { EntityManager } from 'typeorm';
import { JobHandlers } from '../../jobs/job-handlers.js';
import { recordAudit } from '../../platform/audit.js';
import { policiesOf } from '../../platform/policies.js';
import { PublicAddress } from '../../platform/public-address.js';
import { noteReadinessCause } from '../../platform/readiness-causes.js';
import { requireRound } from '../rounds/rounds.queries.js';
import { answersAbout } from './answers.queries.js';
import {
  addEvidence,
  addExactness,
  addScores,
  beginScores,
  reportedPeople,
  stageScores,
} from './releasing.queries.js';

/** Subjects read and released together: what is held at once, however large the round. */
const BATCH = 200;
const MAILS = 1000;

/**
 * The release of a round: once, frozen, reproducible from the ratings. All of it is one transaction with the end of
 * the job, some subjects at a time so that memory does not grow with their number; a worker that dies in the middle
 * leaves nothing behind.
 */
@Injectable()
export class ReleaseJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly address: PublicAddress,
  ) {}

  onModuleInit(): void {
    this.handlers.register(JobKind.Release, (job, signal) => this.release(job, signal));
  }

  private async release(job: RunningJob, signal: AbortSignal): Promise<void> {
    const { organizationId, input } = job.claim;
    await job.complete(async (tx) => {
      const round = await requireRound(tx, { organizationId }, String(input['roundId']));
      if (round.status !== RoundStatus.RELEASING)
        throw new UseCaseError('CONFLICT', `This round is ${round.status}; it cannot be released.`);
      const subjects = await releaseSubjects(tx, round, signal);
      await this.end(tx, round, job.claim.personId);
      return { subjects };
    });
  }

  private async end(tx: EntityManager, round: AssessmentRound, personId: string | null): Promise<void> {
    await updateGuarded(tx, AssessmentRound, round, {
      expectedVersion: round.version,
      set: { status: RoundStatus.RELEASED, raterSecret: null, releasedAt: () => 'now()' },
    });
    const actor = { organizationId: round.organizationId, personId };
    await recordAudit(tx, actor, { action: 'ROUND_RELEASED', subjectId: round.id });
    // What a file brought lies in the past, and nobody was asked.
    if (!round.imported) await this.tellSubjects(tx, round);
    if (makesLevels(round) && round.evidenceOn !== null)
      await noteReadinessCause(tx, actor, { from: round.evidenceOn, executiveId: null });
  }

  private async tellSubjects(tx: EntityManager, round: AssessmentRound): Promise<void> {
    const people = await reportedPeople(tx, round);
    const subject = `Your report: ${round.name}`;
    const body = `The answers of ${round.name} are in, and your report is ready:\n\n${this.address.of('report')}`;
    for (let at = 0; at < people.length; at += MAILS) {
      const mails = people.slice(at, at + MAILS).map((personId) => ({ personId, subject, body }));
      // oxlint-disable-next-line no-await-in-loop
      await postMails(tx, round.organizationId, mails);
    }
  }
}

/** @returns how many subjects the round has */
async function releaseSubjects(
  tx: EntityManager,
  round: AssessmentRound,
  signal: AbortSignal,
): Promise<number> {
  const policy = await releasePolicyOf(tx, round);
  const ids = await subjectIdsOf(tx, round);
  const samples = new RoundSamples();
  await beginScores(tx);
  // While one batch is worked out and written, the next is read.
  let next = answersAbout(tx, round, ids.slice(0, BATCH));
  for (let at = 0; at < ids.length; at += BATCH) {
    signal.throwIfAborted();
    // oxlint-disable-next-line no-await-in-loop
    const answers = await next;
    const following = ids.slice(at + BATCH, at + 2 * BATCH);
    if (following.length > 0) next = answersAbout(tx, round, following);
    next.catch(() => undefined); // Reported when it is waited for.
    const scores = answers.map(({ executiveId, capabilityId, ...said }) => {
      const released = releaseCapability(said, policy);
      samples.add(capabilityId, released);
      return { executiveId, capabilityId, ...released.score };
    });
    // oxlint-disable-next-line no-await-in-loop
    await stageScores(tx, scores);
  }
  await addExactness(tx, round, samples);
  await addScores(tx, round);
  if (makesLevels(round)) await addEvidence(tx, round);
  return ids.length;
}

/** In the order in which the database has them, which is that of their ratings. */
async function subjectIdsOf(
  tx: EntityManager,
  { organizationId, id: roundId }: AssessmentRound,
): Promise<readonly string[]> {
  const subjects = await tx.find(RoundSubject, {
    select: { executiveId: true },
    where: { organizationId, roundId },
    order: { executiveId: 'ASC' },
  });
  return subjects.map(({ executiveId }) => executiveId);
}

/** The rules in force when the round opened. */
async function releasePolicyOf(tx: EntityManager, round: AssessmentRound): Promise<ReleasePolicy> {
  const policy = (await policiesOf(tx, round)).find(({ version }) => version === round.policyVersion);
  if (!policy) throw new Error(`Round ${round.id} names a policy that is not there`);
  return policy.release;
}
