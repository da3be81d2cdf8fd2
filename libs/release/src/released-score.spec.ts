import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_RELEASE_POLICY, releaseScores } from './index.js';
import type { Rating, RaterGroup, ReleasePolicy } from './index.js';

type Answers = Partial<Record<RaterGroup, readonly (number | null)[]>>;

const ratingsOf = (answers: Answers, capabilityId = 'pricing'): readonly Rating[] =>
  Object.entries(answers).flatMap(([group, levels]) =>
    levels.map((level, i) => ({
      capabilityId,
      raterKey: `${group} ${i}`,
      group: group as RaterGroup,
      level,
    })),
  );
const release = (answers: Answers, policy: ReleasePolicy = DEFAULT_RELEASE_POLICY) =>
  releaseScores(ratingsOf(answers), policy)[0]!;
const agreementOf = (...levels: readonly number[]) => release({ PEER: levels }).agreement;

describe('releaseScores', () => {
  it('releases the manager and every protected group of three, and takes the mean of the group means', () => {
    const score = release({ SELF: [5], MANAGER: [4], PEER: [3, 3, 5], DIRECT_REPORT: [2, 2, 2, 4] });
    expect(score.groups).toEqual([
      { group: 'MANAGER', pooledOf: [], mean: 4, respondents: 1 },
      { group: 'PEER', pooledOf: [], mean: 11 / 3, respondents: 3 },
      { group: 'DIRECT_REPORT', pooledOf: [], mean: 2.5, respondents: 4 },
    ]);
    expect(score.others).toBeCloseTo((4 + 11 / 3 + 2.5) / 3, 12);
    expect(score).toMatchObject({ respondents: 8, suppressedGroups: [], source: 'MULTI_RATER' });
  });
  it('never counts the own rating in the others’ score, which stands beside it', () => {
    const score = release({ SELF: [1], MANAGER: [4] });
    expect(score).toMatchObject({ self: 1, others: 4, respondents: 1 });
    expect(release({ MANAGER: [4] }).self).toBeNull();
    expect(score.groups.map(({ group }) => group)).toEqual(['MANAGER']);
  });
  it('pools groups below three as colleagues, named by the groups that gave it an observed rating', () => {
    const score = release({ MANAGER: [5], PEER: [2, 3], DIRECT_REPORT: [4], OTHER: [null, null] });
    expect(score.groups).toEqual([
      { group: 'MANAGER', pooledOf: [], mean: 5, respondents: 1 },
      { group: 'COLLEAGUES', pooledOf: ['PEER', 'DIRECT_REPORT'], mean: 3, respondents: 3 },
    ]);
    expect(score).toMatchObject({ others: 4, suppressedGroups: [], source: 'MULTI_RATER' });
  });
  it('pools beside a group that stands alone', () => {
    const score = release({ PEER: [4, 4, 4], DIRECT_REPORT: [1, 2], OTHER: [3, 2] });
    expect(score.groups.map(({ group, mean }) => [group, mean])).toEqual([
      ['PEER', 4],
      ['COLLEAGUES', 2],
    ]);
    expect(score.others).toBe(3);
  });
  it('leaves a pool below three out of every figure', () => {
    const score = release({ MANAGER: [4], PEER: [3, 3, 3], DIRECT_REPORT: [1], OTHER: [1] });
    expect(score).toMatchObject({
      others: 3.5,
      respondents: 4,
      suppressedGroups: ['DIRECT_REPORT', 'OTHER'],
      source: 'MULTI_RATER',
    });
    expect(JSON.stringify(score.groups)).not.toContain('DIRECT_REPORT');
  });
  it('counts who observed, not who answered', () => {
    const score = release({ MANAGER: [4], PEER: [3, 3, null] });
    expect(score).toMatchObject({ others: 4, suppressedGroups: ['PEER'], source: 'MANAGER' });
  });
  it('is the manager’s alone when only that was released, and no evidence when nothing of others was', () => {
    expect(release({ MANAGER: [3], PEER: [5, 5] })).toMatchObject({ others: 3, source: 'MANAGER' });
    expect(release({ SELF: [3], PEER: [5, 5] })).toMatchObject({
      self: 3,
      others: null,
      groups: [],
      respondents: 0,
      source: null,
      suppressedGroups: ['PEER'],
    });
  });
  it('counts several managers as one group with its respondents', () => {
    expect(release({ MANAGER: [3, 4] }).groups).toEqual([
      { group: 'MANAGER', pooledOf: [], mean: 3.5, respondents: 2 },
    ]);
  });
  it('weighs the groups as the policy says, the pool too', () => {
    const policy = { minimumRespondents: 3, groupWeights: { MANAGER: 2, COLLEAGUES: 0.5 } };
    const score = release({ MANAGER: [4], PEER: [3, 3, 3], DIRECT_REPORT: [1, 1], OTHER: [1] }, policy);
    expect(score.others).toBeCloseTo((2 * 4 + 1 * 3 + 0.5 * 1) / 3.5, 12);
  });
  it('asks for as many respondents as the policy says', () => {
    const policy = { minimumRespondents: 4, groupWeights: {} };
    expect(release({ PEER: [3, 3, 4], DIRECT_REPORT: [2] }, policy).groups).toEqual([
      { group: 'COLLEAGUES', pooledOf: ['PEER', 'DIRECT_REPORT'], mean: 3, respondents: 4 },
    ]);
  });
  it('gives one score per capability, by capability id, each by its own respondents', () => {
    const scores = releaseScores(
      [
        ...ratingsOf({ MANAGER: [4], PEER: [3, 3, null] }, 'pricing'),
        ...ratingsOf({ MANAGER: [null], PEER: [1, 2, 3] }, 'negotiation'),
        ...ratingsOf({ MANAGER: [null] }, 'coaching'),
      ],
      DEFAULT_RELEASE_POLICY,
    );
    expect(scores.map(({ capabilityId, others, source }) => [capabilityId, others, source])).toEqual([
      ['coaching', null, null],
      ['negotiation', 2, 'MULTI_RATER'],
      ['pricing', 4, 'MANAGER'],
    ]);
    expect(releaseScores([], DEFAULT_RELEASE_POLICY)).toEqual([]);
  });
  it('bands agreement at .5 and .7 of r_wg, from five released ratings on', () => {
    expect(agreementOf(4, 4, 4, 4)).toBeNull();
    // s² = .5, .6, .7, 1, 1.2, 4 => r_wg = .75, .7, .65, .5, .4, below 0
    expect(agreementOf(2, 4, 3, 3, 3)).toBe('STRONG');
    expect(agreementOf(2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4)).toBe('STRONG');
    expect(agreementOf(3, 4, 5, 4, 5)).toBe('MODERATE');
    expect(agreementOf(2, 2, 3, 4, 4)).toBe('MODERATE');
    expect(agreementOf(5, 5, 3, 3, 3)).toBe('SPLIT');
    expect(agreementOf(1, 5, 1, 5, 3)).toBe('SPLIT');
  });
  it('takes agreement from released ratings only', () => {
    expect(release({ MANAGER: [4], PEER: [4, 4, 4], DIRECT_REPORT: [1, 1] }).agreement).toBeNull();
    const five = { MANAGER: [4], PEER: [4, 4, 4, 4] };
    expect(release({ ...five, SELF: [1], DIRECT_REPORT: [1, 1] }).agreement).toBe('STRONG');
  });
  it('refuses a level off the scale, an unknown group and a second answer of a rater', () => {
    for (const level of [0, 6, 2.5, NaN]) expect(() => release({ PEER: [level] })).toThrow(RangeError);
    const rating = { capabilityId: 'a', raterKey: 'r', group: 'PEER' as const, level: 3 };
    const unknown = { ...rating, group: 'FRIEND' as RaterGroup };
    expect(() => releaseScores([unknown], DEFAULT_RELEASE_POLICY)).toThrow(RangeError);
    const again = { ...rating, group: 'OTHER' as const, level: null };
    expect(() => releaseScores([rating, again], DEFAULT_RELEASE_POLICY)).toThrow(RangeError);
    expect(releaseScores([rating, { ...again, capabilityId: 'b' }], DEFAULT_RELEASE_POLICY)).toHaveLength(2);
  });
  it('refuses a policy that would show two people to each other, and a weight that is not positive', () => {
    for (const minimumRespondents of [2, 0, 3.5, NaN])
      expect(() => releaseScores([], { minimumRespondents, groupWeights: {} })).toThrow(RangeError);
    for (const weight of [0, -1, NaN, Infinity])
      expect(() => releaseScores([], { minimumRespondents: 3, groupWeights: { PEER: weight } })).toThrow(
        RangeError,
      );
  });
});

const group = fc.constantFrom<RaterGroup>('SELF', 'MANAGER', 'PEER', 'DIRECT_REPORT', 'OTHER');
const anyRatings = fc
  .array(
    fc.record({
      group,
      capabilityId: fc.constantFrom('a', 'b'),
      level: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 5 }),
    }),
    { maxLength: 25 },
  )
  .map((all) => all.map((one, i): Rating => ({ ...one, raterKey: `r${i}` })));
const weights = fc.dictionary(
  fc.constantFrom('MANAGER', 'PEER', 'DIRECT_REPORT', 'OTHER', 'COLLEAGUES'),
  fc.double({ min: 0.1, max: 10, noNaN: true }),
);

describe('releaseScores, whatever the ratings', () => {
  it('does not depend on their order', () => {
    const shuffled = anyRatings.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, weights, ([all, other], groupWeights) => {
        const policy = { minimumRespondents: 3, groupWeights };
        expect(releaseScores(other, policy)).toEqual(releaseScores(all, policy));
      }),
    );
  });
  it('keeps every figure on the scale and every group of others at three or more', () => {
    fc.assert(
      fc.property(anyRatings, weights, (all, groupWeights) => {
        for (const score of releaseScores(all, { minimumRespondents: 3, groupWeights })) {
          const means = score.groups.map(({ mean }) => mean);
          for (const figure of [...means, score.others ?? 1, score.self ?? 1]) {
            expect(figure).toBeGreaterThanOrEqual(1 - 1e-12);
            expect(figure).toBeLessThanOrEqual(5 + 1e-12);
          }
          const small = score.groups.filter(({ respondents }) => respondents < 3);
          expect(small.every((one) => one.group === 'MANAGER')).toBe(true);
          expect(score.others === null).toBe(score.source === null);
        }
      }),
    );
  });
  it('makes the others’ score of the published means and weights alone', () => {
    fc.assert(
      fc.property(anyRatings, weights, (all, groupWeights: Record<string, number>) => {
        for (const { groups, others } of releaseScores(all, { minimumRespondents: 3, groupWeights })) {
          const weightOf = (name: string) => groupWeights[name] ?? 1;
          const total = groups.reduce((sum, one) => sum + weightOf(one.group), 0);
          const weighted = groups.reduce((sum, one) => sum + weightOf(one.group) * one.mean, 0);
          expect(others ?? 0).toBeCloseTo(total === 0 ? 0 : weighted / total, 12);
        }
      }),
    );
  });
});
