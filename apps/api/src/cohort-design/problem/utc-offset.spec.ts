import { expect, it } from '@jest/globals';
import { utcOffsetOn } from './utc-offset.js';

it.each([
  ['Europe/Zurich', '2026-03-27', 1],
  ['Europe/Zurich', '2026-03-30', 2],
  ['Asia/Kolkata', '2026-03-30', 5.5],
  ['America/St_Johns', '2026-01-15', -3.5],
  ['Pacific/Auckland', '2026-01-15', 13],
  ['UTC', '2026-01-15', 0],
])('in %s on %s is %p hours', (zone, day, hours) => {
  expect(utcOffsetOn(zone, day)).toBe(hours);
});

it('refuses a zone that nobody knows', () => {
  expect(() => utcOffsetOn('Mars/Olympus', '2026-01-15')).toThrow(RangeError);
});
