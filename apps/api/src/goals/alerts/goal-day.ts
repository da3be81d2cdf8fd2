import { enqueueJob, JobKind } from '@alidade/database';
import { goalStatus } from '@alidade/gains';
import type { Goal, GoalStatus } from '@alidade/gains';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/audit.js';
import { dayAfter } from '../../platform/organization-day.js';
import { figuresOn } from '../population-figures.queries.js';
import type { Measured } from '../population-figures.queries.js';

/** Asks the worker to look at the goals as the next day begins; once, however often it is asked. */
export async function scheduleGoalDay(
  tx: EntityManager,
  { organizationId }: Actor,
  today: string,
): Promise<void> {
  const day = dayAfter(today);
  await enqueueJob(tx, organizationId, {
    kind: JobKind.GoalDay,
    key: `goal-day:${day}`,
    input: { day },
    personId: null,
    onDay: day,
  });
}

/** A goal whose status is looked at. */
export interface OpenGoal extends Measured, Goal {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly statusTold: GoalStatus | null;
}

export function openGoals(tx: EntityManager, { organizationId }: Actor): Promise<OpenGoal[]> {
  return tx.query(
    `SELECT id, title, metric, baseline, baseline_on AS "baselineOn", target, due_on AS "dueOn",
       strategy_id AS "strategyId", capability_id AS "capabilityId", unit_id AS "unitId",
       leadership_level_id AS "leadershipLevelId", cohort_id AS "cohortId", owner_id AS "ownerId",
       status_told AS "statusTold"
     FROM alignment_goal WHERE organization_id = $1 AND closed_on IS NULL ORDER BY id`,
    [organizationId],
  );
}

/** A goal that stands otherwise than its owner knows. */
export interface StatusChange {
  readonly goal: OpenGoal;
  readonly status: GoalStatus;
}

/** How goals stand on a day, exactly, where that is another status than the one told. */
export async function statusChanges(
  tx: EntityManager,
  scope: Actor,
  goals: readonly OpenGoal[],
  on: string,
): Promise<readonly StatusChange[]> {
  const figures = await figuresOn(
    tx,
    scope,
    goals.map((goal) => ({ goal, day: on })),
  );
  return goals.flatMap((goal, i) => {
    const { value: current, people, enough } = figures[i] ?? { value: null, people: 0, enough: 0 };
    const { baseline, baselineOn, target, dueOn } = goal;
    const evidenceShare = people === 0 ? null : enough / people;
    const status = goalStatus({ baseline, baselineOn, target, dueOn }, { current, evidenceShare, on });
    return status === goal.statusTold ? [] : [{ goal, status }];
  });
}
