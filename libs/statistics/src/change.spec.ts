import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  InvalidSampleError,
  prePostComparisonEffect,
  preTestSdEffect,
  regressionToTheMean,
  reliableChangeIndex,
  smallSampleCorrection,
  standardErrorOfDifference,
  standardErrorOfDifferenceFromBoth,
  standardErrorOfMeasurement,
} from './index.js';

const share = fc.double({ min: 0.01, max: 1, noNaN: true });
const spread = fc.double({ min: 0, max: 3, noNaN: true });

const group = (people: number, meanPre: number, meanPost: number, standardDeviationPre: number) => ({
  people,
  meanPre,
  meanPost,
  standardDeviationPre,
});

describe('standard errors', () => {
  it('give the reference values', () => {
    // measurement_golden.json, "rci": s = .6, r = .8, smallest reliable change 0.7437677056716028 = 1.96·S_diff
    expect(1.96 * standardErrorOfDifference(0.6, 0.8)!).toBeCloseTo(0.7437677056716028, 12);
    expect(standardErrorOfMeasurement(0.6, 0.8)).toBeCloseTo(0.7437677056716028 / 1.96 / Math.SQRT2, 12);
  });
  it('are unknown when the reliability is 0, and 0 when it is 1', () => {
    expect([standardErrorOfMeasurement(0.6, 0), standardErrorOfDifference(0.6, 0)]).toEqual([null, null]);
    expect([standardErrorOfMeasurement(0.6, 1), standardErrorOfDifference(0.6, 1)]).toEqual([0, 0]);
  });
  it('of a difference from both occasions are that from one when both are as exact', () => {
    expect(standardErrorOfDifferenceFromBoth(0.3, 0.4)).toBeCloseTo(0.5, 15);
    fc.assert(
      fc.property(spread, share, (s, r) => {
        const error = standardErrorOfMeasurement(s, r)!;
        expect(standardErrorOfDifferenceFromBoth(error, error)).toBeCloseTo(
          standardErrorOfDifference(s, r)!,
          12,
        );
      }),
    );
  });
  it('fall as the reliability rises and never pass the standard deviation', () => {
    fc.assert(
      fc.property(spread, share, share, (s, r1, r2) => {
        const [lower, higher] = [Math.min(r1, r2), Math.max(r1, r2)];
        expect(standardErrorOfMeasurement(s, higher)!).toBeLessThanOrEqual(
          standardErrorOfMeasurement(s, lower)!,
        );
        expect(standardErrorOfMeasurement(s, lower)!).toBeLessThanOrEqual(s);
      }),
    );
  });
  it('refuse a negative spread and a reliability off 0..1', () => {
    expect(() => standardErrorOfMeasurement(-1, 0.5)).toThrow(InvalidSampleError);
    expect(() => standardErrorOfDifference(1, 1.5)).toThrow(InvalidSampleError);
    expect(() => standardErrorOfDifferenceFromBoth(0.3, -0.1)).toThrow(InvalidSampleError);
  });
});

describe('reliableChangeIndex', () => {
  it('gives the reference value', () => {
    // measurement_golden.json, "rci"
    expect(reliableChangeIndex(2.6, 3.6, standardErrorOfDifference(0.6, 0.8)!)).toBeCloseTo(
      2.63523138347365,
      12,
    );
  });
  it('is no number when there is no error to divide by', () => {
    expect(reliableChangeIndex(2, 3, 0)).toBeNull();
  });
  it('turns its sign with the direction', () => {
    expect(reliableChangeIndex(3, 2, 0.5)).toBe(-2);
  });
  it('refuses what is not a score or an error', () => {
    expect(() => reliableChangeIndex(NaN, 3, 0.5)).toThrow(InvalidSampleError);
    expect(() => reliableChangeIndex(2, 3, -0.5)).toThrow(InvalidSampleError);
  });
});

describe('preTestSdEffect', () => {
  const pre = [2.4, 2.8, 3.0, 2.2, 2.6, 3.1, 2.9, 2.5];
  const post = [3.0, 3.2, 3.3, 2.9, 3.1, 3.4, 3.0, 3.2];
  it('gives the reference values', () => {
    // measurement_golden.json, "one_group": becker_g_pre, and glass_delta_pre without the correction
    expect(preTestSdEffect(pre, post)).toBeCloseTo(1.2751997103475274, 12);
    expect(preTestSdEffect(pre, post)! / smallSampleCorrection(7)).toBeCloseTo(1.4345996741409683, 12);
  });
  it('is unknown of fewer than two people, and when all were alike at first', () => {
    expect([preTestSdEffect([], []), preTestSdEffect([3], [4])]).toEqual([null, null]);
    expect(preTestSdEffect([3.3, 3.3, 3.3], [3, 4, 5])).toBeNull();
    expect(preTestSdEffect([2, 4], [3, 5])).toBe(0);
  });
  it('does not change with the unit or the zero of the scale', () => {
    const scores = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 3,
    });
    fc.assert(
      fc.property(scores, (rows) => {
        const d = preTestSdEffect(
          rows.map(([before]) => before),
          rows.map(([, after]) => after),
        );
        const moved = preTestSdEffect(
          rows.map(([before]) => 10 + 3 * before),
          rows.map(([, after]) => 10 + 3 * after),
        );
        expect(moved ?? 0).toBeCloseTo(d ?? 0, 9);
      }),
    );
  });
  it('refuses lists that do not pair up', () => {
    expect(() => preTestSdEffect([1, 2], [1])).toThrow(InvalidSampleError);
  });
});

describe('smallSampleCorrection', () => {
  it('rises towards 1', () => {
    expect(smallSampleCorrection(1)).toBe(0);
    expect(smallSampleCorrection(7)).toBeCloseTo(8 / 9, 15);
    expect(smallSampleCorrection(1e6)).toBeCloseTo(1, 5);
    expect(() => smallSampleCorrection(0)).toThrow(InvalidSampleError);
  });
});

describe('prePostComparisonEffect', () => {
  // measurement_golden.json, "morris_2008_dppc2": studies of Carlson & Schmidt (1999) as on metafor-project.org,
  // analyses:morris2008, where 0.44 is printed for the fifth; to four decimals.
  const STUDIES = [
    [group(20, 30.6, 38.5, 15.0), group(20, 23.1, 19.7, 13.8), 0.7685],
    [group(50, 23.5, 26.8, 3.1), group(42, 24.9, 25.3, 4.1), 0.801],
    [group(9, 0.5, 0.7, 0.1), group(9, 0.6, 0.6, 0.2), 1.2047],
    [group(10, 53.4, 75.9, 14.5), group(11, 55.7, 60.7, 17.3), 1.0477],
    [group(14, 35.6, 36.0, 4.7), group(14, 34.8, 33.4, 3.1), 0.439],
  ] as const;

  it('gives the published values, with unequal groups too', () => {
    for (const [treated, comparison, expected] of STUDIES) {
      expect(prePostComparisonEffect(treated, comparison)).toBeCloseTo(expected, 4);
    }
  });
  it('is unknown of one person in each group, and when all were alike at first', () => {
    expect(prePostComparisonEffect(group(1, 2, 3, 0), group(1, 2, 2, 0))).toBeNull();
    expect(prePostComparisonEffect(group(9, 2, 3, 0), group(9, 2, 2, 0))).toBeNull();
    expect(prePostComparisonEffect(group(2, 2, 3, 1), group(1, 2, 2, 0))).toBe(0);
  });
  it('turns its sign when the groups change places, and is 0 when both change alike', () => {
    const [treated, comparison] = STUDIES[0];
    const forth = prePostComparisonEffect(treated, comparison)!;
    expect(prePostComparisonEffect(comparison, treated)).toBeCloseTo(-forth, 12);
    expect(prePostComparisonEffect(group(9, 1, 2, 1), group(12, 4, 5, 1))).toBe(0);
  });
  it('refuses an empty group, a negative spread and a mean that is no number', () => {
    expect(() => prePostComparisonEffect(group(0, 1, 2, 1), group(9, 1, 2, 1))).toThrow(InvalidSampleError);
    expect(() => prePostComparisonEffect(group(9, 1, 2, -1), group(9, 1, 2, 1))).toThrow(InvalidSampleError);
    expect(() => prePostComparisonEffect(group(9, NaN, 2, 1), group(9, 1, 2, 1))).toThrow(InvalidSampleError);
  });
});

describe('regressionToTheMean', () => {
  it('gives the reference value', () => {
    // measurement_golden.json, "rtm": μ = 3.2, r = .7, selected at 2.4
    expect(regressionToTheMean(2.4, 3.2, 0.7)).toBeCloseTo(2.64, 12);
  });
  it('expects no change of a score without error, and the mean of one that is all error', () => {
    expect([regressionToTheMean(2.4, 3.2, 1), regressionToTheMean(2.4, 3.2, 0)]).toEqual([2.4, 3.2]);
  });
  it('refuses a reliability off 0..1', () => {
    expect(() => regressionToTheMean(2, 3, 1.1)).toThrow(InvalidSampleError);
  });
});
