import { oneWayAnova } from './one-way-anova.js';
import type { RatingSums } from './rating-sums.js';
import { shareOfVariance } from './share-of-variance.js';

/**
 * ICC(1,k): how far the mean of a subject's ratings tells subjects apart, when each has raters of their own.
 *
 * ICC(1,k) = (BMS − WMS) / BMS; with unequal groups the reliability at the effective number k0.
 *
 * @param subjects per subject the sums of their ratings, in any number each; those without a rating are passed over
 * @returns      at most 1, below 0 when ratings of one subject differ more than subjects do;
 *               null of fewer than two subjects with a rating, when nobody has two, or when nothing differs
 * @throws InvalidSampleError when a row is not the sums of ratings
 *
 * Shrout & Fleiss (1979), Psychological Bulletin 86, 420–428. O(subjects).
 *
 * @example icc1k([[1, 2], [4, 5]].map(ratingSums)) // => 17 / 18
 */
export function icc1k(subjects: readonly RatingSums[]): number | null {
  const anova = oneWayAnova(subjects);
  if (anova === null) return null;
  const { between, within } = anova;
  return shareOfVariance(between - within, between);
}
