import {
  reliableChangeIndex,
  spearmanBrown,
  standardErrorOfDifference,
  standardErrorOfDifferenceFromBoth,
  standardErrorOfMeasurement,
} from '@alidade/statistics';
import type { ReliabilityReference } from '@alidade/statistics';
import { commonGroups } from './common-groups.js';
import type { CommonGroups, CommonScore, ReleasedGroup } from './common-groups.js';
import { DEFAULT_GAIN_POLICY, requireGainPolicy } from './gain-policy.js';
import type { GainPolicy } from './gain-policy.js';
import { exceeds, reaches } from './threshold.js';

export const IndividualChange = {
  Improved: 'IMPROVED',
  NoReliableChange: 'NO_RELIABLE_CHANGE',
  Declined: 'DECLINED',
  NotJudged: 'NOT_JUDGED',
} as const;
export type IndividualChange = (typeof IndividualChange)[keyof typeof IndividualChange];

/** How exact a round's scores in the capability are; `reliabilityReference` gives it. */
export type RoundReliability = Pick<ReliabilityReference, 'standardDeviation' | 'icc'>;

/** One person's released result in one capability at one occasion. */
export interface Measurement {
  readonly groups: readonly ReleasedGroup[];
  /** Of the round; null when unknown, as under ten subjects. Of the second occasion it is read for errorFrom BOTH only. */
  readonly reliability: RoundReliability | null;
}

/** What is required of the person, and their current levels after either occasion. */
export interface RequiredLevel {
  /** R, the strictest approved requirement, 1..5. */
  readonly required: number;
  /** L after the first occasion, 1..5; null when there was none. */
  readonly levelPre: number | null;
  readonly levelPost: number | null;
}

export interface PersonMeasuredTwice {
  readonly pre: Measurement;
  readonly post: Measurement;
  /** Null: nothing is required of the person in this capability. */
  readonly requirement: RequiredLevel | null;
}

export interface IndividualGain {
  /** Means over the rater groups released at both occasions, 1..5. */
  readonly pre: number;
  readonly post: number;
  /** post − pre, in levels. */
  readonly gain: number;
  /** Those groups. */
  readonly groups: readonly string[];
  /** S_diff, in levels; null when the error is unknown. */
  readonly standardErrorOfDifference: number | null;
  /** RC; null when S_diff is null, or 0 so that no number divides by it. */
  readonly reliableChangeIndex: number | null;
  /** NOT_JUDGED exactly when S_diff is null. */
  readonly change: IndividualChange;
  /** L_pre < R <= L_post; null when nothing is required or a level is unknown. */
  readonly reachedRequired: boolean | null;
}

/**
 * What one person gained in one capability between two occasions, and whether it is more than error alone would give.
 *
 * gain = post − pre over the groups of `commonGroups`; RC = gain / S_diff; IMPROVED at RC > 1.96, DECLINED at
 * RC < −1.96, else NO_RELIABLE_CHANGE. S_diff = s·√2·√(1 − r_xx), r_xx = ICC(1,1) stepped up to the raters behind pre;
 * with errorFrom BOTH √(SEM_pre² + SEM_post²). Where S_diff is 0, raters never having differed, any change is reliable.
 *
 * @param person what was released at either occasion, the rounds' reliability, and what is required
 * @param policy thresholds, compared with a tolerance of 1e-9; not given: the defaults
 * @returns      null when no rater group other than SELF was released at both: the person is left out, and counted so
 * @throws InvalidGainError   when a released group, see `commonGroups`, or the policy is faulty
 * @throws InvalidSampleError when a standard deviation is negative or an ICC off 0..1
 *
 * Jacobson & Truax (1991), Journal of Consulting and Clinical Psychology 59; Maassen (2004), Journal of the
 * International Neuropsychological Society 10. O(groups).
 *
 * @example
 * // MANAGER 2 → 3 and PEER 3 → 4, SELF 4 → 5, s = 0.6, r_xx = 0.8
 * // => pre 2.5, post 3.5, gain 1, reliableChangeIndex 2.63…, change IMPROVED
 */
export function individualGain(
  person: PersonMeasuredTwice,
  policy: GainPolicy = DEFAULT_GAIN_POLICY,
): IndividualGain | null {
  requireGainPolicy(policy);
  const common = commonGroups(person.pre.groups, person.post.groups);
  if (common === null) return null;
  const [pre, post] = [common.pre.mean, common.post.mean];
  const error = errorOfDifference(person, common, policy);
  const index = error === null ? null : reliableChangeIndex(pre, post, error);
  return {
    pre,
    post,
    gain: post - pre,
    groups: common.groups,
    standardErrorOfDifference: error,
    reliableChangeIndex: index,
    change: error === null ? IndividualChange.NotJudged : changeOf(post - pre, index, policy),
    reachedRequired: hasReached(person.requirement),
  };
}

function errorOfDifference(
  { pre, post }: PersonMeasuredTwice,
  common: CommonGroups,
  { errorFrom }: GainPolicy,
): number | null {
  if (pre.reliability === null) return null;
  if (errorFrom === 'PRE') {
    return standardErrorOfDifference(
      pre.reliability.standardDeviation,
      spearmanBrown(pre.reliability.icc, common.pre.respondents),
    );
  }
  const [errorPre, errorPost] = [errorOf(pre, common.pre), errorOf(post, common.post)];
  return errorPre === null || errorPost === null
    ? null
    : standardErrorOfDifferenceFromBoth(errorPre, errorPost);
}

function errorOf({ reliability }: Measurement, { respondents }: CommonScore): number | null {
  if (reliability === null) return null;
  return standardErrorOfMeasurement(
    reliability.standardDeviation,
    spearmanBrown(reliability.icc, respondents),
  );
}

function changeOf(gain: number, index: number | null, { reliableChange }: GainPolicy): IndividualChange {
  // Without an index the error is 0.
  const [measure, threshold] = index === null ? [gain, 0] : [index, reliableChange];
  if (exceeds(measure, threshold)) return IndividualChange.Improved;
  return exceeds(-measure, threshold) ? IndividualChange.Declined : IndividualChange.NoReliableChange;
}

function hasReached(requirement: RequiredLevel | null): boolean | null {
  if (requirement === null || requirement.levelPre === null || requirement.levelPost === null) return null;
  const { required, levelPre, levelPost } = requirement;
  return !reaches(levelPre, required) && reaches(levelPost, required);
}
