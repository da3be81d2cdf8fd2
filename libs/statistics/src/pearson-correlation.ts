import { TOLERANCE, requireSameLength } from './checks.js';
import { mean } from './mean.js';
import { standardDeviation } from './standard-deviation.js';

/**
 * How far two measurements of the same people rise together on a straight line.
 *
 * r = Σ(x − x̄)(y − ȳ) / ((n − 1)·s_x·s_y)
 *
 * @param x one finite value per person
 * @param y the same people in the same order
 * @returns −1..1; null of fewer than two people, or when one of the two does not vary
 * @throws InvalidSampleError when the lengths differ or a value is not a finite number
 *
 * Pearson (1896), Philosophical Transactions A 187. O(n).
 *
 * @example pearsonCorrelation([1, 2, 3], [2, 4, 6]) // => 1
 */
export function pearsonCorrelation(x: readonly number[], y: readonly number[]): number | null {
  requireSameLength(x, y, 'Values');
  const [centerX, centerY, spreadX, spreadY] = [mean(x), mean(y), standardDeviation(x), standardDeviation(y)];
  if (centerX === null || centerY === null || spreadX === null || spreadY === null) return null;
  if (spreadX <= TOLERANCE || spreadY <= TOLERANCE) return null;
  let products = 0;
  for (const [person, value] of x.entries()) products += (value - centerX) * (y[person]! - centerY);
  return Math.min(1, Math.max(-1, products / ((x.length - 1) * spreadX * spreadY)));
}
