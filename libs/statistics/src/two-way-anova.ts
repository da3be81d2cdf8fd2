import { InvalidSampleError } from './invalid-sample-error.js';
import { mean } from './mean.js';
import { square } from './square.js';

export interface TwoWayAnova {
  /** Mean squares between subjects, between raters, and of the residual. */
  readonly subjects: number;
  readonly raters: number;
  readonly residual: number;
  readonly subjectCount: number;
  readonly raterCount: number;
}

/**
 * How far apart subjects are, how far apart raters are, and what is left, when the same raters rate every subject.
 *
 * @param matrix one row per subject, one column per rater, no gaps
 * @returns      the mean squares; null of fewer than two subjects or two raters
 * @throws InvalidSampleError when the rows are of unequal lengths or a rating is not a finite number
 *
 * Two-way analysis of variance, one observation a cell: Shrout & Fleiss (1979), table 2. O(cells).
 */
export function twoWayAnova(matrix: readonly (readonly number[])[]): TwoWayAnova | null {
  const subjectCount = matrix.length;
  const raterCount = matrix[0]?.length ?? 0;
  if (matrix.some((row) => row.length !== raterCount)) {
    throw new InvalidSampleError('Every subject must have a rating of every rater');
  }
  const grandMean = mean(matrix.flat());
  if (grandMean === null || subjectCount < 2 || raterCount < 2) return null;
  const subjectMeans = matrix.map((row) => mean(row)!);
  const raterMeans = matrix[0]!.map((_, rater) => mean(matrix.map((row) => row[rater]!))!);
  let residualSquares = 0;
  for (const [subject, row] of matrix.entries()) {
    for (const [rater, rating] of row.entries()) {
      residualSquares += square(rating - subjectMeans[subject]! - raterMeans[rater]! + grandMean);
    }
  }
  const squaresOf = (means: readonly number[]): number =>
    means.reduce((sum, value) => sum + square(value - grandMean), 0);
  return {
    subjects: (raterCount * squaresOf(subjectMeans)) / (subjectCount - 1),
    raters: (subjectCount * squaresOf(raterMeans)) / (raterCount - 1),
    residual: residualSquares / ((subjectCount - 1) * (raterCount - 1)),
    subjectCount,
    raterCount,
  };
}
