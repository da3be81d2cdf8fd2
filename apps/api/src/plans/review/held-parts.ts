import type { Viewer } from '@alidade/access';
import { PlanAction, PlanGoal } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { lockPlan, requireKeeper } from './plan-access.queries.js';
import type { HeldPlan } from './plan-access.queries.js';

/**
 * The plan of a goal, locked.
 * @throws UseCaseError NOT_FOUND when there is no such goal in a plan that the viewer sees; FORBIDDEN for a coach
 */
export async function holdGoal(
  tx: EntityManager,
  viewer: Viewer,
  goalId: string,
  absent = `No goal ${goalId}`,
): Promise<HeldPlan> {
  const { organizationId } = viewer;
  const goal = isUUID(goalId) ? await tx.findOneBy(PlanGoal, { organizationId, id: goalId }) : null;
  if (!goal) throw new UseCaseError('NOT_FOUND', absent);
  const held = await lockPlan(tx, viewer, goal.planId, absent);
  requireKeeper(held);
  return held;
}

/** The same of an action. */
export async function holdAction(tx: EntityManager, viewer: Viewer, actionId: string): Promise<HeldPlan> {
  const { organizationId } = viewer;
  const absent = `No action ${actionId}`;
  const action = isUUID(actionId) ? await tx.findOneBy(PlanAction, { organizationId, id: actionId }) : null;
  if (!action) throw new UseCaseError('NOT_FOUND', absent);
  return holdGoal(tx, viewer, action.goalId, absent);
}
