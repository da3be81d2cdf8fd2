import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  InvalidSampleError,
  mean,
  median,
  normalQuantile,
  normalShareBelow,
  pearsonCorrelation,
  quantile,
  standardDeviation,
  variance,
} from './index.js';

const values = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 2, maxLength: 30 });

describe('mean', () => {
  it('of no values is unknown, of one is that value, of two lies in the middle', () => {
    expect([mean([]), mean([3]), mean([3, 4])]).toEqual([null, 3, 3.5]);
  });
  it('of equal values is exactly that value', () => {
    expect(mean(Array.from({ length: 7 }, () => 3.3))).toBe(3.3);
  });
  it('refuses what is not a number', () => {
    expect(() => mean([1, NaN])).toThrow(InvalidSampleError);
    expect(() => mean([1, Infinity])).toThrow('Values must be finite numbers, got Infinity');
  });
});

describe('variance and standard deviation', () => {
  it('are unknown of fewer than two values', () => {
    expect([variance([]), variance([3]), standardDeviation([]), standardDeviation([3])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
  it('divide by n − 1', () => {
    // Reference values of measurement_golden.json: the variance behind r_wg = 0.875, and s_pre = 0.45 / 1.43459967.
    expect(variance([4, 4, 5, 4])).toBe(0.25);
    expect(standardDeviation([2.4, 2.8, 3.0, 2.2, 2.6, 3.1, 2.9, 2.5])).toBeCloseTo(
      0.45 / 1.4345996741409683,
      12,
    );
    expect(standardDeviation([1, 3])).toBeCloseTo(Math.SQRT2, 15);
  });
  it('of equal values are exactly 0', () => {
    expect(standardDeviation([3.3, 3.3, 3.3, 3.3])).toBe(0);
  });
  it('do not change when all values move together, and scale with them', () => {
    fc.assert(
      fc.property(values, fc.double({ min: -100, max: 100, noNaN: true }), (sample, by) => {
        const spread = standardDeviation(sample)!;
        expect(standardDeviation(sample.map((x) => x + by))!).toBeCloseTo(spread, 9);
        expect(standardDeviation(sample.map((x) => -2 * x))!).toBeCloseTo(2 * spread, 9);
      }),
    );
  });
});

describe('quantile and median', () => {
  it('interpolate as NumPy does', () => {
    // numpy.quantile([1, 2, 4, 8, 16], …), NumPy 2.4.6
    const shares = [0.1, 0.25, 0.5, 0.9, 0.975];
    const expected = [1.4, 2, 4, 12.8, 15.2];
    for (const [place, share] of shares.entries()) {
      expect(quantile([1, 2, 4, 8, 16], share)).toBeCloseTo(expected[place]!, 12);
    }
  });
  it('of no values are unknown; of one, two and tied values lie among them', () => {
    expect([quantile([], 0.5), median([])]).toEqual([null, null]);
    expect([median([7]), median([9, 2]), median([2, 2, 2, 9])]).toEqual([7, 5.5, 2]);
  });
  it('leave the values in their order', () => {
    const sample = [3, 1, 2];
    expect(median(sample)).toBe(2);
    expect(sample).toEqual([3, 1, 2]);
  });
  it('refuse a share off 0..1', () => {
    expect(() => quantile([1], 1.1)).toThrow(InvalidSampleError);
  });
});

describe('the normal distribution', () => {
  it('has the published shares', () => {
    // scipy.stats.norm.cdf, SciPy 1.17.1
    const expected: readonly (readonly [number, number])[] = [
      [-6, 9.865876450376946e-10],
      [-3, 0.0013498980316300933],
      [-1, 0.15865525393145707],
      [0.1, 0.539827837277029],
      [1.96, 0.9750021048517795],
      [4, 0.9999683287581669],
    ];
    for (const [z, share] of expected) expect(Math.abs(normalShareBelow(z) - share)).toBeLessThan(1e-12);
    expect([normalShareBelow(-9), normalShareBelow(0), normalShareBelow(9)]).toEqual([0, 0.5, 1]);
  });
  it('has the published quantiles', () => {
    // scipy.stats.norm.ppf, SciPy 1.17.1
    expect(normalQuantile(0.025)).toBeCloseTo(-1.9599639845400545, 9);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
    expect(normalQuantile(0.999)).toBeCloseTo(3.090232306167813, 9);
    expect(normalQuantile(0.0001)).toBeCloseTo(-3.7190164854556804, 8);
  });
  it('refuses a share that no point has', () => {
    expect(() => normalQuantile(0)).toThrow(InvalidSampleError);
    expect(() => normalQuantile(1)).toThrow(InvalidSampleError);
    expect(() => normalShareBelow(NaN)).toThrow(InvalidSampleError);
  });
});

describe('pearsonCorrelation', () => {
  it('gives the reference value', () => {
    // r_prepost of measurement_golden.json, "one_group"
    const pre = [2.4, 2.8, 3.0, 2.2, 2.6, 3.1, 2.9, 2.5];
    const post = [3.0, 3.2, 3.3, 2.9, 3.1, 3.4, 3.0, 3.2];
    expect(pearsonCorrelation(pre, post)).toBeCloseTo(0.7669225287900201, 12);
  });
  it('is unknown of fewer than two people, or when one of the two does not vary', () => {
    expect([pearsonCorrelation([], []), pearsonCorrelation([1], [2])]).toEqual([null, null]);
    expect(pearsonCorrelation([1, 2, 3], [4, 4, 4])).toBeNull();
    expect(pearsonCorrelation([1, 2], [5, 3])).toBeCloseTo(-1, 12);
  });
  it('refuses lists that do not pair up', () => {
    expect(() => pearsonCorrelation([1, 2], [1])).toThrow(InvalidSampleError);
  });
  it('stays within −1..1 and does not care which comes first', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = [rows.map((row) => row[0]), rows.map((row) => row[1])];
        const r = pearsonCorrelation(x, y);
        expect(Math.abs(r ?? 0)).toBeLessThanOrEqual(1);
        expect(pearsonCorrelation(y, x) ?? 0).toBeCloseTo(r ?? 0, 12);
      }),
    );
  });
});
