import { twoWayAnova } from './two-way-anova.js';
import { shareOfVariance } from './share-of-variance.js';

/**
 * ICC(2,1): how far one rating agrees with those of other raters of the same pool, severity counted as error.
 *
 * ICC(2,1) = (BMS − EMS) / (BMS + (k − 1)·EMS + k·(JMS − EMS)/n), k raters, n subjects (two-way random).
 *
 * @param matrix one row per subject, one column per rater, no gaps
 * @returns      at most 1, below 0 when raters agree less than by chance;
 *               null of fewer than two subjects or two raters, or when nothing differs
 * @throws InvalidSampleError when the rows are of unequal lengths or a rating is not a finite number
 *
 * Shrout & Fleiss (1979), Psychological Bulletin 86, 420–428. O(cells).
 *
 * @example icc21([[1, 2], [4, 5]]) // => 0.9
 */
export function icc21(matrix: readonly (readonly number[])[]): number | null {
  const anova = twoWayAnova(matrix);
  if (anova === null) return null;
  const { subjects, raters, residual, subjectCount: n, raterCount: k } = anova;
  return shareOfVariance(subjects - residual, subjects + (k - 1) * residual + (k * (raters - residual)) / n);
}
