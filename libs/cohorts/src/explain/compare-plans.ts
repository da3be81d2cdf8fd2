import { refereeOf } from '../referee/evaluate.js';
import type { Evaluation } from '../referee/evaluate.js';
import type { CohortProblem, Placement } from '../document/problem.js';
import { indexOf, known } from '../document/problem-index.js';
import type { ProblemIndex } from '../document/problem-index.js';
import { seatPoints } from '../referee/seat.js';

/** One executive whom two plans place differently. */
export interface PlacementChange {
  readonly executive: string;
  /** Cohort in the first plan; null: none. */
  readonly from: string | null;
  readonly to: string | null;
  /** Points of the seat in the second plan less those in the first. */
  readonly benefitChange: number;
}

export interface PlanComparison {
  readonly before: Evaluation;
  readonly after: Evaluation;
  /** Second plan less first, in points. */
  readonly objectiveChange: number;
  /** Who moves, in the order of the problem. */
  readonly changes: readonly PlacementChange[];
  readonly kept: number;
  /** Benefit gained or lost by unit; units without a change are left out. */
  readonly benefitChangeByUnit: ReadonlyMap<string, number>;
  readonly opened: readonly string[];
  readonly closed: readonly string[];
}

/**
 * What changes from one plan to another: who moves, what is gained for whom, which cohorts open and close.
 *
 * @param problem by which both are judged
 * @param before  a plan; it may come from another run, on the same executives and cohorts
 * @param after   another; somebody whom a plan does not name is not placed in it
 * @returns       both evaluations and the differences, after less before
 * @throws RangeError when a plan names nobody of the problem
 *
 * O(executives × cohorts).
 *
 * @example comparePlans(problem, plan, plan).changes // => []
 */
export function comparePlans(
  problem: CohortProblem,
  before: readonly Placement[],
  after: readonly Placement[],
): PlanComparison {
  const index = indexOf(problem);
  const referee = refereeOf(problem);
  const [first, second] = [referee(before), referee(after)];
  const [then, now] = [seatsOf(before), seatsOf(after)];
  const changes = problem.executives.flatMap(({ id }) => changeOf(index, id, [then, now]));
  const byUnit = new Map<string, number>();
  for (const { executive, benefitChange } of changes) {
    const { unit } = known(index.executives, executive);
    byUnit.set(unit, (byUnit.get(unit) ?? 0) + benefitChange);
  }
  const changed = new Set(changes.map(({ executive }) => executive));
  return {
    before: first,
    after: second,
    objectiveChange: second.objective - first.objective,
    changes,
    kept: before.filter(({ executive }) => !changed.has(executive)).length,
    benefitChangeByUnit: byUnit,
    opened: second.cohortsRun.filter((id) => !first.cohortsRun.includes(id)),
    closed: first.cohortsRun.filter((id) => !second.cohortsRun.includes(id)),
  };
}

const seatsOf = (plan: readonly Placement[]): ReadonlyMap<string, string> =>
  new Map(plan.map(({ executive, cohort }) => [executive, cohort]));

function changeOf(
  index: ProblemIndex,
  id: string,
  [then, now]: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>],
): readonly PlacementChange[] {
  const [from, to] = [then.get(id) ?? null, now.get(id) ?? null];
  if (from === to) return [];
  const points = (cohort: string | null): number =>
    cohort === null
      ? 0
      : seatPoints(index, known(index.executives, id), known(index.cohorts, cohort).program);
  return [{ executive: id, from, to, benefitChange: points(to) - points(from) }];
}
