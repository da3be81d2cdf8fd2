import { quantile } from './quantile.js';

/**
 * The middle value; of an even number of values, the mean of the two in the middle.
 *
 * @param values finite values in any order; they are not changed
 * @returns      in the unit of the values; null of no values
 * @throws InvalidSampleError when a value is not a finite number
 *
 * O(n log n).
 *
 * @example median([3, 1, 2]) // => 2
 */
export function median(values: readonly number[]): number | null {
  return quantile(Float64Array.from(values).toSorted(), 0.5);
}
