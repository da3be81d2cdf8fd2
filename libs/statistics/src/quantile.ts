import { requireFinite, requireWithin } from './checks.js';

/**
 * The value below which a share p of the sorted values lies, interpolated linearly between the neighbors of
 * position p·(n − 1): type 7 of Hyndman & Fan (1996, The American Statistician 50), the default of R and NumPy.
 *
 * @param sorted ascending finite values
 * @param share  0..1; 0.5 is the median
 * @returns      within the range of the values; null of no values
 * @throws InvalidSampleError when the share is outside 0..1 or a value is not a finite number
 *
 * O(n) for the check.
 *
 * @example quantile([1, 2, 3, 4], 0.5) // => 2.5
 */
export function quantile(sorted: ArrayLike<number> & Iterable<number>, share: number): number | null {
  requireFinite(sorted, 'Values');
  requireWithin(share, [0, 1], 'The share');
  const position = share * (sorted.length - 1);
  const lower = sorted[Math.floor(position)];
  const upper = sorted[Math.ceil(position)];
  if (lower === undefined || upper === undefined) return null;
  return lower + (upper - lower) * (position - Math.floor(position));
}
