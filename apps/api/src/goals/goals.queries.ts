import { can, Permission, scopeOf } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { EntityManager } from 'typeorm';
import { figuresSeenBy, roundedFor } from './goal-figures.queries.js';
import type { SeenFigure } from './goal-figures.queries.js';
import type { AlignmentGoalType } from './goals.types.js';

interface GoalFilter {
  readonly strategyIds?: readonly string[];
  readonly ids?: readonly string[];
}

/**
 * Goals whose population lies where the viewer sees readiness, the first to be due first. A goal is for nobody from whom
 * its baseline, read off the figures, is withheld; nor is a cohort's for whoever may not see all of it by name.
 */
export async function goalsSeenBy(
  tx: EntityManager,
  viewer: Viewer,
  { strategyIds, ids }: GoalFilter,
): Promise<readonly AlignmentGoalType[]> {
  if (!can(viewer, Permission.ReadinessView)) return [];
  const scope = scopeOf(viewer, Permission.ReadinessView);
  const goals: AlignmentGoalType[] = await tx.query(GOALS, [
    viewer.organizationId,
    strategyIds,
    ids,
    scope === 'ORGANIZATION',
    scope === 'ORGANIZATION' ? [] : scope,
    viewer.today,
  ]);
  const figures = await figuresSeenBy(
    tx,
    viewer,
    goals.map((goal) => ({ goal, day: goal.baselineOn })),
  );
  return goals.flatMap((goal, i) => asSeen(goal, figures[i]));
}

function asSeen(goal: AlignmentGoalType, figure: SeenFigure | undefined): readonly AlignmentGoalType[] {
  if (!figure || figure.isExact) return [goal];
  if (goal.cohortId !== null) return [];
  if (goal.baselineTyped) return [goal];
  return figure.isShown ? [Object.assign(goal, { baseline: roundedFor(goal, goal.baseline) })] : [];
}

const GOALS = `
  SELECT goal.id, goal.title, goal.version, goal.metric, goal.baseline, goal.baseline AS "exactBaseline",
    goal.baseline_typed AS "baselineTyped", goal.baseline_on AS "baselineOn", goal.target, goal.due_on AS "dueOn",
    goal.strategy_id AS "strategyId", goal.capability_id AS "capabilityId", goal.unit_id AS "unitId",
    goal.leadership_level_id AS "leadershipLevelId", goal.cohort_id AS "cohortId",
    coalesce(unit.name, level.name, cohort.name, 'Whole organization') AS population,
    goal.closed_on AS "closedOn", goal.closing_note AS "closingNote", NULL AS condition, NULL AS "cascadeLevel"
  FROM alignment_goal AS goal
  LEFT JOIN unit ON unit.organization_id = goal.organization_id AND unit.id = goal.unit_id
  LEFT JOIN leadership_level AS level ON level.organization_id = goal.organization_id AND level.id = goal.leadership_level_id
  LEFT JOIN cohort ON cohort.organization_id = goal.organization_id AND cohort.id = goal.cohort_id
  WHERE goal.organization_id = $1 AND ($2::uuid[] IS NULL OR goal.strategy_id = ANY ($2))
    AND ($3::uuid[] IS NULL OR goal.id = ANY ($3))
    AND ($4 OR goal.cohort_id IS NOT NULL OR EXISTS (
      SELECT FROM unit_ancestor AS above WHERE above.organization_id = $1 AND above.unit_id = goal.unit_id
        AND above.ancestor_id = ANY ($5) AND above.valid_from <= $6 AND above.valid_to > $6))
  ORDER BY goal.due_on, goal.title, goal.id`;
