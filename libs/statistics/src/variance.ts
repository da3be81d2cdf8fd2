import { mean } from './mean.js';
import { square } from './square.js';

/**
 * The sample variance, Σ(x − mean)² / (n − 1): unbiased for the population the sample was drawn from.
 *
 * @param values finite values, in one unit
 * @returns      >= 0, in the square of that unit; null of fewer than two values, which have no spread to speak of
 * @throws InvalidSampleError when a value is not a finite number
 *
 * Two passes, each about the mean (Chan, Golub & LeVeque 1983, The American Statistician 37). O(n).
 *
 * @example variance([4, 4, 5, 4]) // => 0.25
 */
export function variance(values: readonly number[]): number | null {
  const center = mean(values);
  if (center === null || values.length < 2) return null;
  let squares = 0;
  for (const value of values) squares += square(value - center);
  return squares / (values.length - 1);
}
