import { requireWithin } from './checks.js';

/**
 * The factor J that takes the upward bias of a small sample out of a standardized mean difference.
 *
 * J = 1 − 3 / (4·df − 1)
 *
 * @param degreesOfFreedom of the standard deviation in the divisor, at least 1
 * @returns                0..1, nearing 1 as the sample grows
 * @throws InvalidSampleError when there is less than one degree of freedom
 *
 * Hedges (1981), Journal of Educational Statistics 6, 107–128, in its simple approximation. O(1).
 *
 * @example smallSampleCorrection(7) // => 0.888…
 */
export function smallSampleCorrection(degreesOfFreedom: number): number {
  requireWithin(degreesOfFreedom, [1, Number.MAX_VALUE], 'The degrees of freedom');
  return 1 - 3 / (4 * degreesOfFreedom - 1);
}
