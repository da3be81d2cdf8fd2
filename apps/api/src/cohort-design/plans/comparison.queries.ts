import type { Viewer } from '@alidade/access';
import { comparePlans } from '@alidade/cohorts';
import { UseCaseError } from '@alidade/errors';
import type { EntityManager } from 'typeorm';
import { executivesKnownTo } from '../../directory/executives.queries.js';
import { namesIn } from '../names.queries.js';
import { requirePlan, requireRun } from '../runs/runs.queries.js';
import { explainers } from './explainers.js';
import type { CohortRunComparisonType } from './plans.types.js';

/**
 * What changes from one run's plan to another's of the same design, both judged by the problem of the second.
 * @throws UseCaseError NOT_FOUND; INVALID_INPUT when they are of two designs; CONFLICT when one has no plan
 */
export async function comparisonOf(
  tx: EntityManager,
  viewer: Viewer,
  firstId: string,
  secondId: string,
): Promise<CohortRunComparisonType> {
  const [first, second] = [await requireRun(tx, viewer, firstId), await requireRun(tx, viewer, secondId)];
  if (first.designId !== second.designId)
    throw new UseCaseError('INVALID_INPUT', 'Runs of two designs place other people in other cohorts.');
  requirePlan(first);
  requirePlan(second);
  const { problem, placements: after } = await explainers.of(tx, viewer, second);
  const { placements } = await explainers.of(tx, viewer, first);
  const executives = new Set(problem.executives.map(({ id }) => id));
  const cohorts = new Set(problem.cohorts.map(({ id }) => id));
  const before = placements.filter((each) => executives.has(each.executive) && cohorts.has(each.cohort));
  const compared = comparePlans(problem, before, after);
  const known = await knownAmong(
    tx,
    viewer,
    compared.changes.map(({ executive }) => executive),
  );
  const nameOf = await namesIn(tx, viewer, [...compared.benefitChangeByUnit.keys()]);
  return {
    objectiveDifference: compared.objectiveChange,
    benefitDifference: compared.after.benefit - compared.before.benefit,
    costDifference: compared.after.cost - compared.before.cost,
    kept: compared.kept,
    moves: compared.changes
      .filter(({ executive }) => known.has(executive))
      .map(({ executive, from, to, benefitChange }) => ({
        executiveId: executive,
        fromId: from,
        toId: to,
        benefitDifference: benefitChange,
      })),
    units: [...compared.benefitChangeByUnit]
      .map(([unitId, benefitDifference]) => ({ unitId, name: nameOf(unitId), benefitDifference }))
      .toSorted((a, b) => b.benefitDifference - a.benefitDifference || (a.name < b.name ? -1 : 1)),
    openedIds: compared.opened,
    closedIds: compared.closed,
  };
}

async function knownAmong(
  tx: EntityManager,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await executivesKnownTo(tx, viewer)
    .andWhere('executive.id = ANY(:ids)', { ids: [...ids] })
    .select('executive.id', 'id')
    .getRawMany<{ id: string }>();
  return new Set(rows.map(({ id }) => id));
}
