import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { InvalidSampleError, rwg, rwgJ } from './index.js';

const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 12 });

describe('rwg', () => {
  it('gives the reference value', () => {
    // measurement_golden.json, "rwg", five answers
    expect(rwg([4, 4, 5, 4], 5)).toBe(0.875);
  });
  it('is 0 where the formula falls below 0', () => {
    // the same file: raw −1.6666666666666665
    expect(rwg([1, 5, 1, 5], 5)).toBe(0);
  });
  it('is unknown of fewer than two ratings, and 1 of two alike', () => {
    expect([rwg([], 5), rwg([4], 5), rwg([4, 4], 5)]).toEqual([null, null, 1]);
  });
  it('refuses a scale of fewer than two answers and a rating that is no number', () => {
    expect(() => rwg([4, 4], 1)).toThrow(InvalidSampleError);
    expect(() => rwg([4, NaN], 5)).toThrow(InvalidSampleError);
  });
  it('stays within 0..1 and does not care about the order', () => {
    fc.assert(
      fc.property(ratings, (row) => {
        const agreement = rwg(row, 5)!;
        expect(agreement >= 0 && agreement <= 1).toBe(true);
        expect(rwg(row.toReversed(), 5)).toBeCloseTo(agreement, 12);
      }),
    );
  });
});

describe('rwgJ', () => {
  const items = [
    [4, 4, 5, 4],
    [3, 4, 4, 4],
    [5, 4, 4, 5],
  ];
  it('gives the reference value', () => {
    // measurement_golden.json, "rwg", three items
    expect(rwgJ(items, 5)).toBeCloseTo(0.9489795918367347, 12);
  });
  it('passes over an item with fewer than two ratings, and is unknown when none is left', () => {
    expect(rwgJ([...items, [1], []], 5)).toBe(rwgJ(items, 5));
    expect([rwgJ([], 5), rwgJ([[4], []], 5)]).toEqual([null, null]);
  });
  it('of one item is r_wg', () => {
    fc.assert(
      fc.property(ratings, (row) => {
        expect(rwgJ([row], 5)).toBeCloseTo(rwg(row, 5)!, 12);
      }),
    );
  });
  it('is 0 where raters agree less than blind answering does, and 1 where all agree', () => {
    expect([
      rwgJ(
        [
          [1, 5, 1, 5],
          [1, 5, 5],
        ],
        5,
      ),
      rwgJ(
        [
          [4, 4],
          [2, 2, 2],
        ],
        5,
      ),
    ]).toEqual([0, 1]);
  });
  it('refuses a scale of fewer than two answers', () => {
    expect(() => rwgJ(items, 1)).toThrow(InvalidSampleError);
  });
});
