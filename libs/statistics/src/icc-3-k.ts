import { twoWayAnova } from './two-way-anova.js';
import { shareOfVariance } from './share-of-variance.js';

/**
 * ICC(3,k): how far the mean of exactly these k raters orders subjects; Cronbach's alpha.
 *
 * ICC(3,k) = (BMS − EMS) / BMS (two-way mixed, consistency).
 *
 * @param matrix one row per subject, one column per rater, no gaps
 * @returns      at most 1, below 0 when raters agree less than by chance;
 *               null of fewer than two subjects or two raters, or when nothing differs
 * @throws InvalidSampleError when the rows are of unequal lengths or a rating is not a finite number
 *
 * Shrout & Fleiss (1979), Psychological Bulletin 86, 420–428. O(cells).
 *
 * @example icc3k([[1, 2], [4, 5]]) // => 1
 */
export function icc3k(matrix: readonly (readonly number[])[]): number | null {
  const anova = twoWayAnova(matrix);
  if (anova === null) return null;
  const { subjects, residual } = anova;
  return shareOfVariance(subjects - residual, subjects);
}
