import { twoWayAnova } from './two-way-anova.js';
import { shareOfVariance } from './share-of-variance.js';

/**
 * ICC(2,k): how far the mean of the k raters agrees with that of other k raters, severity counted as error.
 *
 * ICC(2,k) = (BMS − EMS) / (BMS + (JMS − EMS)/n), n subjects (two-way random).
 *
 * @param matrix one row per subject, one column per rater, no gaps
 * @returns      at most 1, below 0 when raters agree less than by chance;
 *               null of fewer than two subjects or two raters, or when nothing differs
 * @throws InvalidSampleError when the rows are of unequal lengths or a rating is not a finite number
 *
 * Shrout & Fleiss (1979), Psychological Bulletin 86, 420–428. O(cells).
 *
 * @example icc2k([[1, 2], [4, 5]]) // => 18 / 19
 */
export function icc2k(matrix: readonly (readonly number[])[]): number | null {
  const anova = twoWayAnova(matrix);
  if (anova === null) return null;
  const { subjects, raters, residual, subjectCount: n } = anova;
  return shareOfVariance(subjects - residual, subjects + (raters - residual) / n);
}
