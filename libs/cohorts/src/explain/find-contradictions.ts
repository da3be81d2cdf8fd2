import { MipStatus } from '../exact/mip-model.js';
import type { MipSolver } from '../exact/mip-model.js';
import type { CohortProblem } from '../document/problem.js';
import { indexOf } from '../document/problem-index.js';
import type { NameOf } from '../document/problem-index.js';
import { ContradictionStatus } from './conflicting-rule.js';
import type { Contradictions } from './conflicting-rule.js';
import { fastContradictions } from './fast-contradictions.js';
import { minimalContradiction } from './minimal-contradiction.js';

export interface ContradictionOptions {
  /** How ids are called in sentences; not given: by the id. */
  readonly nameOf?: NameOf;
  /** For the proof and a minimal set where the fast checks find nothing; not given: fast checks only. */
  readonly solver?: MipSolver;
}

const STATUS = {
  [MipStatus.Infeasible]: ContradictionStatus.Contradiction,
  [MipStatus.Optimal]: ContradictionStatus.Possible,
  [MipStatus.Stopped]: ContradictionStatus.NotFound,
} as const;

/**
 * Which rules of a problem cannot hold together: the fast checks, then, with a solver, a minimal set by proof.
 *
 * @param problem as `readProblem` gives it
 * @returns       rules that cannot hold together, that a plan exists, or that neither was shown
 *
 * O(executives × cohorts + pairs) for the fast checks; some dozens of small mixed-integer programs for a minimal set.
 *
 * @example findContradictions(problem).status // => 'NOT_FOUND'
 */
export function findContradictions(
  problem: CohortProblem,
  options: ContradictionOptions = {},
): Contradictions {
  const index = indexOf(problem, options.nameOf);
  const [rules, ...others] = fastContradictions(index);
  if (rules) return { status: ContradictionStatus.Contradiction, rules, minimal: true, others };
  if (!options.solver) return { status: ContradictionStatus.NotFound, rules: [], minimal: false, others: [] };
  const found = minimalContradiction(index, options.solver);
  return {
    status: STATUS[found.status],
    rules: found.rules.map(({ stated }) => stated),
    minimal: found.minimal,
    others: [],
  };
}
