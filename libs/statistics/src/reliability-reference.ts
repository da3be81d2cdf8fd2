import { icc11AtLeastZero } from './icc-1-1-at-least-zero.js';
import { ratersNeeded } from './raters-needed.js';
import type { RatingSums } from './rating-sums.js';
import { standardDeviation } from './standard-deviation.js';

/** What a round says about the exactness of one capability's released scores. */
export interface ReliabilityReference {
  /** Subjects of the round with a released score in the capability. */
  readonly subjects: number;
  /** s of their scores, in levels. */
  readonly standardDeviation: number;
  /** ICC(1,1) of one rating, 0..1; stepped up by `spearmanBrown` to a person's number of raters it is r_xx. */
  readonly icc: number;
  /** Raters for a reliability of .70; null when no number is enough. */
  readonly ratersNeeded: number | null;
}

/** Fewer subjects than this say nothing about a round's exactness. */
const LEAST_SUBJECTS_FOR_RELIABILITY = 10;

/**
 * How exact a round's scores in one capability are, from figures between subjects and never from the spread of one
 * subject's raters, which would tell on them.
 *
 * s = standard deviation of the scores; ICC(1,1) of the ratings, at least 0; raters for .70 by Spearman–Brown.
 *
 * @param scores  one released score per subject, in levels
 * @param ratings per subject the sums of all protected and manager ratings, no self-ratings
 * @returns       null under ten scores, or when no subject has two ratings or none differs: exactness is unknown
 * @throws InvalidSampleError when a score is not finite or a row is not the sums of ratings
 *
 * Shrout & Fleiss (1979), Psychological Bulletin 86. O(subjects).
 */
export function reliabilityReference(
  scores: readonly number[],
  ratings: readonly RatingSums[],
): ReliabilityReference | null {
  const spread = standardDeviation(scores);
  const icc = icc11AtLeastZero(ratings);
  if (spread === null || icc === null || scores.length < LEAST_SUBJECTS_FOR_RELIABILITY) return null;
  return { subjects: scores.length, standardDeviation: spread, icc, ratersNeeded: ratersNeeded(icc, 0.7) };
}
