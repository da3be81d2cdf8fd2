import type { Viewer } from '@alidade/access';
import { Capability, PlanGoal } from '@alidade/database';
import type { CapabilityPlan } from '@alidade/database';
import { addMonths, developmentPriorities } from '@alidade/readiness';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { insertGoal, MOST_ACTIVE_GOALS, settleGoals } from './goal-writes.js';
import type { Needs } from './needs.queries.js';

const MONTHS_TO_CLOSE = 12;

/**
 * Sets a new plan's goals: those that close the gaps that matter most, until as many as may be active at
 * once are there, each up to the strictest level required within a year.
 */
export async function proposeGoals(
  tx: EntityManager,
  { organizationId }: Viewer,
  plan: CapabilityPlan,
  needs: Needs,
): Promise<void> {
  const carried = await tx.findBy(PlanGoal, { organizationId, planId: plan.id });
  const taken = new Set(carried.map(({ capabilityId }) => capabilityId));
  const required = [...(needs.required?.values() ?? [])].filter(
    ({ capabilityId }) => !taken.has(capabilityId),
  );
  const priorities = developmentPriorities(required, Math.max(0, MOST_ACTIVE_GOALS - carried.length));
  const ids = priorities.map((each) => each.required.capabilityId);
  const capabilities = ids.length > 0 ? await tx.findBy(Capability, { organizationId, id: In(ids) }) : [];
  const names = new Map(capabilities.map(({ id, name }) => [id, name]));
  for (const [i, priority] of priorities.entries()) {
    const { capabilityId, level, requiredLevel } = priority.required;
    const goal = {
      position: carried.length + i + 1,
      title: `${names.get(capabilityId)}: from ${shown(level?.level)} to ${shown(requiredLevel)}`,
      success: null,
      capabilityId,
      targetLevel: requiredLevel,
      dueOn: addMonths(needs.day, MONTHS_TO_CLOSE),
    };
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await insertGoal(tx, plan, goal, needs);
  }
  await settleGoals(tx, plan);
}

const shown = (level: number | undefined): string => (level === undefined ? '?' : level.toFixed(1));
