import { oneWayAnova } from './one-way-anova.js';
import type { RatingSums } from './rating-sums.js';
import { shareOfVariance } from './share-of-variance.js';

/**
 * ICC(1,1): how far one rating tells subjects apart, when each subject has raters of their own (one-way random).
 *
 * ICC(1,1) = (BMS − WMS) / (BMS + (k0 − 1)·WMS), with k0 the effective number of ratings per subject.
 *
 * @param subjects per subject the sums of their ratings, in any number each; those without a rating are passed over
 * @returns      at most 1, below 0 when ratings of one subject differ more than subjects do;
 *               null of fewer than two subjects with a rating, when nobody has two, or when nothing differs
 * @throws InvalidSampleError when a row is not the sums of ratings
 *
 * Shrout & Fleiss (1979), Psychological Bulletin 86, 420–428. O(subjects).
 *
 * @example icc11([[1, 2], [4, 5]].map(ratingSums)) // => 17 / 19
 */
export function icc11(subjects: readonly RatingSums[]): number | null {
  const anova = oneWayAnova(subjects);
  if (anova === null) return null;
  const { between, within, ratingsPerSubject } = anova;
  return shareOfVariance(between - within, between + (ratingsPerSubject - 1) * within);
}
