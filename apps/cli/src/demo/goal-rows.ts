import { AlignmentGoal, inOrganization } from '@alidade/database';
import type { DemoGoal } from '@alidade/demo';
import type { DataSource, EntityManager } from 'typeorm';
import type { LoadedDemo } from './load-demo.js';

/**
 * Sets the goals of the demo, once levels and readiness are there: a goal without a baseline of its own takes the
 * figure of its first day. One whose figure does not exist on that day is left out.
 */
export async function insertGoals(db: DataSource, { demo, ids }: LoadedDemo): Promise<void> {
  const { organizationId } = ids;
  await inOrganization(db, { organizationId }, async (tx) => {
    for (const goal of demo.goals) {
      const { unitPath, leadershipLevel } = goal.population;
      const place = {
        strategyId: ids.strategy.orNull(goal.statementKey),
        capabilityId: ids.capability.orNull(goal.capabilityCode),
        unitId: ids.unit.orNull(unitPath),
        leadershipLevelId: ids.level.orNull(leadershipLevel),
      };
      // oxlint-disable-next-line no-await-in-loop
      const baseline = goal.baseline ?? (await figureOn(tx, organizationId, { ...goal, ...place }));
      if (baseline === null || baseline === goal.target) continue;
      const { title, metric, baselineOn, target, dueOn } = goal;
      const baselineTyped = goal.baseline !== null;
      // oxlint-disable-next-line no-await-in-loop
      await tx.insert(AlignmentGoal, {
        ...place,
        organizationId,
        title,
        metric,
        baseline,
        baselineTyped,
        baselineOn,
        target,
        dueOn,
      });
    }
  });
}

interface Figure extends Pick<DemoGoal, 'metric' | 'baselineOn'> {
  readonly strategyId: string | null;
  readonly capabilityId: string | null;
  readonly unitId: string | null;
  readonly leadershipLevelId: string | null;
}

const FIGURES: Readonly<Record<DemoGoal['metric'], string>> = {
  STRATEGY_READINESS: `SELECT sum(ready_now)::float8 / nullif(sum(ready_now + ready_soon + developing), 0) AS value`,
  MEAN_READINESS: `SELECT sum(value_sum) / nullif(sum(ready_now + ready_soon + developing), 0) AS value`,
  CAPABILITY_LEVEL: '',
};

/** Of the goal's population on its first day; null when nobody there has enough evidence. */
async function figureOn(tx: EntityManager, organizationId: string, goal: Figure): Promise<number | null> {
  const { metric, strategyId, capabilityId, unitId, leadershipLevelId, baselineOn } = goal;
  const [row]: { value: number | null }[] =
    metric === 'CAPABILITY_LEVEL'
      ? await tx.query(MEAN_LEVEL, [organizationId, capabilityId, unitId, leadershipLevelId, baselineOn])
      : await tx.query(
          `${FIGURES[metric]} FROM readiness_tally
           WHERE organization_id = $1 AND strategy_id = $2 AND unit_id = coalesce($3, $1)
             AND ($4::uuid IS NULL OR leadership_level_id = $4) AND valid_from <= $5 AND valid_to > $5`,
          [organizationId, strategyId, unitId, leadershipLevelId, baselineOn],
        );
  return row?.value ?? null;
}

const MEAN_LEVEL = `
  SELECT avg(level) AS value FROM level_fact
  JOIN executive ON executive.organization_id = $1 AND executive.id = level_fact.executive_id
  JOIN posting ON posting.organization_id = $1 AND posting.person_id = executive.person_id
    AND posting.leadership_level_id IS NOT NULL AND posting.valid_from <= $5 AND posting.valid_to > $5
  WHERE level_fact.organization_id = $1 AND capability_id = $2
    AND level_fact.valid_from <= $5 AND level_fact.valid_to > $5
    AND ($4::uuid IS NULL OR posting.leadership_level_id = $4)
    AND ($3::uuid IS NULL OR posting.unit_id IN (
      SELECT unit_id FROM unit_ancestor WHERE organization_id = $1 AND ancestor_id = $3
        AND unit_ancestor.valid_from <= $5 AND unit_ancestor.valid_to > $5))`;
