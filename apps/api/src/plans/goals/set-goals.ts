import type { Viewer } from '@alidade/access';
import { PlanGoal } from '@alidade/database';
import type { CapabilityPlan } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requireAllKnown } from '../../platform/require-all-known.js';
import { changeGoal, goalsOf, insertGoal, settleGoals } from './goal-writes.js';
import type { StatedGoal } from './goal-writes.js';
import { needsOf } from './needs.queries.js';
import type { PlanGoalInput } from '../plans.inputs.js';

/**
 * Makes the goals of a plan those listed, in their order. One not listed is dropped, unless an action of its has
 * evidence: then it stays, behind the others.
 * @throws UseCaseError NOT_FOUND naming unknown goals and capabilities by their paths
 */
export async function setGoals(
  tx: EntityManager,
  viewer: Viewer,
  plan: CapabilityPlan,
  inputs: readonly PlanGoalInput[],
): Promise<void> {
  const existing = await goalsOf(tx, plan);
  const byId = new Map(existing.map(({ goal }) => [goal.id, goal]));
  requireOwn(byId, inputs);
  await requireCapabilities(tx, viewer, inputs);
  requireFreeWords(byId, inputs);
  const needs = await needsOf(tx, viewer, plan.executiveId, viewer.today);

  const listed = new Set(inputs.map(({ id }) => id));
  const others = existing.filter(({ goal }) => !listed.has(goal.id));
  await drop(
    tx,
    plan,
    others.filter(({ hasEvidence }) => !hasEvidence).map(({ goal }) => goal.id),
  );
  for (const [i, input] of inputs.entries()) {
    const before = input.id ? byId.get(input.id) : undefined;
    const stated = { ...statedGoal(input, before), position: i + 1 };
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await (before ? changeGoal(tx, before, stated, needs) : insertGoal(tx, plan, stated, needs));
  }
  const kept = others.filter(({ hasEvidence }) => hasEvidence);
  for (const [i, { goal }] of kept.entries()) {
    const { organizationId, id } = goal;
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await tx.update(PlanGoal, { organizationId, id }, { position: inputs.length + i + 1 });
  }
  await settleGoals(tx, plan);
}

const EMPTY = { capabilityId: null, targetLevel: null, dueOn: null, success: null };

/** What is not given of a goal stays as it is; null empties it. */
function statedGoal({ title, ...given }: PlanGoalInput, before: PlanGoal | undefined): StatedGoal {
  const { capabilityId, targetLevel, dueOn, success } = before ?? EMPTY;
  const stated = { capabilityId, targetLevel, dueOn, success };
  for (const name of ['capabilityId', 'targetLevel', 'dueOn', 'success'] as const)
    if (given[name] !== undefined) Object.assign(stated, { [name]: given[name] });
  return { title, ...stated };
}

function requireOwn(byId: ReadonlyMap<string, PlanGoal>, inputs: readonly PlanGoalInput[]): void {
  const faults = inputs.flatMap(({ id }, i) =>
    id && !byId.has(id) ? [`goals.${i}.id: this plan has no goal ${id}`] : [],
  );
  if (faults.length > 0) throw new UseCaseError('NOT_FOUND', faults.join('; '));
}

/** What a linked goal says is its template's to say; its day and its success are the executive's. */
function requireFreeWords(byId: ReadonlyMap<string, PlanGoal>, inputs: readonly PlanGoalInput[]): void {
  const fields = inputs.flatMap(({ id, title, capabilityId, targetLevel }, i) => {
    const before = id ? byId.get(id) : undefined;
    if (!before?.linked) return [];
    const changes = { title, capabilityId, targetLevel };
    const names = (['title', 'capabilityId', 'targetLevel'] as const).filter(
      (name) => changes[name] !== undefined && changes[name] !== before[name],
    );
    return names.map((name) => ({
      path: `goals.${i}.${name}`,
      message: `goals.${i}.${name}: this goal reads a program's template; unlink it first`,
    }));
  });
  if (fields.length === 0) return;
  throw new UseCaseError('INVALID_INPUT', fields.map(({ message }) => message).join('; '), { fields });
}

async function requireCapabilities(
  tx: EntityManager,
  viewer: Viewer,
  inputs: readonly PlanGoalInput[],
): Promise<void> {
  const named = inputs.flatMap(({ capabilityId }, i) => (capabilityId ? [{ capabilityId, i }] : []));
  await requireAllKnown(tx, viewer, {
    table: 'capability',
    ids: named.map(({ capabilityId }) => capabilityId),
    pathOf: (index) => `goals.${named[index]?.i}.capabilityId`,
  });
}

async function drop(
  tx: EntityManager,
  { organizationId }: CapabilityPlan,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await tx.delete(PlanGoal, { organizationId, id: In([...ids]) });
}
