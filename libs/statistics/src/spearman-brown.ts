import { requireWithin } from './checks.js';

/**
 * The reliability of the mean of k ratings, from that of one.
 *
 * r_k = k·r / (1 + (k − 1)·r)
 *
 * @param reliability of one rating, 0..1
 * @param ratings     how many are averaged, > 0; a fraction is the effective number of unequal groups
 * @returns           0..1, rising with both
 * @throws InvalidSampleError when the reliability is off 0..1 or the number is not positive and finite
 *
 * Spearman (1910) and Brown (1910), British Journal of Psychology 3. O(1).
 *
 * @example spearmanBrown(0.25, 4) // => 0.571…
 */
export function spearmanBrown(reliability: number, ratings: number): number {
  requireWithin(reliability, [0, 1], 'A reliability');
  requireWithin(ratings, [Number.MIN_VALUE, Number.MAX_VALUE], 'The number of ratings');
  return reliability === 0 ? 0 : (ratings * reliability) / (1 + (ratings - 1) * reliability);
}
