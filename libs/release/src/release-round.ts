import { reliabilityReference, spearmanBrown, standardErrorOfMeasurement } from '@alidade/statistics';
import type { RatingSums, ReliabilityReference } from '@alidade/statistics';
import { observedAnswers } from './rating.js';
import type { Rating } from './rating.js';
import { requireReleasePolicy } from './release-policy.js';
import type { ReleasePolicy } from './release-policy.js';
import { releaseCapability } from './released-score.js';
import type { ReleasedCapability, ReleasedScore } from './released-score.js';

/** The answers about one subject of a round. */
export interface SubjectRatings {
  readonly subjectId: string;
  readonly ratings: readonly Rating[];
}

/** What the whole round says about the exactness of X: shown beside it, never a gate. */
export interface Exactness {
  /** r_xx of X, 0..1; null when the round cannot tell, or there is no X. */
  readonly reliability: number | null;
  /** SEM of X in levels; null when r_xx is null or 0. */
  readonly standardError: number | null;
  /** Raters needed for a reliability of .70; null when the round cannot tell, or no number is enough. */
  readonly ratersNeeded: number | null;
}

export type ExactScore = ReleasedScore & Exactness;

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
  requireReleasePolicy(policy);
  const ordered = subjects.toSorted((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
  const samples = new RoundSamples();
  const scores = new Map<string, ReleasedScore[]>();
  for (const { subjectId, ratings } of ordered) {
    if (scores.has(subjectId)) throw new RangeError('A subject appears twice in the round');
    const own: ReleasedScore[] = [];
    scores.set(subjectId, own);
    for (const [capabilityId, answers] of [...observedAnswers(ratings)].toSorted(([a], [b]) =>
      a < b ? -1 : 1,
    )) {
      const released = releaseCapability(answers, policy);
      samples.add(capabilityId, released);
      own.push({ capabilityId, ...released.score });
    }
  }
  const reliability = samples.reliability();
  const exact = (score: ReleasedScore): ExactScore => ({
    ...score,
    ...exactnessOf(reliability.get(score.capabilityId), score),
  });
  return { scores: new Map([...scores].map(([subjectId, own]) => [subjectId, own.map(exact)])), reliability };
}

/** One X, and what the ratings behind it add up to. */
interface Sampled {
  readonly score: number;
  readonly behind: RatingSums;
}

/** By what they are, so that the last bits of sums tell nothing of whose they are. */
const inOrderOfValues = (a: Sampled, b: Sampled): number =>
  a.score - b.score || a.behind.sum - b.behind.sum || a.behind.sumOfSquares - b.behind.sumOfSquares;

/** Collects what the exactness of a round is made from while its subjects are released one by one. Holds a few numbers per X. */
export class RoundSamples {
  private readonly samples = new Map<string, Sampled[]>();

  /** In any order. */
  add(capabilityId: string, { score: { others }, behind }: ReleasedCapability): void {
    if (others === null) return;
    const sample = this.samples.get(capabilityId) ?? [];
    this.samples.set(capabilityId, sample);
    sample.push({ score: others, behind });
  }

  /** By capability; one with fewer than ten X is absent, or one whose ratings cannot tell. */
  reliability(): ReadonlyMap<string, ReliabilityReference> {
    const references = new Map<string, ReliabilityReference>();
    for (const [capabilityId, sample] of this.samples) {
      const ordered = sample.toSorted(inOrderOfValues);
      const reference = reliabilityReference(
        ordered.map(({ score }) => score),
        ordered.map(({ behind }) => behind),
      );
      if (reference !== null) references.set(capabilityId, reference);
    }
    return references;
  }
}

/**
 * How exact one X is.
 * @param reference  of the round in this capability; undefined: it cannot tell
 * @param score      X and the number of ratings behind it
 */
export function exactnessOf(
  reference: ReliabilityReference | undefined,
  { others, respondents }: Pick<ReleasedScore, 'others' | 'respondents'>,
): Exactness {
  const needed = reference?.ratersNeeded ?? null;
  if (reference === undefined || others === null)
    return { reliability: null, standardError: null, ratersNeeded: needed };
  const reliability = spearmanBrown(reference.icc, respondents);
  const standardError = standardErrorOfMeasurement(reference.standardDeviation, reliability);
  return { reliability, standardError, ratersNeeded: needed };
}
