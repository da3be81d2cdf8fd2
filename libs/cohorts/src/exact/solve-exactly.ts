import { compileProblem } from '../compile/compile-problem.js';
import type { CohortProblem, Placement } from '../document/problem.js';
import { placementsOf } from '../solve/placements-of.js';
import { exactModelOf } from './exact-model.js';
import { MipStatus } from './mip-model.js';
import type { MipLimits, MipSolver } from './mip-model.js';

export interface ExactPlan {
  readonly status: MipStatus;
  /** The best plan when the status is OPTIMAL; empty else. */
  readonly placements: readonly Placement[];
}

/**
 * Solves a problem to proven optimality by a mixed-integer program of everything that the evaluator knows.
 *
 * @param problem as `readProblem` gives it
 * @param solver  of mixed-integer programs; the lib has none of its own
 * @param limits  of the solver; an unfinished proof is STOPPED
 * @returns       the best plan, that there is none, or that neither was shown
 */
export function solveExactly(problem: CohortProblem, solver: MipSolver, limits: MipLimits): ExactPlan {
  const compiled = compileProblem(problem);
  if (compiled.impossible) return { status: MipStatus.Infeasible, placements: [] };
  const { model, cohortsOf } = exactModelOf(compiled);
  const { status, solution } = solver(model, limits);
  if (status !== MipStatus.Optimal) return { status, placements: [] };
  return { status, placements: placementsOf(problem, compiled, cohortsOf(solution)) };
}

/** Pairs of an executive and a cohort that may be: how large the exact model is. */
export const eligiblePairs = (problem: CohortProblem): number => compileProblem(problem).openTo.length;
