import { icc11 } from './icc-1-1.js';
import type { RatingSums } from './rating-sums.js';

/**
 * ICC(1,1) read as a reliability: a negative estimate, ratings of one subject differing more than subjects do, says
 * that a rating tells nothing, which is 0.
 *
 * max(0, ICC(1,1))
 *
 * @param subjects per subject the sums of their ratings; those without a rating are passed over
 * @returns        0..1; null where `icc11` is
 * @throws InvalidSampleError when a row is not the sums of ratings
 *
 * See `icc11`. O(subjects).
 *
 * @example icc11AtLeastZero([[1, 5], [2, 4]].map(ratingSums)) // => 0
 */
export function icc11AtLeastZero(subjects: readonly RatingSums[]): number | null {
  const icc = icc11(subjects);
  return icc === null ? null : Math.max(0, icc);
}
