import type { CapabilityPlan } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { insertGoal } from './goal-writes.js';
import type { StatedGoal } from './goal-writes.js';
import type { Needs } from './needs.queries.js';

interface Unreached extends StatedGoal {
  readonly id: string;
}

/** Of the last completed plan: goals that were not closed, whose target is not reached, or whose actions are not all done. */
const UNREACHED = `
  SELECT goal.id, goal.title, goal.success, goal.capability_id AS "capabilityId", goal.target_level AS "targetLevel",
    goal.due_on AS "dueOn"
  FROM plan_goal AS goal
  WHERE goal.organization_id = $1 AND goal.state <> 'CLOSED' AND goal.plan_id = (
      SELECT id FROM capability_plan WHERE organization_id = $1 AND executive_id = $2 AND status = 'COMPLETED'
      ORDER BY completed_on DESC, recorded_at DESC LIMIT 1)
    AND CASE WHEN goal.capability_id IS NOT NULL THEN NOT EXISTS (
        SELECT FROM level_fact AS fact WHERE fact.organization_id = $1 AND fact.executive_id = $2
          AND fact.capability_id = goal.capability_id AND fact.valid_from <= $3 AND fact.valid_to > $3
          AND fact.level >= goal.target_level)
      ELSE NOT EXISTS (SELECT FROM plan_action AS action
          WHERE action.organization_id = $1 AND action.goal_id = goal.id AND action.status <> 'DROPPED')
        OR EXISTS (SELECT FROM plan_action AS action WHERE action.organization_id = $1 AND action.goal_id = goal.id
          AND action.status IN ('PLANNED', 'IN_PROGRESS')) END
  ORDER BY goal.position, goal.id`;

const ACTIONS = `
  INSERT INTO plan_action (organization_id, goal_id, position, kind, title, status, status_since, support_from_id,
    support_wanted, development_action_id, cohort_id)
  SELECT $1, $2, position, kind, title, status, $4, support_from_id, support_wanted, development_action_id, cohort_id
  FROM plan_action WHERE organization_id = $1 AND goal_id = $3 AND status IN ('PLANNED', 'IN_PROGRESS')`;

/**
 * Goes on, in a new plan, with what the last one left: the words stay, the start is of today, and the day is set anew.
 * Actions that were not finished come along; the old plan keeps all it says. Which
 * goals are active is for `proposeGoals` to settle, which adds the others.
 */
export async function carryForward(tx: EntityManager, plan: CapabilityPlan, needs: Needs): Promise<void> {
  const { organizationId, executiveId } = plan;
  const goals: Unreached[] = await tx.query(UNREACHED, [organizationId, executiveId, needs.day]);
  for (const [i, { id, dueOn, ...goal }] of goals.entries()) {
    const stated = {
      ...goal,
      position: i + 1,
      carriedFromId: id,
      dueOn: dueOn !== null && dueOn >= needs.day ? dueOn : null,
    };
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const goalId = await insertGoal(tx, plan, stated, needs);
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await tx.query(ACTIONS, [organizationId, goalId, id, needs.day]);
  }
}
