import { requireWithin } from './checks.js';
import { square } from './square.js';

/**
 * The spread of the difference of two measurements of somebody who did not change, each with an error of its own.
 *
 * S_diff = √(SEM_pre² + SEM_post²)
 *
 * @param errorPre  standard error of measurement at the first occasion, in levels, >= 0
 * @param errorPost the same at the second
 * @returns         in levels; with equal errors that of `standardErrorOfDifference`
 * @throws InvalidSampleError when an error is negative or infinite
 *
 * Maassen (2004), Journal of the International Neuropsychological Society 10, 888–893. O(1).
 *
 * @example standardErrorOfDifferenceFromBoth(0.3, 0.4) // => 0.5
 */
export function standardErrorOfDifferenceFromBoth(errorPre: number, errorPost: number): number {
  for (const error of [errorPre, errorPost]) requireWithin(error, [0, Number.MAX_VALUE], 'A standard error');
  return Math.sqrt(square(errorPre) + square(errorPost));
}
