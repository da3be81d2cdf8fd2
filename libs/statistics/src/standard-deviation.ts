import { variance } from './variance.js';

/**
 * The sample standard deviation, √(Σ(x − mean)² / (n − 1)).
 *
 * @param values finite values, in one unit
 * @returns      >= 0, in that unit; null of fewer than two values
 * @throws InvalidSampleError when a value is not a finite number
 *
 * See {@link variance}. O(n).
 *
 * @example standardDeviation([1, 2, 3]) // => 1
 */
export function standardDeviation(values: readonly number[]): number | null {
  const squared = variance(values);
  return squared === null ? null : Math.sqrt(squared);
}
