import { standardErrorOfMeasurement } from './standard-error-of-measurement.js';

/**
 * The spread of the difference of two measurements of somebody who did not change, both as exact as the first.
 *
 * S_diff = s·√2·√(1 − r_xx)
 *
 * @param standardDeviation s of the scores of the reference sample at the first occasion, in levels, >= 0
 * @param reliability       r_xx of the person's score at the first occasion, 0..1
 * @returns                 in levels; null when the reliability is 0
 * @throws InvalidSampleError when the standard deviation is negative or infinite, or the reliability off 0..1
 *
 * Jacobson & Truax (1991), Journal of Consulting and Clinical Psychology 59. O(1).
 *
 * @example standardErrorOfDifference(0.6, 0.8) // => 0.379…
 */
export function standardErrorOfDifference(standardDeviation: number, reliability: number): number | null {
  const error = standardErrorOfMeasurement(standardDeviation, reliability);
  return error === null ? null : error * Math.SQRT2;
}
