import { requireFinite, requireSameLength, TOLERANCE } from './checks.js';
import { mean } from './mean.js';
import { square } from './square.js';

/** One group measured at two occasions: the scores of each person at the same place. */
export interface MeasuredTwice {
  readonly pre: readonly number[];
  readonly post: readonly number[];
}

export interface AdjustedDifference {
  /** How much more the treated scored afterwards than people of the comparison who scored alike before. */
  readonly difference: number;
  /** Of the difference, in the same unit; null of fewer than four people in all. */
  readonly standardError: number | null;
  /** By how much a score afterwards goes with one before, within the groups. */
  readonly slope: number;
  /** The difference in pooled standard deviations before. */
  readonly effect: number;
}

/**
 * The analysis of covariance of two groups: their difference afterwards, adjusted for how they differed before.
 *
 * post = b0 + difference·group + slope·pre, by least squares: slope = Σ(x − x̄_g)(y − ȳ_g) / S, S = Σ(x − x̄_g)²,
 * difference = (ȳ_T − ȳ_C) − slope·(x̄_T − x̄_C), SE² = s²·(1/n_T + 1/n_C + (x̄_T − x̄_C)²/S), s² = residuals / (n − 3);
 * effect = difference / √(S/(n − 2)).
 *
 * @param treated    the participants
 * @param comparison people measured at the same two occasions, without the program
 * @returns          null when a group is empty, of fewer than three people in all, or when within the groups all were
 *                   alike at first, so that there is nothing to adjust for
 * @throws InvalidSampleError when a score is not finite, or pre and post do not pair up
 *
 * Maxwell, Delaney & Kelley (2018), Designing Experiments and Analyzing Data, ch. 9. O(people).
 *
 * @example adjustedDifference({ pre: [1, 2, 3], post: [3, 4, 5] }, { pre: [2, 3, 4], post: [2, 3, 4] })?.difference // => 2
 */
export function adjustedDifference(
  treated: MeasuredTwice,
  comparison: MeasuredTwice,
): AdjustedDifference | null {
  const [t, c] = [momentsOf(treated), momentsOf(comparison)];
  if (t === null || c === null) return null;
  const people = t.people + c.people;
  const spread = t.prePre + c.prePre;
  if (people < 3 || spread <= TOLERANCE) return null;
  const slope = (t.prePost + c.prePost) / spread;
  const apart = t.meanPre - c.meanPre;
  const difference = t.meanPost - c.meanPost - slope * apart;
  const residuals = Math.max(0, t.postPost + c.postPost - slope * (t.prePost + c.prePost));
  const variance = (residuals / (people - 3)) * (1 / t.people + 1 / c.people + square(apart) / spread);
  const standardError = people < 4 ? null : Math.sqrt(variance);
  return { difference, standardError, slope, effect: difference / Math.sqrt(spread / (people - 2)) };
}

interface Moments {
  readonly people: number;
  readonly meanPre: number;
  readonly meanPost: number;
  readonly prePre: number;
  readonly prePost: number;
  readonly postPost: number;
}

/** Means, and sums of squares and products around them; null of nobody. */
function momentsOf({ pre, post }: MeasuredTwice): Moments | null {
  requireFinite([...pre, ...post], 'Scores');
  requireSameLength(pre, post, 'Scores before and after');
  const [meanPre, meanPost] = [mean(pre), mean(post)];
  if (meanPre === null || meanPost === null) return null;
  let [prePre, prePost, postPost] = [0, 0, 0];
  for (const [place, before] of pre.entries()) {
    const [x, y] = [before - meanPre, (post[place] ?? 0) - meanPost];
    prePre += x * x;
    prePost += x * y;
    postPost += y * y;
  }
  return { people: pre.length, meanPre, meanPost, prePre, prePost, postPost };
}
