import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_GAIN_POLICY, IndividualChange, InvalidGainError, individualGain } from './index.js';
import type { PersonMeasuredTwice, ReleasedGroup } from './index.js';

const group = (name: string, mean: number, respondents = 3): ReleasedGroup => ({
  group: name,
  mean,
  respondents,
});
const pool = (mean: number, ...pooledOf: readonly string[]): ReleasedGroup => ({
  group: 'COLLEAGUES',
  mean,
  respondents: 3,
  pooledOf,
});
/** ICC .5 stepped up to the four raters of MANAGER and PEER is r_xx = .8. */
const RELIABILITY = { standardDeviation: 0.6, icc: 0.5 };
const person = (
  pre: readonly ReleasedGroup[],
  post: readonly ReleasedGroup[],
  more: Partial<PersonMeasuredTwice> = {},
): PersonMeasuredTwice => ({
  pre: { groups: pre, reliability: RELIABILITY },
  post: { groups: post, reliability: RELIABILITY },
  requirement: null,
  ...more,
});
const BEFORE = [group('SELF', 4, 1), group('MANAGER', 2, 1), group('PEER', 3.2)];
const AFTER = [group('SELF', 5, 1), group('MANAGER', 3, 1), group('PEER', 4.2)];

describe('individualGain', () => {
  it('is the difference of the means over the groups released at both occasions, without SELF', () => {
    const gain = individualGain(person(BEFORE, AFTER))!;
    expect(gain.pre).toBeCloseTo(2.6, 12);
    expect(gain.post).toBeCloseTo(3.6, 12);
    expect(gain.gain).toBeCloseTo(1, 12);
    expect(gain.groups).toEqual(['MANAGER', 'PEER']);
  });
  it('has the reliable change index of the reference values', () => {
    // measurement_golden.json, "rci": 2.6 → 3.6, s = .6, r = .8
    const gain = individualGain(person(BEFORE, AFTER))!;
    expect(gain.reliableChangeIndex).toBeCloseTo(2.63523138347365, 12);
    expect(1.96 * gain.standardErrorOfDifference!).toBeCloseTo(0.7437677056716028, 12);
    expect(gain.change).toBe(IndividualChange.Improved);
  });
  it('leaves out a group that came or went', () => {
    const gain = individualGain(
      person([...BEFORE, group('OTHER', 5)], [...AFTER, group('DIRECT_REPORT', 1)]),
    )!;
    expect(gain).toEqual(individualGain(person(BEFORE, AFTER)));
  });
  it('counts a pool only with a pool of the same groups, in whatever order they are named', () => {
    const same = individualGain(person([pool(3, 'PEER', 'OTHER')], [pool(4, 'OTHER', 'PEER')]))!;
    expect([same.gain, same.groups]).toEqual([1, ['COLLEAGUES']]);
    expect(individualGain(person([pool(3, 'PEER', 'OTHER')], [pool(4, 'PEER', 'DIRECT_REPORT')]))).toBeNull();
    expect(individualGain(person([pool(3, 'PEER', 'OTHER')], [group('PEER', 4)]))).toBeNull();
  });
  it('leaves the person out when nothing but SELF, or nothing at all, was released at both', () => {
    expect(individualGain(person([group('SELF', 3), group('PEER', 3)], [group('SELF', 4)]))).toBeNull();
    expect(individualGain(person([], []))).toBeNull();
  });
  it('takes the reliability of as many raters as are behind the first score', () => {
    const one = individualGain(person([group('MANAGER', 2, 1)], [group('MANAGER', 3, 1)]))!;
    // S_diff = .6·√2·√(1 − .5) = .6
    expect(one.standardErrorOfDifference).toBeCloseTo(0.6, 12);
    const more = individualGain(person([group('PEER', 2, 4)], [group('PEER', 3, 9)]))!;
    expect(1.96 * more.standardErrorOfDifference!).toBeCloseTo(0.7437677056716028, 12);
  });
  it('takes the error from both occasions when the policy says so', () => {
    const policy = { ...DEFAULT_GAIN_POLICY, errorFrom: 'BOTH' } as const;
    const post = { groups: [group('MANAGER', 3, 1)], reliability: { standardDeviation: 0.8, icc: 0.5 } };
    const asked = person([group('MANAGER', 2, 1)], post.groups, { post });
    // SEM² = .36·.5 and .64·.5, together .5
    expect(individualGain(asked, policy)!.standardErrorOfDifference).toBeCloseTo(Math.sqrt(0.5), 12);
    const unknown = individualGain({ ...asked, post: { ...post, reliability: null } }, policy)!;
    expect(unknown.change).toBe(IndividualChange.NotJudged);
  });
  it('is not judged when the round’s reliability is unknown or 0', () => {
    const groups = { pre: [group('PEER', 2)], post: [group('PEER', 5)] };
    for (const reliability of [null, { standardDeviation: 0.6, icc: 0 }]) {
      const gain = individualGain(person([], [], { ...measured(groups, reliability) }))!;
      expect([gain.standardErrorOfDifference, gain.reliableChangeIndex, gain.change]).toEqual([
        null,
        null,
        IndividualChange.NotJudged,
      ]);
    }
  });
  it('is reliable by any amount, without an index, where raters never differ', () => {
    const exact = { standardDeviation: 0.6, icc: 1 };
    const changeTo = (level: number) =>
      individualGain(
        person([], [], measured({ pre: [group('PEER', 3)], post: [group('PEER', level)] }, exact)),
      )!;
    expect([changeTo(3.5).change, changeTo(3).change, changeTo(2.5).change]).toEqual([
      IndividualChange.Improved,
      IndividualChange.NoReliableChange,
      IndividualChange.Declined,
    ]);
    expect(changeTo(3.5).reliableChangeIndex).toBeNull();
  });
  it('at ±1.96 itself is no reliable change', () => {
    // S_diff = .5, so 1.96·S_diff = .98
    const reliability = { standardDeviation: 0.5, icc: 0.5 };
    const changeBy = (gain: number) =>
      individualGain(
        person(
          [],
          [],
          measured({ pre: [group('PEER', 3, 1)], post: [group('PEER', 3 + gain, 1)] }, reliability),
        ),
      )!.change;
    expect([changeBy(0.98), changeBy(0.9801), changeBy(-0.98), changeBy(-0.9801)]).toEqual([
      IndividualChange.NoReliableChange,
      IndividualChange.Improved,
      IndividualChange.NoReliableChange,
      IndividualChange.Declined,
    ]);
  });
  it('is compared with a tolerance of 1e-9', () => {
    const { reliableChangeIndex: index } = individualGain(person(BEFORE, AFTER))!;
    const judgedAt = (reliableChange: number) =>
      individualGain(person(BEFORE, AFTER), { ...DEFAULT_GAIN_POLICY, reliableChange })!.change;
    expect(judgedAt(index! - 1e-10)).toBe(IndividualChange.NoReliableChange);
    expect(judgedAt(index! - 1e-8)).toBe(IndividualChange.Improved);
  });
  it('has reached what is required when the level was below it and no longer is', () => {
    const reached = (required: number, levelPre: number | null, levelPost: number | null) =>
      individualGain(person(BEFORE, AFTER, { requirement: { required, levelPre, levelPost } }))!
        .reachedRequired;
    expect([reached(3.5, 3.2, 3.5), reached(3.5, 3.2, 3.4), reached(3, 3, 4)]).toEqual([true, false, false]);
    expect(reached(0.3 + 3, 3.1, 1.1 * 3)).toBe(true);
    expect([reached(3, null, 4), reached(3, 2, null)]).toEqual([null, null]);
    expect(individualGain(person(BEFORE, AFTER))!.reachedRequired).toBeNull();
  });
  it('refuses a group twice, a mean off the scale, nobody, a pool of nobody and a faulty policy', () => {
    const faulty = [
      [group('PEER', 3), group('PEER', 4)],
      [group('PEER', 5.5)],
      [group('PEER', NaN)],
      [group('PEER', 3, 0)],
      [pool(3)],
    ];
    for (const groups of faulty) {
      expect(() => individualGain(person(groups, AFTER))).toThrow(InvalidGainError);
      expect(() => individualGain(person(BEFORE, groups))).toThrow(InvalidGainError);
    }
    const policy = { ...DEFAULT_GAIN_POLICY, reliableChange: 0 };
    expect(() => individualGain(person(BEFORE, AFTER), policy)).toThrow(InvalidGainError);
  });
  it('turns its sign when the occasions change places, in whatever order groups come', () => {
    const names = ['SELF', 'MANAGER', 'PEER', 'DIRECT_REPORT', 'OTHER'];
    const released = fc
      .uniqueArray(fc.constantFrom(...names), { maxLength: 5 })
      .chain((chosen) => fc.tuple(...chosen.map((name) => levels.map((level) => group(name, level)))));
    fc.assert(
      fc.property(released, released, (pre, post) => {
        const forth = individualGain(person(pre, post));
        const back = individualGain(person(post.toReversed(), pre.toReversed()));
        expect(back === null).toBe(forth === null);
        expect(back?.gain ?? 0).toBeCloseTo(-(forth?.gain ?? 0), 12);
        expect(Math.abs(forth?.gain ?? 0)).toBeLessThanOrEqual(4);
      }),
    );
  });
  it('never judges a greater gain worse', () => {
    const order = [IndividualChange.Declined, IndividualChange.NoReliableChange, IndividualChange.Improved];
    fc.assert(
      fc.property(levels, levels, levels, (pre, one, other) => {
        const judged = [Math.min(one, other), Math.max(one, other)].map((post) =>
          order.indexOf(individualGain(person([group('PEER', pre)], [group('PEER', post)]))!.change as any),
        );
        expect(judged[0]).toBeLessThanOrEqual(judged[1]!);
      }),
    );
  });
});

const levels = fc.double({ min: 1, max: 5, noNaN: true });

function measured(
  { pre, post }: { readonly pre: readonly ReleasedGroup[]; readonly post: readonly ReleasedGroup[] },
  reliability: PersonMeasuredTwice['pre']['reliability'],
): Pick<PersonMeasuredTwice, 'pre' | 'post'> {
  return { pre: { groups: pre, reliability }, post: { groups: post, reliability } };
}
