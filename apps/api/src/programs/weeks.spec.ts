import { expect, it } from '@jest/globals';
import { endOfWeek, isMonday } from './weeks.js';

it('knows Mondays and the Sundays that end their weeks', () => {
  expect(isMonday('2026-11-23')).toBe(true);
  expect(isMonday('2026-11-24')).toBe(false);
  expect(endOfWeek('2026-12-28')).toBe('2027-01-03');
});
