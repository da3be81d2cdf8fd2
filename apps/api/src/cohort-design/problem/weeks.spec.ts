import { expect, it } from '@jest/globals';
import { mondayOf, weekOf, weeksBetween } from './weeks.js';

it('counts weeks from Monday 1970-01-05, through the end of a year', () => {
  expect(weekOf('1970-01-05')).toBe(0);
  expect(weekOf('1970-01-04')).toBe(-1);
  expect([weekOf('2026-12-28'), weekOf('2027-01-03'), weekOf('2027-01-04')]).toEqual([2973, 2973, 2974]);
});

it('gives the Monday of a week back', () => {
  expect(mondayOf(weekOf('2027-01-03'))).toBe('2026-12-28');
});

it('names every week of which a period has a day', () => {
  expect(weeksBetween('2026-12-31', '2027-01-11')).toEqual([2973, 2974, 2975]);
  expect(weeksBetween('2026-03-04', '2026-03-04')).toHaveLength(1);
});
