import { twoWayAnova } from './two-way-anova.js';
import { shareOfVariance } from './share-of-variance.js';

/**
 * ICC(3,1): how far one of exactly these raters orders subjects as the others do, severity left aside.
 *
 * ICC(3,1) = (BMS − EMS) / (BMS + (k − 1)·EMS), k raters (two-way mixed, consistency).
 *
 * @param matrix one row per subject, one column per rater, no gaps
 * @returns      at most 1, below 0 when raters agree less than by chance;
 *               null of fewer than two subjects or two raters, or when nothing differs
 * @throws InvalidSampleError when the rows are of unequal lengths or a rating is not a finite number
 *
 * Shrout & Fleiss (1979), Psychological Bulletin 86, 420–428. O(cells).
 *
 * @example icc31([[1, 2], [4, 5]]) // => 1
 */
export function icc31(matrix: readonly (readonly number[])[]): number | null {
  const anova = twoWayAnova(matrix);
  if (anova === null) return null;
  const { subjects, residual, raterCount: k } = anova;
  return shareOfVariance(subjects - residual, subjects + (k - 1) * residual);
}
