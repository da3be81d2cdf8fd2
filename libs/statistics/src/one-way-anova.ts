import { requireFinite, requireWholeNumber } from './checks.js';
import { InvalidSampleError } from './invalid-sample-error.js';
import type { RatingSums } from './rating-sums.js';
import { square } from './square.js';

export interface OneWayAnova {
  /** Mean square between subjects, G − 1 degrees of freedom. */
  readonly between: number;
  /** Mean square within subjects, N − G degrees of freedom. */
  readonly within: number;
  /** Effective number of ratings per subject, k0 = (N − Σn²/N) / (G − 1); the number itself when all have as many. */
  readonly ratingsPerSubject: number;
}

/**
 * How far apart subjects are, against how far apart the ratings of one subject are, when each subject has raters of
 * their own, in any number.
 *
 * @param subjects per subject the sums of their ratings; a subject without a rating is passed over
 * @returns        the mean squares; null of fewer than two subjects with a rating, or when nobody has two ratings
 * @throws InvalidSampleError when a count is not a whole number, a sum not finite, or the squares too small for the sum
 *
 * One-way analysis of variance with unequal groups: Donner (1986), International Statistical Review 54, for k0. Sums of
 * whole-number ratings are exact. O(subjects).
 *
 * @example oneWayAnova([{ count: 2, sum: 3, sumOfSquares: 5 }, { count: 2, sum: 9, sumOfSquares: 41 }])
 * // => { between: 9, within: 0.5, ratingsPerSubject: 2 }
 */
export function oneWayAnova(subjects: readonly RatingSums[]): OneWayAnova | null {
  let groups = 0;
  let total = 0;
  let totalSum = 0;
  let totalOfCountSquares = 0;
  let withinSquares = 0;
  for (const row of subjects) {
    if (row.count === 0) continue;
    withinSquares += squaresAboutOwnMean(row);
    groups += 1;
    total += row.count;
    totalSum += row.sum;
    totalOfCountSquares += square(row.count);
  }
  if (groups < 2 || total === groups) return null;
  const grandMean = totalSum / total;
  let betweenSquares = 0;
  for (const { count, sum } of subjects) {
    if (count > 0) betweenSquares += count * square(sum / count - grandMean);
  }
  return {
    between: betweenSquares / (groups - 1),
    within: withinSquares / (total - groups),
    ratingsPerSubject: (total - totalOfCountSquares / total) / (groups - 1),
  };
}

function squaresAboutOwnMean({ count, sum, sumOfSquares }: RatingSums): number {
  requireWholeNumber(count, 0, 'A number of ratings');
  requireFinite([sum, sumOfSquares], 'Sums of ratings');
  const squares = sumOfSquares - square(sum) / count;
  if (squares < -1e-9 * Math.max(1, sumOfSquares)) {
    throw new InvalidSampleError(
      `${count} ratings with the sum ${sum} cannot have ${sumOfSquares} as their squares`,
    );
  }
  return Math.max(0, squares);
}
