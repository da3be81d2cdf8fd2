import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  InvalidSampleError,
  icc11,
  icc11AtLeastZero,
  icc1k,
  icc21,
  icc2k,
  icc31,
  icc3k,
  oneWayAnova,
  ratersNeeded,
  ratingSums,
  reliabilityReference,
  spearmanBrown,
  twoWayAnova,
} from './index.js';

/** Shrout & Fleiss (1979), table 2: six subjects, four judges; reference values of measurement_golden.json. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
const sums = (subjects: readonly (readonly number[])[]) => subjects.map((ratings) => ratingSums(ratings));
const level = fc.integer({ min: 1, max: 5 });
const unequalGroups = fc.array(fc.array(level, { maxLength: 6 }), { maxLength: 12 });

describe('analysis of variance', () => {
  it('gives the mean squares of Shrout & Fleiss', () => {
    const oneWay = oneWayAnova(sums(SHROUT_FLEISS))!;
    expect(oneWay.between).toBeCloseTo(11.241666666666669, 12);
    expect(oneWay.within).toBeCloseTo(6.26388888888889, 12);
    expect(oneWay.ratingsPerSubject).toBeCloseTo(4, 12);
    const twoWay = twoWayAnova(SHROUT_FLEISS)!;
    expect(twoWay.subjects).toBeCloseTo(11.241666666666669, 12);
    expect(twoWay.raters).toBeCloseTo(32.486111111111114, 12);
    expect(twoWay.residual).toBeCloseTo(1.0194444444444457, 12);
  });
  it('gives SciPy’s figures with unequal groups', () => {
    // scipy.stats.f_oneway, SciPy 1.17.1: F = 12.877828054298648; mean squares and k0 with NumPy from the definitions
    const groups = [[4, 5, 4], [2, 3], [3], [5, 4, 5, 4], [1, 2, 2]];
    const { between, within, ratingsPerSubject } = oneWayAnova(sums(groups))!;
    expect(between / within).toBeCloseTo(12.877828054298648, 10);
    expect(between).toBeCloseTo(4.560897435897434, 12);
    expect(within).toBeCloseTo(0.3541666666666667, 12);
    expect(ratingsPerSubject).toBeCloseTo(2.5, 12);
    expect(icc11(sums(groups))).toBeCloseTo(0.8261211644374508, 12);
  });
  it('passes over a subject without a rating', () => {
    const groups = [[4, 5], [], [1, 2, 2]];
    expect(oneWayAnova(sums(groups))).toEqual(
      oneWayAnova(
        sums([
          [4, 5],
          [1, 2, 2],
        ]),
      ),
    );
  });
  it('refuses sums that no ratings have, and rows of unequal lengths', () => {
    expect(() => oneWayAnova([{ count: 2, sum: 9, sumOfSquares: 20 }])).toThrow(InvalidSampleError);
    expect(() => oneWayAnova([{ count: 1.5, sum: 3, sumOfSquares: 9 }])).toThrow(InvalidSampleError);
    expect(() => oneWayAnova([{ count: 2, sum: NaN, sumOfSquares: 9 }])).toThrow(InvalidSampleError);
    expect(() => ratingSums([NaN])).toThrow(InvalidSampleError);
    expect(() => twoWayAnova([[1, 2], [3]])).toThrow(InvalidSampleError);
  });
});

describe('the intraclass correlations', () => {
  it('give the published values', () => {
    const published = [
      [icc11(sums(SHROUT_FLEISS)), 0.16574176840547541],
      [icc21(SHROUT_FLEISS), 0.289763779527559],
      [icc31(SHROUT_FLEISS), 0.7148407148407147],
      [icc1k(sums(SHROUT_FLEISS)), 0.4427971336792686],
      [icc2k(SHROUT_FLEISS), 0.620050547598989],
      [icc3k(SHROUT_FLEISS), 0.9093155423770694],
    ] as const;
    for (const [value, expected] of published) expect(value).toBeCloseTo(expected, 12);
  });
  it('give the values of their examples', () => {
    const two = [
      [1, 2],
      [4, 5],
    ];
    expect([icc11(sums(two)), icc1k(sums(two))]).toEqual([17 / 19, 17 / 18]);
    expect(icc21(two)).toBeCloseTo(0.9, 12);
    expect(icc2k(two)).toBeCloseTo(18 / 19, 12);
    expect([icc31(two), icc3k(two)]).toEqual([1, 1]);
  });
  it('are unknown of no or one subject, and when nobody has two ratings', () => {
    for (const subjects of [[], [[4, 5, 3]], [[4], [5], [3]]]) {
      expect([icc11(sums(subjects)), icc1k(sums(subjects)), icc11AtLeastZero(sums(subjects))]).toEqual([
        null,
        null,
        null,
      ]);
      expect([icc21(subjects), icc2k(subjects), icc31(subjects), icc3k(subjects)]).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });
  it('are unknown, and no rounding error, when nothing differs', () => {
    const alike = Array.from({ length: 5 }, () => [3.3, 3.3, 3.3]);
    expect([
      icc11(sums(alike)),
      icc1k(sums(alike)),
      icc21(alike),
      icc2k(alike),
      icc31(alike),
      icc3k(alike),
    ]).toEqual(Array.from({ length: 6 }, () => null));
  });
  it('are negative when the ratings of one subject differ more than subjects do, and 0 where that is asked for', () => {
    const split = sums([
      [1, 5],
      [2, 4],
    ]);
    expect(icc11(split)).toBeCloseTo(-1, 12);
    expect(icc11AtLeastZero(split)).toBe(0);
  });
  it('stay at most 1 and do not care about the order of subjects or ratings', () => {
    fc.assert(
      fc.property(unequalGroups, (groups) => {
        const icc = icc11(sums(groups));
        expect(icc ?? 0).toBeLessThanOrEqual(1 + 1e-12);
        const turned = groups.toReversed().map((ratings) => ratings.toReversed());
        expect(icc11(sums(turned)) ?? -9).toBeCloseTo(icc ?? -9, 9);
      }),
    );
  });
  it('of the mean is that of one rating, stepped up to the effective number of ratings', () => {
    fc.assert(
      fc.property(unequalGroups, (groups) => {
        const icc = icc11(sums(groups));
        if (icc === null || icc < 0) return;
        const stepped = spearmanBrown(Math.min(1, icc), oneWayAnova(sums(groups))!.ratingsPerSubject);
        expect(icc1k(sums(groups))).toBeCloseTo(stepped, 9);
      }),
    );
  });
});

describe('spearmanBrown and ratersNeeded', () => {
  it('give the reference values', () => {
    // measurement_golden.json, "spearman_brown": one rating .25, four raters; 6.999999999999998 raters for .70
    expect(spearmanBrown(0.25, 4)).toBeCloseTo(0.5714285714285714, 12);
    expect(ratersNeeded(0.25, 0.7)).toBe(7);
    // 4.000000000000001 in floating point
    expect(ratersNeeded(0.5, 0.8)).toBe(4);
  });
  it('know no number of raters that makes nothing reliable, and need one when one is enough', () => {
    expect(ratersNeeded(0, 0.7)).toBeNull();
    expect([ratersNeeded(0.7, 0.7), ratersNeeded(1, 0.7)]).toEqual([1, 1]);
    expect([spearmanBrown(0, 9), spearmanBrown(1, 3), spearmanBrown(0.4, 1)]).toEqual([0, 1, 0.4]);
  });
  it('refuse a reliability off 0..1, no ratings, and a target that cannot be met', () => {
    expect(() => spearmanBrown(-0.1, 3)).toThrow(InvalidSampleError);
    expect(() => spearmanBrown(0.5, 0)).toThrow(InvalidSampleError);
    expect(() => ratersNeeded(1.2, 0.7)).toThrow(InvalidSampleError);
    expect(() => ratersNeeded(0.5, 1)).toThrow(InvalidSampleError);
  });
  it('agree: so many raters reach the target, and one fewer does not', () => {
    const reliability = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(reliability, reliability, (one, target) => {
        const raters = ratersNeeded(one, target)!;
        expect(spearmanBrown(one, raters)).toBeGreaterThanOrEqual(target - 1e-9);
        expect(raters === 1 || spearmanBrown(one, raters - 1) < target).toBe(true);
      }),
    );
  });
});

describe('reliabilityReference', () => {
  const scores = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5];
  const ratings = sums(scores.map((score) => [score, score, Math.min(5, score + 1)]));

  it('holds the spread of the scores, ICC(1,1) and the raters for .70', () => {
    const reference = reliabilityReference(scores, ratings)!;
    expect(reference.subjects).toBe(10);
    expect(reference.standardDeviation).toBeCloseTo(Math.sqrt(20 / 9), 12);
    expect(reference.icc).toBeCloseTo(icc11(ratings)!, 12);
    expect(reference.ratersNeeded).toBe(1);
  });
  it('is unknown under ten subjects', () => {
    expect(reliabilityReference(scores.slice(1), ratings)).toBeNull();
    expect(reliabilityReference([], [])).toBeNull();
  });
  it('is unknown when no subject has two ratings', () => {
    expect(reliabilityReference(scores, sums(scores.map((score) => [score])))).toBeNull();
  });
});
