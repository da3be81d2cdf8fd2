import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { AssessmentRound, JobKind, postMails, RoundStatus, updateGuarded } from '@alidade/database';
import type { RunningJob } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { makesLevels } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { JobHandlers } from '../../jobs/job-handlers.js';
import { recordAudit } from '../../platform/audit.js';
import { PublicAddress } from '../../platform/public-address.js';
import { noteReadinessCause } from '../../platform/readiness-causes.js';
import { requireRound } from '../rounds/rounds.queries.js';
import { releaseSubjects } from './release-subjects.js';
import { reportedPeople } from './releasing.queries.js';

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
    this.handlers.register(JobKind.Release, (job, signal) => this.release(job, signal), giveUp);
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
    await postMails(
      tx,
      round.organizationId,
      people.map((personId) => ({ personId, subject, body })),
    );
  }
}

/** A release that has come to nothing can be asked for again. */
async function giveUp(tx: EntityManager, { organizationId, input }: RunningJob['claim']): Promise<void> {
  await tx.query(
    `UPDATE assessment_round SET status = 'CLOSED', version = version + 1
     WHERE organization_id = $1 AND id = $2 AND status = 'RELEASING'`,
    [organizationId, String(input['roundId'])],
  );
}
