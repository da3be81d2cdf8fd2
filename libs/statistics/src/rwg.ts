import { requireWholeNumber } from './checks.js';
import { variance } from './variance.js';

/**
 * How far raters agree on one thing: 1 less their variance as a share of what blind answering over the scale gives.
 *
 * r_wg = 1 − s² / ((A² − 1)/12), and 0 where that is below 0
 *
 * @param ratings    of one subject on one item, in levels
 * @param scaleSteps A, the number of answers of the scale, at least 2
 * @returns          0 (no more than blind) to 1 (all alike); null of fewer than two ratings
 * @throws InvalidSampleError when a rating is not a finite number or the scale has fewer than two answers
 *
 * James, Demaree & Wolf (1984), Journal of Applied Psychology 69. O(n).
 *
 * @example rwg([4, 4, 5, 4], 5) // => 0.875
 */
export function rwg(ratings: readonly number[], scaleSteps: number): number | null {
  requireWholeNumber(scaleSteps, 2, 'The steps of the scale');
  const observed = variance(ratings);
  return observed === null ? null : Math.max(0, 1 - observed / blindVariance(scaleSteps));
}

/** The variance of answers spread evenly over a scale of so many steps. */
export const blindVariance = (scaleSteps: number): number => (scaleSteps * scaleSteps - 1) / 12;
