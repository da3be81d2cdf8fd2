import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { InvalidSampleError, bootstrapMeanInterval, permutationP, seededRandom } from './index.js';
import type { RandomGenerator } from './index.js';

/** Efron & Tibshirani (1993), table 2.1: survival of 16 mice in days, 7 treated and 9 not. */
const TREATED = [94, 197, 16, 38, 99, 141, 23];
const UNTREATED = [52, 104, 146, 10, 51, 30, 40, 27, 46];

const drawSkewed = ({ fraction }: RandomGenerator, count: number): readonly number[] =>
  Array.from({ length: count }, () => fraction() * fraction());
const inQuarters = (changes: readonly number[]): readonly number[] =>
  changes.map((change) => Math.round(4 * change) / 4);

const interval = (values: readonly number[], method: 'BCA' | 'PERCENTILE') =>
  bootstrapMeanInterval(values, { random: seededRandom(1), method, resamples: 20_000 })!;
const exact = (a: readonly number[], b: readonly number[]) => permutationP(a, b, { random: seededRandom(1) });
const drawn = (a: readonly number[], b: readonly number[]) =>
  permutationP(a, b, { random: seededRandom(1), exactUpTo: 0, resamples: 4_999 });

/** How often p is at most 0.01, 0.05 and 0.20 for 4 and 13 people of one population, over 1,000 studies. */
function rejections(draw: (random: RandomGenerator, count: number) => readonly number[], exactUpTo: number) {
  const random = seededRandom(11);
  const found = { one: 0, five: 0, twenty: 0 };
  for (let study = 0; study < 1_000; study += 1) {
    const p = permutationP(draw(random, 4), draw(random, 13), { random, exactUpTo, resamples: 199 })!;
    if (p <= 0.01) found.one += 1 / 1_000;
    if (p <= 0.05) found.five += 1 / 1_000;
    if (p <= 0.2) found.twenty += 1 / 1_000;
  }
  return found;
}

describe('bootstrapMeanInterval', () => {
  it('gives SciPy’s intervals', () => {
    // scipy.stats.bootstrap(…, numpy.mean), 400,000 resamples, SciPy 1.17.1; chance moves an end by a day or so
    const expected = [
      [TREATED, 'PERCENTILE', 43.857, 134.429],
      [UNTREATED, 'PERCENTILE', 33.111, 84.778],
      [TREATED, 'BCA', 46.286, 138.286],
      [UNTREATED, 'BCA', 36.111, 91.889],
    ] as const;
    for (const [values, method, low, high] of expected) {
      const found = interval(values, method);
      expect(Math.abs(found.low - low)).toBeLessThan(1.5);
      expect(Math.abs(found.high - high)).toBeLessThan(1.5);
    }
  });
  it('moves its ends for bias and skewness, as SciPy does', () => {
    // Nine people unchanged and one by 10: the means are tenths of a binomial, so the ends are whole numbers.
    // scipy.stats.bootstrap, BCa, 400,000 resamples, three seeds, SciPy 1.17.1; without the bias the upper end is 4
    const values = [0, 0, 0, 0, 0, 0, 0, 0, 0, 10];
    const random = seededRandom(1);
    const found = bootstrapMeanInterval(values, { random, resamples: 100_000 })!;
    expect(found.low).toBeCloseTo(0, 9);
    expect(found.high).toBeCloseTo(5, 9);
  });
  it('is unknown of fewer than two values, and a point when all are alike', () => {
    const random = seededRandom(1);
    expect([bootstrapMeanInterval([], { random }), bootstrapMeanInterval([3], { random })]).toEqual([
      null,
      null,
    ]);
    expect(bootstrapMeanInterval([0.3, 0.3, 0.3], { random })).toEqual({ low: 0.3, high: 0.3 });
  });
  it('of two values lies between them', () => {
    expect(bootstrapMeanInterval([1, 3], { random: seededRandom(1) })).toEqual({ low: 1, high: 3 });
  });
  it('is the same for the same seed, in whatever order the values come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 2, maxLength: 20 }),
        fc.nat(),
        (values, seed) => {
          const once = bootstrapMeanInterval(values, { random: seededRandom(seed), resamples: 200 })!;
          const again = bootstrapMeanInterval(values.toReversed(), {
            random: seededRandom(seed),
            resamples: 200,
          })!;
          expect(again.low).toBeCloseTo(once.low, 9);
          expect(again.high).toBeCloseTo(once.high, 9);
          expect(once.low).toBeLessThanOrEqual(once.high);
          expect(once.low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(once.high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        },
      ),
    );
  });
  it('holds the true mean about as often as it says', () => {
    // Uniform over 0..1, 20 people, 500 samples: a 95 % interval of this size holds the mean in 90 to 97 of 100.
    const random = seededRandom(5);
    let held = 0;
    for (let sample = 0; sample < 500; sample += 1) {
      const values = Array.from({ length: 20 }, () => random.fraction());
      const { low, high } = bootstrapMeanInterval(values, { random, resamples: 400 })!;
      if (low <= 0.5 && 0.5 <= high) held += 1;
    }
    expect(held / 500).toBeGreaterThan(0.9);
    expect(held / 500).toBeLessThan(0.97);
  });
  it('refuses what is no number, too few resamples and a confidence of 1', () => {
    const random = seededRandom(1);
    expect(() => bootstrapMeanInterval([1, NaN], { random })).toThrow(InvalidSampleError);
    expect(() => bootstrapMeanInterval([1, 2], { random, resamples: 10 })).toThrow(InvalidSampleError);
    expect(() => bootstrapMeanInterval([1, 2], { random, confidence: 1 })).toThrow(InvalidSampleError);
  });
});

describe('permutationP', () => {
  it('gives SciPy’s exact value, with unequal groups', () => {
    // scipy.stats.permutation_test of |difference of means|, all 11,440 divisions, SciPy 1.17.1
    expect(exact(TREATED, UNTREATED)).toBeCloseTo(0.2783216783216783, 12);
  });
  it('gives SciPy’s exact value with ties', () => {
    // the same, all 210 divisions
    expect(exact([1, 1, 2, 3], [1, 2, 2, 4, 5, 5])).toBeCloseTo(0.22857142857142856, 12);
  });
  it('comes near the exact value when it draws, and never gives 0', () => {
    expect(Math.abs(drawn(TREATED, UNTREATED)! - 0.2783)).toBeLessThan(0.015);
    const low = Array.from({ length: 30 }, (_, person) => person);
    expect(
      drawn(
        low,
        low.map((change) => change + 100),
      ),
    ).toBe(1 / 5_000);
  });
  it('draws nothing when it can try everything', () => {
    const random = seededRandom(3);
    permutationP([1, 2], [3, 4, 5], { random });
    expect(random.uint32()).toBe(seededRandom(3).uint32());
  });
  it('is unknown when a group is empty, and 1 of one person each or when all changed alike', () => {
    expect([exact([], []), exact([1], []), exact([], [1])]).toEqual([null, null, null]);
    expect([exact([1], [2]), exact([0.1, 0.1], [0.1, 0.1, 0.1])]).toEqual([1, 1]);
    expect(exact([1], [2, 3])).toBeCloseTo(2 / 3, 12);
  });
  it('is as often below a threshold as the threshold says when nothing differs, for unequal groups', () => {
    // Three standard errors of a share over 1,000 studies: 0.0095, 0.021 and 0.038
    for (const exactUpTo of [20_000, 0]) {
      const found = rejections(drawSkewed, exactUpTo);
      expect(Math.abs(found.one - 0.01)).toBeLessThan(0.0095);
      expect(Math.abs(found.five - 0.05)).toBeLessThan(0.021);
      expect(Math.abs(found.twenty - 0.2)).toBeLessThan(0.038);
    }
  });
  it('is no oftener below a threshold than that with many ties', () => {
    const found = rejections((random, count) => inQuarters(drawSkewed(random, count)), 20_000);
    expect(found.one).toBeLessThan(0.0195);
    expect(found.five).toBeLessThan(0.071);
    expect(found.twenty).toBeLessThan(0.238);
  });
  it('does not care about the order of people or of the groups, and stays above 0 and at most 1', () => {
    const changes = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(changes, changes, (a, b) => {
        const p = exact(a, b)!;
        expect(p > 0 && p <= 1).toBe(true);
        expect(exact(b.toReversed(), a.toReversed())).toBeCloseTo(p, 12);
      }),
    );
  });
  it('draws the same for the same seed, in whatever order people come', () => {
    expect(drawn(TREATED.toReversed(), UNTREATED.toReversed())).toBe(drawn(TREATED, UNTREATED));
  });
  it('refuses what is no number and no resamples', () => {
    expect(() => exact([NaN], [1])).toThrow(InvalidSampleError);
    expect(() => permutationP([1], [2], { random: seededRandom(1), resamples: 0 })).toThrow(
      InvalidSampleError,
    );
  });
});
