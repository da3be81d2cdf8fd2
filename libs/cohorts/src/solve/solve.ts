import { compileProblem } from '../compile/compile-problem.js';
import type { CompiledProblem } from '../compile/compiled-problem.js';
import type { CohortProblem, Placement } from '../document/problem.js';
import type { ConflictingRule } from '../explain/conflicting-rule.js';
import { findContradictions } from '../explain/find-contradictions.js';
import { refereeOf } from '../referee/evaluate.js';
import type { Evaluation } from '../referee/evaluate.js';
import type { Effort } from './effort.js';
import type { Progress } from './progress.js';
import { placementsOf } from './placements-of.js';
import { Search } from './search.js';
import type { Found } from './search.js';

/** Whether there is a plan, and what is known when there is none. */
export const SolutionStatus = {
  /** No plan is better. */
  Optimal: 'OPTIMAL',
  /** A plan; how far from the best at most, the bound says. */
  Feasible: 'FEASIBLE',
  /** No plan can hold every rule; that is proven. */
  Infeasible: 'INFEASIBLE',
  /** None was found within the effort; there may be one. */
  NotFound: 'NOT_FOUND',
} as const;
export type SolutionStatus = (typeof SolutionStatus)[keyof typeof SolutionStatus];

export interface Solution {
  readonly status: SolutionStatus;
  /** Empty unless there is a plan. */
  readonly placements: readonly Placement[];
  /** As the referee gives it; null without a plan. */
  readonly evaluation: Evaluation | null;
  /** No plan is worth more; null where nothing is proven. */
  readonly bound: number | null;
  /** Points that one more unit of money would bring at most, by the dual; 0 where the budget does not bind. */
  readonly budgetPrice: number;
  /** Rules that cannot hold together, where the fast checks find them; see `findContradictions` for more. */
  readonly contradictions: readonly ConflictingRule[];
}

export interface SolveOptions {
  /** A whole number 0..2^32 − 1. */
  readonly seed: number;
  readonly effort: Effort;
  /** Told every few milliseconds; false stops the run with the best plan so far. */
  readonly onProgress?: (progress: Progress) => boolean;
}

/**
 * Places executives in cohorts so that benefit less penalties is as high as it can be made and every rule holds.
 *
 * Compile, Lagrangian dual (a bound that holds by proof, and prices), construct, anneal from several sets of open cohorts,
 * open and close cohorts, descend; small problems are searched to the end. The referee checks what is returned.
 *
 * @param problem as `readProblem` gives it
 * @param options the same problem, seed and effort give the same answer on any machine; effort is a budget of iterations
 * @returns       a plan that breaks no rule; or that there is none; or that none was found, which is not the same
 * @throws InvalidSampleError when the seed is no whole number 0..2^32 − 1
 *
 * Geoffrion (1974), Lagrangean relaxation for integer programming; Kirkpatrick, Gelatt & Vecchi (1983), Optimization by
 * simulated annealing. Time grows with the effort's budget, memory with the eligible pairs.
 */
export function solve(problem: CohortProblem, options: SolveOptions): Solution {
  const steps = solveInSteps(problem, options);
  for (let step = steps.next(true); ;) {
    if (step.done) return step.value;
    step = steps.next(options.onProgress?.(step.value) ?? true);
  }
}

/** `solve`, by someone else's clock: yields how far it is every few milliseconds; `next(false)` stops it. */
export function* solveInSteps(
  problem: CohortProblem,
  options: Omit<SolveOptions, 'onProgress'>,
): Generator<Progress, Solution, boolean> {
  const compiled = compileProblem(problem);
  if (compiled.impossible) return withoutPlan(SolutionStatus.Infeasible, findContradictions(problem).rules);
  const found = yield* new Search(compiled, options).run();
  return answerOf(problem, compiled, found);
}

const withoutPlan = (status: SolutionStatus, contradictions: readonly ConflictingRule[]): Solution => ({
  status,
  placements: [],
  evaluation: null,
  bound: null,
  budgetPrice: 0,
  contradictions,
});

function answerOf(problem: CohortProblem, compiled: CompiledProblem, found: Found): Solution {
  if (!found.exists)
    return withoutPlan(found.finished ? SolutionStatus.Infeasible : SolutionStatus.NotFound, []);
  const placements = placementsOf(problem, compiled, found.cohorts);
  const evaluation = refereeOf(problem)(placements);
  if (evaluation.brokenRules.length > 0) return withoutPlan(SolutionStatus.NotFound, []);
  const bound = found.finished ? evaluation.objective : aboveDust(found.bound, evaluation.objective);
  const optimal = Math.abs(bound - evaluation.objective) <= 1e-9 * Math.max(1, Math.abs(bound));
  const status = optimal ? SolutionStatus.Optimal : SolutionStatus.Feasible;
  return { status, placements, evaluation, bound, budgetPrice: found.budgetPrice, contradictions: [] };
}

/** The bound, which rounding alone may have put below the plan; more than that would be a fault to be seen. */
const aboveDust = (bound: number, objective: number): number =>
  bound < objective && bound > objective - 1e-7 * Math.max(1, Math.abs(objective)) ? objective : bound;
