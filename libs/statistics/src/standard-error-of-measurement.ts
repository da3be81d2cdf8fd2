import { TOLERANCE, requireWithin } from './checks.js';

/**
 * By how much a released score would move if other raters of the same kind had been asked.
 *
 * SEM = s·√(1 − r_xx)
 *
 * @param standardDeviation s of the scores over the reference sample, in levels, >= 0
 * @param reliability       r_xx of the score, 0..1
 * @returns                 in levels, 0..s; null when the reliability is 0: such scores tell nothing, so no interval is honest
 * @throws InvalidSampleError when the standard deviation is negative or infinite, or the reliability off 0..1
 *
 * Lord & Novick (1968), Statistical Theories of Mental Test Scores, ch. 3. O(1).
 *
 * @example standardErrorOfMeasurement(0.6, 0.8) // => 0.268…
 */
export function standardErrorOfMeasurement(standardDeviation: number, reliability: number): number | null {
  requireWithin(standardDeviation, [0, Number.MAX_VALUE], 'A standard deviation');
  requireWithin(reliability, [0, 1], 'A reliability');
  return reliability <= TOLERANCE ? null : standardDeviation * Math.sqrt(1 - reliability);
}
