import { describe, expect, it } from '@jest/globals';
import { attainment, gapOf, isBelow } from './index.js';

describe('attainment', () => {
  it('is the way from level 1 to what is required, 0..1', () => {
    expect(attainment(3, 4)).toBeCloseTo(2 / 3, 12);
    expect(attainment(1, 4)).toBe(0);
    expect(attainment(5, 4)).toBe(1);
  });
  it('is 1 where level 1 is required', () => {
    expect(attainment(1, 1)).toBe(1);
  });
  it('refuses a level or a required level off the scale', () => {
    for (const off of [0.9, 5.1, NaN]) {
      expect(() => attainment(off, 3)).toThrow(RangeError);
      expect(() => attainment(3, off)).toThrow(RangeError);
      expect(() => gapOf(off, 3)).toThrow(RangeError);
      expect(() => gapOf(3, off)).toThrow(RangeError);
    }
  });
});

describe('gapOf and isBelow', () => {
  it('is what is missing, never negative', () => {
    expect(gapOf(2.5, 4)).toBe(1.5);
    expect(gapOf(4.5, 4)).toBe(0);
  });
  it('is below only beyond the tolerance', () => {
    expect(isBelow(3.5, 3.6)).toBe(true);
    expect(isBelow(0.1 + 3.2, 3.3)).toBe(false);
    expect(isBelow(3.5 - 1e-10, 3.5)).toBe(false);
    expect(isBelow(3.5 - 1e-8, 3.5)).toBe(true);
  });
});
