import { ratingSums } from '@alidade/statistics';
import type { RatingSums } from '@alidade/statistics';
import { agreementBand } from './agreement.js';
import type { AgreementBand } from './agreement.js';
import { RaterGroup } from './rater-group.js';
import type { ReleasedGroupName } from './rater-group.js';
import { observedAnswers } from './rating.js';
import type { CapabilityAnswers, Rating } from './rating.js';
import { requireReleasePolicy } from './release-policy.js';
import type { ReleasePolicy } from './release-policy.js';
import { decideGroups } from './released-groups.js';
import type { CountedGroup } from './released-groups.js';
import { releasedComments } from './released-comments.js';

/** What kind of evidence of a level a round gives: others beside the manager, or the manager alone. */
export const ReleasedSource = { MultiRater: 'MULTI_RATER', Manager: 'MANAGER' } as const;
export type ReleasedSource = (typeof ReleasedSource)[keyof typeof ReleasedSource];

export interface ReleasedGroup {
  readonly group: ReleasedGroupName;
  /** Of COLLEAGUES: the groups that gave the pool at least one observed rating; else empty. */
  readonly pooledOf: readonly RaterGroup[];
  /** 1..5 */
  readonly mean: number;
  /** Observed ratings behind the mean; 1 for a manager, more when the subject has several. */
  readonly respondents: number;
}

/** What may be shown about one subject and capability. Holds no single answer of a protected rater. */
export interface ReleasedScore {
  readonly capabilityId: string;
  /** Without SELF, which stands beside. */
  readonly groups: readonly ReleasedGroup[];
  /** The subject's own rating, 1..5; null when they gave none. */
  readonly self: number | null;
  /** X, 1..5; null when no group of others could be released. */
  readonly others: number | null;
  /** Ratings behind X. */
  readonly respondents: number;
  /** Groups with observed ratings that are left out of every figure to protect their raters. */
  readonly suppressedGroups: readonly RaterGroup[];
  /** Of the ratings behind X; null under 5 of them. */
  readonly agreement: AgreementBand | null;
  /** Of the raters behind `groups`, without SELF; in an order that their words alone decide. */
  readonly comments: readonly string[];
  /** null: no X, so an earlier level stays. */
  readonly source: ReleasedSource | null;
}

/**
 * What one subject's round shows, capability by capability.
 *
 * X = Σ v_g·m_g / Σ v_g over the released groups without SELF, m_g the mean of the observed ratings of a group.
 * Released are MANAGER, each protected group (PEER, DIRECT_REPORT, OTHER) with at least `policy.minimumRespondents` observed
 * ratings, and COLLEAGUES, the pool of the protected groups below that, when the pool has as many.
 *
 * @param ratings  of one subject, one per rater and capability, level 1..5; null is not observed: missing, never zero
 * @param policy   the least number of respondents and the weights v_g
 * @returns        one score per capability named in the ratings, by capability id; what is not released is left out of every
 *                 figure. X is null when nothing of others was released, and then `source` is null too; `source` is MULTI_RATER
 *                 when a group other than MANAGER was released, else MANAGER
 * @throws RangeError  when a level is not a whole number 1..5, a group is unknown, a rater answers for a capability twice,
 *                     or the policy is faulty
 *
 * Order of the ratings does not matter. O(ratings).
 *
 * @example
 * // manager 4; peers 3, 3, 5; one direct report 1, alone and so left out
 * // => others (4 + 11/3) / 2 = 3.83…, suppressedGroups ['DIRECT_REPORT'], source 'MULTI_RATER'
 */
export function releaseScores(ratings: readonly Rating[], policy: ReleasePolicy): readonly ReleasedScore[] {
  requireReleasePolicy(policy);
  return [...observedAnswers(ratings)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([capabilityId, answers]) => ({ capabilityId, ...releaseCapability(answers, policy).score }));
}

/** A score before it is known of which capability it is. */
export type CapabilityScore = Omit<ReleasedScore, 'capabilityId'>;

export interface ReleasedCapability {
  readonly score: CapabilityScore;
  /** Of the ratings behind X, for the exactness of the round; they stay inside the release. */
  readonly behind: RatingSums;
}

/**
 * The same for one subject and capability whose answers have been sorted out already, for rounds with millions of them.
 *
 * @param answers  observed levels, each a whole number 1..5, and comments by group
 * @param policy   checked by `requireReleasePolicy`
 *
 * See `releaseScores`. O(ratings).
 */
export function releaseCapability(
  { levels: observed, comments }: CapabilityAnswers,
  policy: ReleasePolicy,
): ReleasedCapability {
  const { counted, suppressed } = decideGroups(observed, policy.minimumRespondents);
  const groups = counted.map(releaseGroup);
  const own = observed.get(RaterGroup.Self);
  const behind = counted.flatMap(({ levels }) => levels);
  const score: CapabilityScore = {
    groups,
    self: own === undefined ? null : meanOf(own),
    others: othersScore(groups, policy),
    respondents: groups.reduce((sum, group) => sum + group.respondents, 0),
    suppressedGroups: suppressed,
    agreement: agreementBand(behind),
    comments: releasedComments(comments, counted),
    source: sourceOf(groups),
  };
  return { score, behind: ratingSums(behind) };
}

function releaseGroup({ group, pooledOf, levels }: CountedGroup): ReleasedGroup {
  return { group, pooledOf, mean: meanOf(levels), respondents: levels.length };
}

/** Made from the published means alone, so X tells nothing that they do not. */
function othersScore(groups: readonly ReleasedGroup[], { groupWeights }: ReleasePolicy): number | null {
  let weighted = 0;
  let weights = 0;
  for (const { group, mean } of groups) {
    const weight = groupWeights[group] ?? 1;
    weighted += weight * mean;
    weights += weight;
  }
  return weights === 0 ? null : weighted / weights;
}

function sourceOf(groups: readonly ReleasedGroup[]): ReleasedSource | null {
  if (groups.some(({ group }) => group !== RaterGroup.Manager)) return ReleasedSource.MultiRater;
  return groups.length > 0 ? ReleasedSource.Manager : null;
}

/** Whole levels add up exactly, so the mean is the same in any order. */
function meanOf(levels: readonly number[]): number {
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
}
