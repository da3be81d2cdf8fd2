import { TOLERANCE, requireWithin } from './checks.js';

/**
 * How many raters a mean needs for a wanted reliability: Spearman–Brown solved for k, and rounded up.
 *
 * k = ⌈target·(1 − r) / (r·(1 − target))⌉, at least 1
 *
 * @param reliability of one rating, 0..1
 * @param target      the wanted reliability of the mean, above 0 and below 1; 0.70 is usual
 * @returns           whole raters; null when one rating has no reliability, since then no number is enough
 * @throws InvalidSampleError when the reliability is off 0..1 or the target off ]0, 1[
 *
 * See `spearmanBrown`. O(1).
 *
 * @example ratersNeeded(0.25, 0.7) // => 7
 */
export function ratersNeeded(reliability: number, target: number): number | null {
  requireWithin(reliability, [0, 1], 'A reliability');
  requireWithin(target, [Number.MIN_VALUE, 1 - Number.EPSILON / 2], 'The target');
  if (reliability <= TOLERANCE) return null;
  const raters = (target * (1 - reliability)) / (reliability * (1 - target));
  return Math.max(1, Math.ceil(raters - TOLERANCE));
}
