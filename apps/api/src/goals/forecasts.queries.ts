import type { Viewer } from '@alidade/access';
import type { GoalMetric } from '@alidade/database';
import { goalForecast } from '@alidade/gains';
import type { GoalForecast } from '@alidade/gains';
import { seedFromText } from '@alidade/statistics';
import type { EntityManager } from 'typeorm';
import { figuresSeenBy, seenWholly } from './goal-figures.queries.js';
import type { AlignmentGoalType } from './goals.types.js';

/** A trend is led on from this many of the latest days. */
const MOST_DAYS = 24;

const RANGES: Readonly<Partial<Record<GoalMetric, readonly [number, number]>>> = {
  STRATEGY_READINESS: [0, 1],
  MEAN_READINESS: [0, 100],
  CAPABILITY_LEVEL: [1, 5],
};

/** Where the figures of these goals lead, by what the viewer may see of them, in their order. */
export async function forecastsOf(
  tx: EntityManager,
  viewer: Viewer,
  goals: readonly AlignmentGoalType[],
): Promise<readonly (GoalForecast | null)[]> {
  const days = await evidenceDays(tx, viewer, goals);
  const asked = goals.flatMap((goal) => (days.get(goal.id) ?? []).map((day) => ({ goal, day })));
  const figures = await figuresSeenBy(tx, viewer, asked);
  const points = new Map<string, { readonly on: string; readonly value: number }[]>();
  for (const [i, { goal, day }] of asked.entries()) {
    const value = figures[i]?.value ?? null;
    if (value === null) continue;
    points.set(goal.id, [...(points.get(goal.id) ?? []), { on: day, value }]);
  }
  return goals.map((goal) => forecastOf(goal, points.get(goal.id) ?? []));
}

function forecastOf(
  goal: AlignmentGoalType,
  figures: readonly { readonly on: string; readonly value: number }[],
): GoalForecast | null {
  const range = RANGES[goal.metric];
  if (!range) return null;
  const { exactBaseline: baseline, baselineOn, target, dueOn } = goal;
  return goalForecast(
    { baseline, baselineOn, target, dueOn },
    { figures, range, seed: seedFromText(goal.id) },
  );
}

/**
 * Goal id -> the latest days until today on which evidence came in of what the goal rests on, the earliest first. Of a goal
 * whose people the viewer may not all see by name, days of released rounds only: others would tell of single people.
 */
async function evidenceDays(
  tx: EntityManager,
  viewer: Viewer,
  goals: readonly AlignmentGoalType[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const isSeen = await seenWholly(
    tx,
    viewer,
    goals.map((goal) => ({ goal, day: viewer.today })),
  );
  const rows: { goalId: string; days: string[] }[] = await tx.query(DAYS, [
    viewer.organizationId,
    goals.map(({ id }) => id),
    goals.map(({ capabilityId, metric }) => (metric === 'CAPABILITY_LEVEL' ? capabilityId : null)),
    goals.map(({ strategyId }) => strategyId),
    isSeen,
    viewer.today,
    MOST_DAYS,
  ]);
  return new Map(rows.map(({ goalId, days }) => [goalId, days.toSorted()]));
}

const DAYS = `
  SELECT asked.id AS "goalId", (
    SELECT coalesce(array_agg(latest.day::text), '{}') FROM (
      SELECT DISTINCT evidence_on AS day FROM level_evidence AS evidence
      WHERE evidence.organization_id = $1 AND evidence_on <= $6 AND (asked.is_seen OR evidence.round_id IS NOT NULL)
        AND CASE WHEN asked.capability_id IS NOT NULL THEN evidence.capability_id = asked.capability_id
            ELSE evidence.capability_id IN (
              SELECT requirement.capability_id FROM strategy_version AS version JOIN requirement
                ON requirement.organization_id = $1 AND requirement.strategy_version_id = version.id
              WHERE version.organization_id = $1 AND version.strategy_id = asked.strategy_id
                AND version.approved_at IS NOT NULL) END
      ORDER BY day DESC LIMIT $7) AS latest) AS days
  FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::boolean[]) AS asked (id, capability_id, strategy_id, is_seen)`;
