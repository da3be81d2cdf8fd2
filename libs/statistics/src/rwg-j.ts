import { requireWholeNumber } from './checks.js';
import { mean } from './mean.js';
import { blindVariance } from './rwg.js';
import { variance } from './variance.js';

/**
 * How far raters agree over J parallel items.
 *
 * r_wg(j) = J·(1 − q) / (J·(1 − q) + q), q = mean variance of an item / ((A² − 1)/12), and 0 where q is above 1
 *
 * @param items      per item the ratings of the raters, in levels; an item with fewer than two is passed over
 * @param scaleSteps A, the number of answers of the scale, at least 2
 * @returns          0..1; null when no item has two ratings
 * @throws InvalidSampleError when a rating is not a finite number or the scale has fewer than two answers
 *
 * James, Demaree & Wolf (1984), Journal of Applied Psychology 69. O(ratings).
 *
 * @example rwgJ([[4, 4, 5, 4], [3, 4, 4, 4], [5, 4, 4, 5]], 5) // => 0.948…
 */
export function rwgJ(items: readonly (readonly number[])[], scaleSteps: number): number | null {
  requireWholeNumber(scaleSteps, 2, 'The steps of the scale');
  const variances = items.map((ratings) => variance(ratings)).filter((value) => value !== null);
  const observed = mean(variances);
  if (observed === null) return null;
  const share = observed / blindVariance(scaleSteps);
  const agreed = variances.length * Math.max(0, 1 - share);
  return agreed / (agreed + share);
}
