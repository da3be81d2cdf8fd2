import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { AssessmentRound, JobKind, postMails, RoundStatus, updateGuarded } from '@alidade/database';
import type { RunningJob } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { JobHandlers } from '../../jobs/job-handlers.js';
import { recordAudit } from '../../platform/audit.js';
import { todayOf } from '../../platform/organization-day.js';
import { PublicAddress } from '../../platform/public-address.js';
import { mailTo } from '../raters/invitations.js';
import { owedBy } from '../raters/owed.queries.js';
import { endRequests } from '../raters/raters.queries.js';
import { closedBy, scheduleDay } from './round-days.js';
import { requireRound } from './rounds.queries.js';

/** What the worker does for open rounds: invitations, reminders, and the closing at the end of the last day. */
@Injectable()
export class RoundsJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly address: PublicAddress,
  ) {}

  onModuleInit(): void {
    this.handlers.register(JobKind.Invitations, (job) =>
      job.complete(async (tx) => this.invite(tx, await roundOf(tx, job))),
    );
    this.handlers.register(JobKind.RoundDay, (job) =>
      job.complete(async (tx) => this.passDay(tx, await roundOf(tx, job), String(job.claim.input['day']))),
    );
  }

  private async invite(tx: EntityManager, round: AssessmentRound): Promise<{ mails: number }> {
    return { mails: round.status === RoundStatus.OPEN ? await this.write(tx, round, false) : 0 };
  }

  /** A round that is no longer open needs nothing. */
  private async passDay(tx: EntityManager, round: AssessmentRound, day: string): Promise<{ mails: number }> {
    if (round.status !== RoundStatus.OPEN) return { mails: 0 };
    if (day > round.closesOn) {
      await closeRound(tx, round);
      return { mails: 0 };
    }
    await scheduleDay(tx, round, day);
    return { mails: round.remindsOn.includes(day) ? await this.write(tx, round, true) : 0 };
  }

  /** To each who still owes an answer, once. */
  private async write(tx: EntityManager, round: AssessmentRound, isReminder: boolean): Promise<number> {
    const { organizationId, id: roundId } = round;
    const owed = await owedBy(tx, { organizationId, roundId });
    const home = this.address.origin;
    await postMails(
      tx,
      organizationId,
      owed.map((each) => mailTo(each, { isReminder, home })),
    );
    return owed.length;
  }
}

const roundOf = (tx: EntityManager, { claim }: RunningJob): Promise<AssessmentRound> =>
  requireRound(tx, claim, String(claim.input['roundId']));

async function closeRound(tx: EntityManager, round: AssessmentRound): Promise<void> {
  const { organizationId, id } = round;
  // The requests first, as whoever answers takes them: the other way round the two could wait for each other.
  await endRequests(tx, round);
  await updateGuarded(tx, AssessmentRound, round, {
    expectedVersion: round.version,
    set: closedBy(round, await todayOf(tx, organizationId)),
  });
  await recordAudit(tx, { organizationId }, { action: 'ROUND_CLOSED', subjectId: id });
}
