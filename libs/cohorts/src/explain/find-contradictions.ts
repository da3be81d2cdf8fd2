import type { CohortProblem } from '../document/problem.js';
import { indexOf } from '../document/problem-index.js';
import type { NameOf } from '../document/problem-index.js';
import { ContradictionStatus } from './conflicting-rule.js';
import type { Contradictions } from './conflicting-rule.js';
import { fastContradictions } from './fast-contradictions.js';

export interface ContradictionOptions {
  /** How ids are called in sentences; not given: by the id. */
  readonly nameOf?: NameOf;
}

/**
 * Which rules of a problem cannot hold together.
 *
 * Fast checks: locked against eligibility, together against apart and managers, a party without a common cohort,
 * minimums beyond those eligible, must-seat executives beyond the seats, absence against locks, the budget below the
 * cheapest seats of those who must sit.
 *
 * @param problem as `readProblem` gives it
 * @returns       a set of rules that cannot hold together, a plan's existence, or that neither was shown
 *
 * O(executives × cohorts + pairs) for the fast checks.
 *
 * @example findContradictions(problem).status // => 'NOT_FOUND'
 */
export function findContradictions(
  problem: CohortProblem,
  options: ContradictionOptions = {},
): Contradictions {
  const [rules, ...others] = fastContradictions(indexOf(problem, options.nameOf));
  if (rules) return { status: ContradictionStatus.Contradiction, rules, minimal: false, others };
  return { status: ContradictionStatus.NotFound, rules: [], minimal: false, others: [] };
}
