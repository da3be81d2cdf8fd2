import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { enqueueJob, JobKind, postMail } from '@alidade/database';
import type { RunningJob } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { JobHandlers } from '../../jobs/job-handlers.js';
import { groupedBy } from '../../platform/grouped-by.js';
import { dayAfter, todayOf } from '../../platform/organization-day.js';
import { REVIEWER_OF } from './plan-access.queries.js';

/** Days after which a review is due, and within which an action is about to be. */
const REVIEW_DUE_DAYS = 7;
const SOON_DAYS = 7;
/** Nobody is reminded more often. */
const DIGEST_DAYS = 7;

interface Due {
  /** Whom it is for. */
  readonly personId: string;
  readonly line: string;
}

const REVIEWS = `
  SELECT reviewer AS "personId", 'Review the plan of ' || coalesce(identity.name, 'a colleague')
    || ', which waits since ' || status_since || '.' AS line
  FROM (SELECT plan.status_since, owner.person_id, plan.organization_id,
      ${REVIEWER_OF('plan', 'owner.person_id', { organization: '$1', today: '$2::date' })} AS reviewer
    FROM capability_plan AS plan
    JOIN executive AS owner ON owner.organization_id = $1 AND owner.id = plan.executive_id
    WHERE plan.organization_id = $1 AND plan.status = 'WAITING_FOR_REVIEW'
      AND plan.status_since <= $2::date - ${REVIEW_DUE_DAYS}) AS waiting
  JOIN person_identity AS identity ON identity.organization_id = $1 AND identity.person_id = waiting.person_id
  WHERE reviewer IS NOT NULL ORDER BY status_since, waiting.person_id`;

const ACTIONS = `
  SELECT owner.person_id AS "personId", action.title || CASE WHEN action.due_on < $2::date
    THEN ': was due on ' ELSE ': is due on ' END || action.due_on || '.' AS line
  FROM plan_action AS action
  JOIN plan_goal AS goal ON goal.organization_id = $1 AND goal.id = action.goal_id AND goal.state = 'ACTIVE'
  JOIN capability_plan AS plan ON plan.organization_id = $1 AND plan.id = goal.plan_id AND plan.status = 'ACTIVE'
  JOIN executive AS owner ON owner.organization_id = $1 AND owner.id = plan.executive_id
  WHERE action.organization_id = $1 AND action.status IN ('PLANNED', 'IN_PROGRESS')
    AND action.due_on <= $2::date + ${SOON_DAYS}
  ORDER BY action.due_on, action.id`;

/** Files that never came to their end. */
const SWEEP = `
  DELETE FROM plan_evidence WHERE organization_id = $1 AND NOT complete AND recorded_at < now() - interval '1 day'`;

/** Asks for the next day of an organization that has plans; asking twice asks once. */
export async function awaitPlanDay(tx: EntityManager, organizationId: string, today: string): Promise<void> {
  const onDay = dayAfter(today);
  const key = `plan-day:${onDay}`;
  await enqueueJob(tx, organizationId, { kind: JobKind.PlanDay, key, personId: null, onDay });
}

/** What each day of the organization brings to plans: reminders, one mail a week at most, of all that is due. */
@Injectable()
export class PlanDays implements OnModuleInit {
  constructor(private readonly handlers: JobHandlers) {}

  onModuleInit(): void {
    this.handlers.register(JobKind.PlanDay, (job) => this.begin(job));
  }

  private async begin(job: RunningJob): Promise<void> {
    const { organizationId } = job.claim;
    await job.complete(async (tx) => {
      const today = await todayOf(tx, organizationId);
      await tx.query(SWEEP, [organizationId]);
      const reviews: Due[] = await tx.query(REVIEWS, [organizationId, today]);
      const actions: Due[] = await tx.query(ACTIONS, [organizationId, today]);
      const due = groupedBy([...reviews, ...actions], ({ personId }) => personId);
      for (const [personId, lines] of due)
        // oxlint-disable-next-line no-await-in-loop -- one connection
        await remind(tx, { organizationId, today, personId }, lines);
      const [open]: unknown[] = await tx.query(
        `SELECT FROM capability_plan WHERE organization_id = $1 AND status <> 'COMPLETED' LIMIT 1`,
        [organizationId],
      );
      if (open !== undefined) await awaitPlanDay(tx, organizationId, today);
      return { reminded: due.size };
    });
  }
}

async function remind(
  tx: EntityManager,
  { organizationId, today, personId }: Readonly<Record<'organizationId' | 'today' | 'personId', string>>,
  lines: readonly Due[],
): Promise<void> {
  const [isDue]: unknown[] = await tx.query(
    `INSERT INTO plan_digest (organization_id, person_id, sent_on) VALUES ($1, $2, $3)
     ON CONFLICT (organization_id, person_id) DO UPDATE SET sent_on = excluded.sent_on
       WHERE plan_digest.sent_on <= excluded.sent_on - ${DIGEST_DAYS}
     RETURNING person_id`,
    [organizationId, personId, today],
  );
  if (isDue === undefined) return;
  await postMail(tx, organizationId, {
    personId,
    subject: 'What is due in capability plans',
    body: lines.map(({ line }) => `- ${line}`).join('\n'),
  });
}
