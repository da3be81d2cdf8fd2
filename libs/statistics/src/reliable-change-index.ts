import { TOLERANCE, requireFinite, requireWithin } from './checks.js';

/**
 * A person's change in units of what error alone would give; beyond ±1.96 error alone gives it once in twenty.
 *
 * RC = (post − pre) / S_diff
 *
 * @param pre                       score at the first occasion, in levels
 * @param post                      score at the second
 * @param standardErrorOfDifference S_diff, in levels, >= 0
 * @returns                         positive for a rise; null when S_diff is 0, since no number divides by it
 * @throws InvalidSampleError when a score is not a finite number or S_diff is negative or infinite
 *
 * Jacobson & Truax (1991), Journal of Consulting and Clinical Psychology 59. O(1).
 *
 * @example reliableChangeIndex(2.6, 3.6, 0.379) // => 2.63…
 */
export function reliableChangeIndex(
  pre: number,
  post: number,
  standardErrorOfDifference: number,
): number | null {
  requireFinite([pre, post], 'Scores');
  requireWithin(standardErrorOfDifference, [0, Number.MAX_VALUE], 'S_diff');
  return standardErrorOfDifference <= TOLERANCE ? null : (post - pre) / standardErrorOfDifference;
}
