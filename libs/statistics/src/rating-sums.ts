import { requireFinite } from './checks.js';
import { square } from './square.js';

/** The ratings of one subject, added up; what `count(*), sum(level), sum(level * level)` gives per subject. */
export interface RatingSums {
  /** Number of ratings, >= 0. */
  readonly count: number;
  /** Sum of the ratings, in levels. */
  readonly sum: number;
  /** Sum of the squared ratings, in levels squared; at least sum² / count. */
  readonly sumOfSquares: number;
}

/**
 * The sums of one subject's ratings, for `oneWayAnova`.
 *
 * @param ratings the ratings of one subject, in any order
 * @returns       their number, sum and sum of squares
 * @throws InvalidSampleError when a rating is not a finite number
 *
 * O(ratings).
 *
 * @example ratingSums([4, 5]) // => { count: 2, sum: 9, sumOfSquares: 41 }
 */
export function ratingSums(ratings: readonly number[]): RatingSums {
  requireFinite(ratings, 'Ratings');
  let sum = 0;
  let sumOfSquares = 0;
  for (const rating of ratings) {
    sum += rating;
    sumOfSquares += square(rating);
  }
  return { count: ratings.length, sum, sumOfSquares };
}
