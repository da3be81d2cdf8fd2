import type { CohortProblem, Placement, Strategy } from '../document/problem.js';
import { indexOf, known } from '../document/problem-index.js';
import { levelAfterOf } from '../referee/seat.js';
import { readinessFor } from '../referee/readiness.js';
import type { LevelAfter, StrategyReadiness } from '../referee/readiness.js';

/** What a plan is expected to do for one strategy. */
export interface ExpectedReadiness {
  readonly strategy: string;
  /** Executives with enough evidence: those counted in the means. */
  readonly assessed: number;
  readonly readyNowBefore: number;
  readonly readyNowAfter: number;
  /** 0..100; null when nobody has enough evidence. */
  readonly meanBefore: number | null;
  readonly meanAfter: number | null;
}

/**
 * Readiness of the problem's executives for each strategy before a plan and as its seats are expected to leave it.
 *
 * Readiness = 100 · Σ w·a / Σ w over the assessed requirements, a = clamp((level − 1) / (required − 1), 0, 1); a seat
 * brings each capability of its program to max(level, min(level + gain, ceiling)).
 *
 * @param problem    as `readProblem` gives it; levels on 1..5
 * @param placements a plan; who is not named keeps their levels
 * @returns          one entry a strategy, in the order of the document; people with less than 0.8 of the weight assessed
 *                   are left out of every figure
 * @throws RangeError when the plan names nobody of the problem
 *
 * O(executives × requirements).
 *
 * @example readinessBeforeAndAfter(problem, []).every((s) => s.readyNowAfter === s.readyNowBefore) // => true
 */
export function readinessBeforeAndAfter(
  problem: CohortProblem,
  placements: readonly Placement[],
): readonly ExpectedReadiness[] {
  const index = indexOf(problem);
  const seats = new Map<string, LevelAfter>(
    placements.map(({ executive, cohort }) => {
      known(index.executives, executive);
      return [executive, levelAfterOf(index, known(index.cohorts, cohort).program)];
    }),
  );
  return problem.strategies.map((strategy) => expectedFor(strategy, problem, seats));
}

function expectedFor(
  strategy: Strategy,
  { executives }: CohortProblem,
  seats: ReadonlyMap<string, LevelAfter>,
): ExpectedReadiness {
  const before = executives.map((executive) => readinessFor(strategy, executive));
  const after = executives.map((executive) => readinessFor(strategy, executive, seats.get(executive.id)));
  return {
    strategy: strategy.id,
    assessed: before.filter((each) => each !== null).length,
    readyNowBefore: readyNowOf(before),
    readyNowAfter: readyNowOf(after),
    meanBefore: meanOf(before),
    meanAfter: meanOf(after),
  };
}

const readyNowOf = (people: readonly (StrategyReadiness | null)[]): number =>
  people.filter((each) => each?.readyNow).length;

function meanOf(people: readonly (StrategyReadiness | null)[]): number | null {
  const values = people.flatMap((each) => (each === null ? [] : [each.readiness]));
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
