import type { Viewer } from '@alidade/access';
import { Capability, CapabilityPlan } from '@alidade/database';
import { addMonths, developmentPriorities } from '@alidade/readiness';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { insertGoal, MOST_ACTIVE_GOALS, settleGoals } from './goal-writes.js';
import type { Needs } from './needs.queries.js';

const MONTHS_TO_CLOSE = 12;

/**
 * Sets a new plan's goals: those that close the gaps that matter most, as many as may be active at once, each up to the
 * strictest level required within a year.
 */
export async function proposeGoals(
  tx: EntityManager,
  { organizationId }: Viewer,
  plan: CapabilityPlan,
  needs: Needs,
): Promise<void> {
  const priorities = developmentPriorities([...(needs.required?.values() ?? [])], MOST_ACTIVE_GOALS);
  const ids = priorities.map(({ required }) => required.capabilityId);
  const capabilities = ids.length > 0 ? await tx.findBy(Capability, { organizationId, id: In(ids) }) : [];
  const names = new Map(capabilities.map(({ id, name }) => [id, name]));
  for (const [i, { required }] of priorities.entries()) {
    const { capabilityId, level, requiredLevel } = required;
    const goal = {
      position: i + 1,
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
