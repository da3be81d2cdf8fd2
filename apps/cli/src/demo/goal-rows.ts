import { enqueueJob, JobKind } from '@alidade/database';
import type { Demo } from '@alidade/demo';
import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';

/** Asks the worker for the demo's goals: a goal without a baseline takes the figure of its first day, which only a release makes. */
export async function askForGoals(tx: EntityManager, demo: Demo, ids: DemoIds): Promise<void> {
  const goals = demo.goals.map(({ title, metric, baseline, baselineOn, target, dueOn, ...goal }) => ({
    title,
    metric,
    baseline,
    baselineOn,
    target,
    dueOn,
    strategyId: ids.strategy.orNull(goal.statementKey),
    capabilityId: ids.capability.orNull(goal.capabilityCode),
    unitId: ids.unit.orNull(goal.population.unitPath),
    leadershipLevelId: ids.level.orNull(goal.population.leadershipLevel),
    cohortId: null,
  }));
  await enqueueJob(tx, ids.organizationId, {
    kind: JobKind.Goals,
    key: 'goals',
    input: { goals },
    personId: null,
  });
}
