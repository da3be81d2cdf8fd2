import { TOLERANCE, requireSameLength } from './checks.js';
import { mean } from './mean.js';
import { smallSampleCorrection } from './small-sample-correction.js';
import { standardDeviation } from './standard-deviation.js';

/**
 * The pre-test SD d: how large the mean change of one group is, in standard deviations of the group before it. Without
 * a comparison it holds whatever else changed meanwhile.
 *
 * d = mean(post − pre) / s_pre · J(n − 1)
 *
 * @param pre  one score per person at the first occasion
 * @param post the same people in the same order at the second
 * @returns    positive for a rise; null of fewer than two people, or when all were alike at first
 * @throws InvalidSampleError when the lengths differ or a score is not a finite number
 *
 * Becker (1988), British Journal of Mathematical and Statistical Psychology 41; divisor after Glass (1976). O(n).
 *
 * @example preTestSdEffect([1, 2, 3], [2, 3, 4]) // => 0.571…
 */
export function preTestSdEffect(pre: readonly number[], post: readonly number[]): number | null {
  requireSameLength(pre, post, 'Scores before and after');
  const meanChange = mean(post.map((score, person) => score - pre[person]!));
  const spread = standardDeviation(pre);
  if (meanChange === null || spread === null || spread <= TOLERANCE) return null;
  return (meanChange / spread) * smallSampleCorrection(pre.length - 1);
}
