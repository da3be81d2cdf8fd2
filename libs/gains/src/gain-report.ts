import { bootstrapMeanInterval, mean, regressionToTheMean, seededRandom } from '@alidade/statistics';
import { comparisonOf, effectsOf } from './gain-effects.js';
import type { ComparisonGroup, EffectSize } from './gain-effects.js';
import type { GainNote } from './gain-note.js';
import { notesOn } from './gain-notes.js';
import { DEFAULT_GAIN_POLICY, requireGainPolicy } from './gain-policy.js';
import type { GainPolicy } from './gain-policy.js';
import type { GainQuestion, PairedScores, SelectionOnScore } from './gain-question.js';
import { IndividualChange } from './individual-gain.js';
import { InvalidGainError } from './invalid-gain-error.js';

export interface GainReport {
  /** Participants with a gain. */
  readonly participants: number;
  /** Means in levels; null when there are no participants. */
  readonly meanPre: number | null;
  readonly meanPost: number | null;
  readonly meanGain: number | null;
  /** 95 % bootstrap interval (BCa) of the mean gain; null of fewer than two participants. */
  readonly gainLow: number | null;
  readonly gainHigh: number | null;
  /** Best method first; empty where `notes` say why. */
  readonly effects: readonly EffectSize[];
  /** Null when there is none or it is too small. */
  readonly comparison: ComparisonGroup | null;
  /** Change to be expected of such a selection without any program, in levels; null when it was none or the reliability is unknown. */
  readonly regressionToMean: number | null;
  /** People, among those judged; null when nobody could be judged. */
  readonly improved: number | null;
  readonly noReliableChange: number | null;
  readonly declined: number | null;
  /** Participants whose change could not be judged. */
  readonly notJudged: number;
  /** People who passed what is required of them; null when it is known of nobody. */
  readonly reachedRequired: number | null;
  readonly notes: readonly GainNote[];
}

/**
 * What a group gained in one capability between two occasions, against others where there are enough.
 *
 * mean gain = mean of (post − pre) with a bootstrap interval; effects as `effectsOf` says; expected change of a
 * selection on the score = (1 − r)·(μ − mean pre).
 *
 * @param question participants, comparison, selection and seed; the order of people changes nothing
 * @param policy   thresholds, compared with a tolerance of 1e-9; not given: the defaults
 * @returns        figures, and notes on what a reader must know
 * @throws InvalidGainError   when a score is off 1..5 or the policy is faulty
 * @throws InvalidSampleError when the seed or a reliability is out of range
 *
 * Efron & Tibshirani (1993); Becker (1988); Morris (2008); Campbell & Kenny (1999).
 * O(2,000·participants + 9,999·min(participants, comparison)).
 */
export function gainReport(question: GainQuestion, policy: GainPolicy = DEFAULT_GAIN_POLICY): GainReport {
  const { participants, selection, seed } = question;
  requireGainPolicy(policy);
  requireScores(participants);
  requireScores(question.comparison ?? []);
  const random = seededRandom(seed);
  const meanPre = mean(participants.map(({ pre }) => pre));
  const gains = participants.map(({ pre, post }) => post - pre);
  const interval = bootstrapMeanInterval(gains, { random });
  const comparison = comparisonOf(question.comparison, policy);
  const effects = effectsOf(question, random, policy);
  return {
    participants: participants.length,
    meanPre,
    meanPost: mean(participants.map(({ post }) => post)),
    meanGain: mean(gains),
    gainLow: interval?.low ?? null,
    gainHigh: interval?.high ?? null,
    effects,
    comparison,
    regressionToMean: expectedChange(meanPre, selection),
    ...countsOf(participants),
    notes: notesOn(question, effects, policy),
  };
}

function requireScores(people: readonly PairedScores[]): void {
  for (const { pre, post } of people) {
    for (const score of [pre, post]) {
      if (!(score >= 1 && score <= 5)) throw new InvalidGainError(`A score is within 1..5, got ${score}`);
    }
  }
}

function expectedChange(meanPre: number | null, selection: SelectionOnScore | null): number | null {
  const population = selection?.population ?? null;
  if (meanPre === null || population === null) return null;
  return regressionToTheMean(meanPre, population.mean, population.reliability) - meanPre;
}

function countsOf(participants: GainQuestion['participants']) {
  const count = (wanted: IndividualChange): number =>
    participants.filter(({ change }) => change === wanted).length;
  const notJudged = count(IndividualChange.NotJudged);
  const someJudged = notJudged < participants.length;
  const withRequirement = participants.filter(({ reachedRequired }) => reachedRequired !== null);
  return {
    improved: someJudged ? count(IndividualChange.Improved) : null,
    noReliableChange: someJudged ? count(IndividualChange.NoReliableChange) : null,
    declined: someJudged ? count(IndividualChange.Declined) : null,
    notJudged,
    reachedRequired:
      withRequirement.length === 0 ? null : withRequirement.filter((person) => person.reachedRequired).length,
  };
}
