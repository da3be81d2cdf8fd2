import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { InvalidSampleError, seedFromText, seededRandom, xoshiro128 } from './index.js';

const first = (count: number, next: () => number): readonly number[] =>
  Array.from({ length: count }, () => next());

describe('xoshiro128', () => {
  it('gives the published sequence', () => {
    // xoshiro128starstar.c 1.1 by Blackman and Vigna from the state 1, 2, 3, 4, compiled with gcc; the test of Rust's rand_xoshiro
    expect(first(10, xoshiro128([1, 2, 3, 4]).uint32)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
  it('refuses a state that it could not leave or hold', () => {
    expect(() => xoshiro128([0, 0, 0, 0])).toThrow(InvalidSampleError);
    expect(() => xoshiro128([1, 2, 3, 2 ** 32])).toThrow(InvalidSampleError);
    expect(() => xoshiro128([1.5, 2, 3, 4])).toThrow(InvalidSampleError);
  });
});

describe('seededRandom', () => {
  it('gives the sequence of the same two algorithms in C', () => {
    // splitmix32 with the lowbias32 finalizer, then xoshiro128starstar.c; compiled with gcc
    expect(first(4, seededRandom(0).uint32)).toEqual([3733119852, 4156223338, 2961993901, 3978119837]);
    expect(first(4, seededRandom(42).uint32)).toEqual([955885115, 1328154995, 946741108, 3308724645]);
    expect(first(4, seededRandom(2 ** 32 - 1).uint32)).toEqual([
      1248491728, 3112222971, 1763929067, 3707090827,
    ]);
  });
  it('gives fractions from 0 to below 1 that are spread evenly', () => {
    const { fraction } = seededRandom(7);
    const counts = Array.from({ length: 10 }, () => 0);
    for (const value of first(100_000, fraction)) {
      expect(value >= 0 && value < 1).toBe(true);
      counts[Math.floor(value * 10)]! += 1;
    }
    // Chi-square with 9 degrees of freedom: 27.9 is passed once in a thousand seeds.
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });
  it('gives every index below the bound as often', () => {
    const { index } = seededRandom(8);
    const counts = [0, 0, 0];
    for (const place of first(90_000, () => index(3))) counts[place]! += 1;
    for (const count of counts) expect(Math.abs(count - 30_000)).toBeLessThan(600);
  });
  it('gives an even index for a bound near the whole range, where the rest must be thrown away', () => {
    const bound = 3 * 2 ** 30;
    const { index } = seededRandom(9);
    const low = first(30_000, () => index(bound)).filter((place) => place < 2 ** 30).length;
    expect(Math.abs(low - 10_000)).toBeLessThan(400);
  });
  it('refuses a seed or a bound that is no whole number in range', () => {
    expect(() => seededRandom(-1)).toThrow(InvalidSampleError);
    expect(() => seededRandom(2 ** 32)).toThrow(InvalidSampleError);
    expect(() => seededRandom(1).index(0)).toThrow(InvalidSampleError);
    expect(() => seededRandom(1).index(1.5)).toThrow(InvalidSampleError);
  });
  it('stays below any bound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.integer({ min: 1, max: 2 ** 32 }),
        (seed, bound) => {
          const place = seededRandom(seed).index(bound);
          expect(Number.isInteger(place) && place >= 0 && place < bound).toBe(true);
        },
      ),
    );
  });
});

describe('seedFromText', () => {
  it('gives the published values', () => {
    // Test vectors of FNV-1a, 32 bits: www.isthe.com/chongo/src/fnv/test_fnv.c
    expect([seedFromText(''), seedFromText('a'), seedFromText('foobar')]).toEqual([
      0x811c9dc5, 0xe40c292c, 0xbf9cf968,
    ]);
  });
});
