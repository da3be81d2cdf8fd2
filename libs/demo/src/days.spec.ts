import { describe, expect, it } from '@jest/globals';
import { addMonths, dayNumber, isoDay, mondayFrom, offsetMonths } from './days.js';

const later = (iso: string, months: number): string => isoDay(addMonths(dayNumber(iso), months));

describe('days', () => {
  it('counts from 1970-01-01 and back', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(isoDay(dayNumber('2028-02-29'))).toBe('2028-02-29');
  });
  it('refuses what is no day', () => {
    for (const text of ['2026-02-30', '2026-2-3', 'today', '2026-11-24T00:00'])
      expect(() => dayNumber(text)).toThrow(RangeError);
  });
  it('keeps the day of the month, or takes the last of a shorter one, backward too', () => {
    expect(later('2026-11-24', -14)).toBe('2025-09-24');
    expect(later('2026-03-31', -1)).toBe('2026-02-28');
    expect(later('2026-12-31', 2)).toBe('2027-02-28');
  });
  it('counts parts of a month at 30 days', () => {
    expect(isoDay(offsetMonths(dayNumber('2026-11-24'), -0.5))).toBe('2026-11-08');
  });
  it('finds the Monday on or after a day', () => {
    expect(isoDay(mondayFrom(dayNumber('2026-11-23')))).toBe('2026-11-23');
    expect(isoDay(mondayFrom(dayNumber('2026-11-24')))).toBe('2026-11-30');
    expect(isoDay(mondayFrom(dayNumber('1969-12-30')))).toBe('1970-01-05');
  });
});
