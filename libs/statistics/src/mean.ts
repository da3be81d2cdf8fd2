import { requireFinite } from './checks.js';

/**
 * The arithmetic mean, Σx / n.
 *
 * @param values any number of finite values, in one unit
 * @returns      in the unit of the values; null of no values
 * @throws InvalidSampleError when a value is not a finite number
 *
 * Summed as differences from the first value, so that equal values have exactly their own mean. O(n).
 *
 * @example mean([1, 2, 6]) // => 3
 */
export function mean(values: readonly number[]): number | null {
  requireFinite(values, 'Values');
  const origin = values[0];
  if (origin === undefined) return null;
  let sum = 0;
  for (const value of values) sum += value - origin;
  return origin + sum / values.length;
}
