import {
  adjustedDifference,
  mean,
  permutationP,
  prePostComparisonEffect,
  preTestSdEffect,
  standardDeviation,
} from '@alidade/statistics';
import type { MeasuredTwice, PrePostGroup, RandomGenerator } from '@alidade/statistics';
import type { GainPolicy } from './gain-policy.js';
import type { GainQuestion, PairedScores } from './gain-question.js';

/** The methods by the names that stand beside their numbers. */
export const EffectMethod = {
  PreTestSd: 'pre-test SD d',
  PrePostComparison: 'd_ppc2 (Morris 2008)',
  Adjusted: 'ANCOVA-adjusted d',
} as const;
export type EffectMethod = (typeof EffectMethod)[keyof typeof EffectMethod];

export interface EffectSize {
  readonly method: EffectMethod;
  /** In standard deviations of the scores before; positive for a rise. */
  readonly value: number;
  /** Participants it rests on; the comparison's number stands with the comparison. */
  readonly n: number;
  /** Two-sided permutation p of the difference of mean changes, 0..1; null for another method than d_ppc2. */
  readonly pValue: number | null;
}

export interface ComparisonGroup {
  readonly executives: number;
  readonly meanPre: number;
  readonly meanPost: number;
}

/** The people measured without the program; null when none was asked for or they are too few to compare with. */
export function comparisonOf(
  people: readonly PairedScores[] | null,
  policy: GainPolicy,
): ComparisonGroup | null {
  if (people === null || people.length < policy.leastComparison) return null;
  const { people: executives, meanPre, meanPost } = groupOf(people);
  return { executives, meanPre, meanPost };
}

/**
 * How large a gain is, by named methods: with a comparison d_ppc2 and a permutation p value, and the difference adjusted for
 * the scores before; always the pre-test SD d.
 * None for fewer participants than the policy wants, and none where all scored alike at first.
 */
export function effectsOf(
  { participants, comparison }: GainQuestion,
  random: RandomGenerator,
  policy: GainPolicy,
): readonly EffectSize[] {
  if (participants.length < policy.leastParticipants) return [];
  const effects: EffectSize[] = [];
  const n = participants.length;
  if (comparison !== null && comparison.length >= policy.leastComparison) {
    const value = prePostComparisonEffect(groupOf(participants), groupOf(comparison));
    const pValue = permutationP(gainsOf(participants), gainsOf(comparison), { random });
    if (value !== null) effects.push({ method: EffectMethod.PrePostComparison, value, n, pValue });
    const adjusted = adjustedDifference(scoresOf(participants), scoresOf(comparison));
    if (adjusted !== null)
      effects.push({ method: EffectMethod.Adjusted, value: adjusted.effect, n, pValue: null });
  }
  const value = preTestSdEffect(
    participants.map(({ pre }) => pre),
    participants.map(({ post }) => post),
  );
  if (value !== null) effects.push({ method: EffectMethod.PreTestSd, value, n, pValue: null });
  return effects;
}

const scoresOf = (people: readonly PairedScores[]): MeasuredTwice => ({
  pre: people.map(({ pre }) => pre),
  post: people.map(({ post }) => post),
});

const gainsOf = (people: readonly PairedScores[]): readonly number[] =>
  people.map(({ pre, post }) => post - pre);

/** Of at least one person. */
function groupOf(people: readonly PairedScores[]): PrePostGroup {
  const pre = people.map((person) => person.pre);
  return {
    people: people.length,
    meanPre: mean(pre)!,
    meanPost: mean(people.map(({ post }) => post))!,
    standardDeviationPre: standardDeviation(pre) ?? 0,
  };
}
