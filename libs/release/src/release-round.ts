import {
  ratingSums,
  reliabilityReference,
  spearmanBrown,
  standardErrorOfMeasurement,
} from '@alidade/statistics';
import type { RatingSums, ReliabilityReference } from '@alidade/statistics';
import { observedLevels } from './rating.js';
import type { Rating } from './rating.js';
import type { ReleasePolicy } from './release-policy.js';
import { decideGroups } from './released-groups.js';
import { releaseScores } from './released-score.js';
import type { ReleasedScore } from './released-score.js';

/** The answers about one subject of a round. */
export interface SubjectRatings {
  readonly subjectId: string;
  readonly ratings: readonly Rating[];
}

/** A released score with what the whole round says about its exactness: shown beside X, never a gate. */
export interface ExactScore extends ReleasedScore {
  /** r_xx of X, 0..1; null when the round cannot tell, or there is no X. */
  readonly reliability: number | null;
  /** SEM of X in levels; null when r_xx is null or 0. */
  readonly standardError: number | null;
  /** Raters needed for a reliability of .70; null when the round cannot tell, or no number is enough. */
  readonly ratersNeeded: number | null;
}

export interface RoundRelease {
  /** By subject id; the scores by capability id. */
  readonly scores: ReadonlyMap<string, readonly ExactScore[]>;
  /** Of the whole round, by capability id; a capability with fewer than ten X is absent, or one whose ratings cannot tell. */
  readonly reliability: ReadonlyMap<string, ReliabilityReference>;
}

/**
 * What a whole round shows: the released scores of every subject, and how exact they are.
 *
 * Per capability over the subjects with an X (at least ten): s = standard deviation of X; ICC(1,1), one-way random, clamped at 0,
 * over the ratings that X is made from. r_xx of a subject = Spearman–Brown step-up of ICC(1,1) to the number of these ratings;
 * SEM = s·√(1 − r_xx). Ratings that were not released are left out here too: published beside released means, an ICC over all
 * ratings would be an equation that a single unreleased answer can be worked out from.
 *
 * @param subjects  every subject of the round, once. Capabilities do not touch each other: a large round can be released one
 *                  capability at a time
 * @param policy    the least number of respondents and the weights
 * @returns         scores as `releaseScores` gives them, with their exactness beside them
 * @throws RangeError  when a subject appears twice, or as `releaseScores`
 *
 * Shrout & Fleiss (1979), Psychological Bulletin 86. Order of subjects and ratings does not matter. O(ratings).
 *
 * @example
 * // s = 0.6 and ICC(1,1) = 0.25 over the round; four ratings behind somebody's X
 * // => r_xx 4·0.25 / (1 + 3·0.25) = 0.571…, standardError 0.6·√0.428… = 0.392…, ratersNeeded 7
 */
export function releaseRound(subjects: readonly SubjectRatings[], policy: ReleasePolicy): RoundRelease {
  const ordered = subjects.toSorted((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
  const scores = new Map(
    ordered.map(({ subjectId, ratings }) => [subjectId, releaseScores(ratings, policy)]),
  );
  if (scores.size < subjects.length) throw new RangeError('A subject appears twice in the round');

  const reliability = new Map<string, ReliabilityReference>();
  for (const [capabilityId, sample] of samplesOf(ordered, scores, policy)) {
    const reference = reliabilityReference(sample.scores, sample.ratings);
    if (reference !== null) reliability.set(capabilityId, reference);
  }
  const exact = (score: ReleasedScore) => withExactness(score, reliability.get(score.capabilityId));
  return {
    scores: new Map([...scores].map(([subjectId, own]) => [subjectId, own.map(exact)])),
    reliability,
  };
}

interface Sample {
  readonly scores: number[];
  readonly ratings: RatingSums[];
}

function samplesOf(
  subjects: readonly SubjectRatings[],
  released: ReadonlyMap<string, readonly ReleasedScore[]>,
  { minimumRespondents }: ReleasePolicy,
): ReadonlyMap<string, Sample> {
  const samples = new Map<string, Sample>();
  for (const { subjectId, ratings } of subjects) {
    const observed = observedLevels(ratings);
    for (const { capabilityId, others } of released.get(subjectId) ?? []) {
      if (others === null) continue;
      const { counted } = decideGroups(observed.get(capabilityId) ?? new Map(), minimumRespondents);
      const sample = samples.get(capabilityId) ?? { scores: [], ratings: [] };
      sample.scores.push(others);
      sample.ratings.push(ratingSums(counted.flatMap(({ levels }) => levels)));
      samples.set(capabilityId, sample);
    }
  }
  return samples;
}

function withExactness(score: ReleasedScore, reference: ReliabilityReference | undefined): ExactScore {
  if (reference === undefined || score.others === null)
    return {
      ...score,
      reliability: null,
      standardError: null,
      ratersNeeded: reference?.ratersNeeded ?? null,
    };
  const reliability = spearmanBrown(reference.icc, score.respondents);
  const standardError = standardErrorOfMeasurement(reference.standardDeviation, reliability);
  return { ...score, reliability, standardError, ratersNeeded: reference.ratersNeeded };
}
