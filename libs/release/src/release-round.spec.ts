import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_RELEASE_POLICY, releaseRound } from './index.js';
import type { RaterGroup, SubjectRatings } from './index.js';

const subject = (
  subjectId: string,
  answers: Partial<Record<RaterGroup, readonly number[]>>,
): SubjectRatings => ({
  subjectId,
  ratings: Object.entries(answers).flatMap(([group, levels]) =>
    levels.map((level, i) => ({
      capabilityId: 'pricing',
      raterKey: `${group} ${i}`,
      group: group as RaterGroup,
      level,
    })),
  ),
});

/** Twelve subjects with unequal numbers of raters; the last but one has a manager only, the last has no X. */
const TWELVE: readonly SubjectRatings[] = [
  subject('s01', { SELF: [5], MANAGER: [4], PEER: [4, 5, 4] }),
  subject('s02', { SELF: [3], MANAGER: [2], PEER: [2, 3, 2, 1] }),
  subject('s03', { MANAGER: [3], PEER: [3, 4, 3], DIRECT_REPORT: [4, 4, 3] }),
  subject('s04', { MANAGER: [5], PEER: [5, 4], DIRECT_REPORT: [5, 4] }),
  subject('s05', { MANAGER: [1], PEER: [2, 2, 1] }),
  subject('s06', { PEER: [3, 3, 4, 4] }),
  subject('s07', { MANAGER: [3], PEER: [2, 3, 3], OTHER: [1] }),
  subject('s08', { MANAGER: [4], PEER: [3, 4, 5] }),
  subject('s09', { MANAGER: [2], DIRECT_REPORT: [3, 2, 3] }),
  subject('s10', { MANAGER: [4], PEER: [5, 5, 4] }),
  subject('s11', { MANAGER: [3] }),
  subject('s12', { SELF: [4], PEER: [1, 5] }),
];
// By hand from the definitions (G = 11, N = 46, BMS = 4.532484, WMS = 0.354694, k0 = 4.139130), in a program of its own.
const EXPECTED_S = 1.058574894885009;
const EXPECTED_ICC = 0.7399669901331867;
const EXPECTED_NEEDED = 1;

const scoreIn = (subjects: readonly SubjectRatings[], id: string) =>
  releaseRound(subjects, DEFAULT_RELEASE_POLICY).scores.get(id)![0]!;

describe('releaseRound', () => {
  it('takes the spread of X and the ICC of its ratings over the subjects with an X', () => {
    const reference = releaseRound(TWELVE, DEFAULT_RELEASE_POLICY).reliability.get('pricing')!;
    expect(reference.subjects).toBe(11);
    expect(reference.standardDeviation).toBeCloseTo(EXPECTED_S, 10);
    expect(reference.icc).toBeCloseTo(EXPECTED_ICC, 10);
    expect(reference.ratersNeeded).toBe(EXPECTED_NEEDED);
  });
  it('steps the ICC up to the number of ratings behind X, and gives s·√(1 − r_xx) as its standard error', () => {
    for (const [id, ratings] of [
      ['s01', 4],
      ['s02', 5],
      ['s03', 7],
      ['s07', 4],
      ['s11', 1],
    ] as const) {
      const reliability = (ratings * EXPECTED_ICC) / (1 + (ratings - 1) * EXPECTED_ICC);
      const score = scoreIn(TWELVE, id);
      expect(score.reliability).toBeCloseTo(reliability, 10);
      expect(score.standardError).toBeCloseTo(EXPECTED_S * Math.sqrt(1 - reliability), 10);
    }
  });
  it('has no exactness of a subject without X', () => {
    const score = scoreIn(TWELVE, 's12');
    expect(score).toMatchObject({ others: null, reliability: null, standardError: null });
    expect(score.ratersNeeded).toBe(EXPECTED_NEEDED);
  });
  it('cannot tell from fewer than ten subjects with an X', () => {
    const nine = [...TWELVE.slice(0, 9), TWELVE[11]!];
    const { reliability } = releaseRound(nine, DEFAULT_RELEASE_POLICY);
    expect(reliability.size).toBe(0);
    expect(scoreIn(nine, 's01')).toMatchObject({
      reliability: null,
      standardError: null,
      ratersNeeded: null,
    });
    expect(releaseRound(TWELVE.slice(0, 10), DEFAULT_RELEASE_POLICY).reliability.size).toBe(1);
  });
  it('gives no standard error where raters differ as much within as between subjects', () => {
    const noise = Array.from({ length: 10 }, (_, i) => subject(`s${i}`, { PEER: [1, 3, 5] }));
    const varied = [...noise, subject('t', { PEER: [1, 3, 4] })];
    expect(scoreIn(varied, 't')).toMatchObject({ reliability: 0, standardError: null, ratersNeeded: null });
  });
  it('gives the scores that each subject has alone', () => {
    expect(scoreIn(TWELVE, 's04')).toMatchObject({
      others: (5 + 4.5) / 2,
      source: 'MULTI_RATER',
      groups: [{ group: 'MANAGER' }, { group: 'COLLEAGUES', pooledOf: ['PEER', 'DIRECT_REPORT'] }],
    });
    expect(scoreIn(TWELVE, 's07')).toMatchObject({ suppressedGroups: ['OTHER'], respondents: 4 });
  });
  it('keeps capabilities apart, so that a round can be released one by one', () => {
    const other = TWELVE.map(({ subjectId, ratings }) => ({
      subjectId,
      ratings: ratings.map((rating) => ({ ...rating, capabilityId: 'coaching', level: 3 })),
    }));
    const both = TWELVE.map(({ subjectId, ratings }, i) => ({
      subjectId,
      ratings: [...ratings, ...other[i]!.ratings],
    }));
    const together = releaseRound(both, DEFAULT_RELEASE_POLICY);
    const alone = releaseRound(TWELVE, DEFAULT_RELEASE_POLICY);
    expect(together.reliability.get('pricing')).toEqual(alone.reliability.get('pricing'));
    for (const [id, [score]] of alone.scores) expect(together.scores.get(id)?.[1]).toEqual(score);
  });
  it('refuses a subject that appears twice, and is empty of none', () => {
    expect(() => releaseRound([TWELVE[0]!, TWELVE[0]!], DEFAULT_RELEASE_POLICY)).toThrow(RangeError);
    expect(releaseRound([], DEFAULT_RELEASE_POLICY).scores.size).toBe(0);
  });
  it('does not depend on the order of subjects or ratings', () => {
    const order = fc.shuffledSubarray([...TWELVE], { minLength: TWELVE.length });
    const expected = releaseRound(TWELVE, DEFAULT_RELEASE_POLICY);
    fc.assert(
      fc.property(order, (subjects) => {
        const turned = subjects.map((one) => ({ ...one, ratings: one.ratings.toReversed() }));
        expect(releaseRound(turned, DEFAULT_RELEASE_POLICY)).toEqual(expected);
      }),
    );
  });
});
