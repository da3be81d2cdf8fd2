import { describe, expect, it } from '@jest/globals';
import { Purpose, streamOf } from './random.js';

const draws = (count: number, draw: () => number): readonly number[] => Array.from({ length: count }, draw);
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('streamOf', () => {
  it('gives the same numbers for the same seed, purpose and things', () => {
    const [one, other] = [streamOf(7, Purpose.Ratings, 3, 1), streamOf(7, Purpose.Ratings, 3, 1)];
    expect(draws(50, () => one.next())).toEqual(draws(50, () => other.next()));
  });
  it('gives unrelated numbers for another seed, purpose or thing, however near', () => {
    const base = streamOf(1, Purpose.Ratings, 1, 1);
    const others = [
      streamOf(2, Purpose.Ratings, 1, 1),
      streamOf(1, Purpose.Comments, 1, 1),
      streamOf(1, Purpose.Ratings, 2, 1),
      streamOf(1, Purpose.Ratings, 1, 2),
      streamOf(-1, Purpose.Ratings, 1, 1),
    ];
    const numbers = draws(4000, () => base.next());
    for (const other of others) {
      const products = numbers.map((number) => (number - 0.5) * (other.next() - 0.5) * 12);
      // The mean of 4000 products of unrelated uniforms of variance 1 has standard deviation 0.016.
      expect(Math.abs(meanOf(products))).toBeLessThan(0.065);
    }
  });
  it('has first numbers that are spread evenly over neighboring things', () => {
    const firsts = Array.from({ length: 10_000 }, (_, thing) => streamOf(1, Purpose.Identity, thing).next());
    expect(meanOf(firsts)).toBeCloseTo(0.5, 1);
    expect(firsts.filter((first) => first < 0.1).length / firsts.length).toBeCloseTo(0.1, 1);
  });
});

describe('normal', () => {
  it('has mean 0 and standard deviation 1 and stays within the bounds it names', () => {
    const stream = streamOf(1, Purpose.Levels);
    const values = draws(20_000, () => stream.normal());
    expect(Math.abs(meanOf(values))).toBeLessThan(0.03);
    expect(Math.sqrt(meanOf(values.map((value) => value * value)))).toBeCloseTo(1, 1);
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(3.47);
  });
});

describe('pick', () => {
  it('refuses to pick from nothing', () => {
    expect(() => streamOf(1, Purpose.Tree).pick([])).toThrow(RangeError);
  });
});
