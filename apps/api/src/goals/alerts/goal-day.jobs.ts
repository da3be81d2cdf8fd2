import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { JobKind, postMails } from '@alidade/database';
import type { Mail, RunningJob } from '@alidade/database';
import type { GoalStatus } from '@alidade/gains';
import type { EntityManager } from 'typeorm';
import { JobHandlers } from '../../jobs/job-handlers.js';
import type { Actor } from '../../platform/audit.js';
import { todayOf } from '../../platform/organization-day.js';
import { openGoals, scheduleGoalDay, statusChanges } from './goal-day.js';
import type { StatusChange } from './goal-day.js';

/** Once a day, while there is an open goal: whoever set one that stands otherwise than they know is told. */
@Injectable()
export class GoalDayJobs implements OnModuleInit {
  constructor(private readonly handlers: JobHandlers) {}

  onModuleInit(): void {
    this.handlers.register(JobKind.GoalDay, (job) => this.look(job));
  }

  private async look(job: RunningJob): Promise<void> {
    const { organizationId } = job.claim;
    await job.complete(async (tx) => {
      // A worker that was down for days looks at today.
      const today = await todayOf(tx, organizationId);
      const goals = await openGoals(tx, { organizationId });
      if (goals.length === 0) return undefined;
      const changes = await statusChanges(tx, { organizationId }, goals, today);
      await noteTold(tx, { organizationId }, changes);
      await postMails(tx, organizationId, changes.flatMap(mailOf));
      await scheduleGoalDay(tx, { organizationId }, today);
      return { goals: goals.length, changes: changes.length };
    });
  }
}

/** No edit of the goal: its version stays. */
async function noteTold(
  tx: EntityManager,
  { organizationId }: Actor,
  changes: readonly StatusChange[],
): Promise<void> {
  await tx.query(
    `UPDATE alignment_goal SET status_told = changed.status
     FROM unnest($2::uuid[], $3::text[]) AS changed (id, status)
     WHERE alignment_goal.organization_id = $1 AND alignment_goal.id = changed.id`,
    [organizationId, changes.map(({ goal }) => goal.id), changes.map(({ status }) => status)],
  );
}

const WORDS: Readonly<Record<GoalStatus, string>> = {
  ACHIEVED: 'achieved',
  ON_TRACK: 'on track',
  AT_RISK: 'at risk',
  OFF_TRACK: 'off track',
  MISSED: 'missed',
  NO_DATA: 'without enough evidence',
};

/** How it stood when it was first looked at is no change. */
function mailOf({ goal, status }: StatusChange): readonly Mail[] {
  const { ownerId, statusTold, title, dueOn } = goal;
  if (ownerId === null || statusTold === null) return [];
  const body = `Your goal "${title}" is ${WORDS[status]}; it was ${WORDS[statusTold]}. It is due on ${dueOn}.`;
  return [{ personId: ownerId, subject: `${title}: ${WORDS[status]}`, body }];
}
