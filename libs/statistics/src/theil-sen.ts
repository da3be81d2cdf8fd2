import { requireFinite } from './checks.js';
import { median } from './median.js';

/** A point of a series; x in any unit of time, such as days. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  /** Change of y per unit of x. */
  readonly slope: number;
  /** y at x = 0. */
  readonly intercept: number;
}

/**
 * The straight trend of a series that a few odd points do not bend.
 *
 * slope = median of (y_j − y_i)/(x_j − x_i) over pairs with different x; intercept = median of (y − slope·x)
 *
 * @param points any number, in any order
 * @returns      the line; null when there are not two different x
 * @throws InvalidSampleError when a coordinate is not a finite number
 *
 * Theil (1950), Sen (1968), Journal of the American Statistical Association 63. O(n² log n).
 *
 * @example theilSen([{ x: 0, y: 1 }, { x: 1, y: 3 }, { x: 2, y: 5 }]) // => { slope: 2, intercept: 1 }
 */
export function theilSen(points: readonly Point[]): Line | null {
  requireFinite(
    points.flatMap(({ x, y }) => [x, y]),
    'Coordinates',
  );
  const slopes: number[] = [];
  for (const [place, first] of points.entries()) {
    for (let other = place + 1; other < points.length; other += 1) {
      const second = points[other]!;
      if (second.x !== first.x) slopes.push((second.y - first.y) / (second.x - first.x));
    }
  }
  const slope = median(slopes);
  if (slope === null) return null;
  return { slope, intercept: median(points.map(({ x, y }) => y - slope * x))! };
}
