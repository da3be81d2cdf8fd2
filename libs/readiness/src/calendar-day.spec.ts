import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths } from './index.js';

describe('addMonths', () => {
  it('counts calendar months', () => {
    expect(addMonths('2024-11-15', 18)).toBe('2026-05-15');
    expect(addMonths('2026-01-01', 0)).toBe('2026-01-01');
    expect(addMonths('2026-12-31', 1)).toBe('2027-01-31');
  });
  it("is the month's last day where the month has no such day", () => {
    expect(addMonths('2024-08-31', 18)).toBe('2026-02-28');
    expect(addMonths('2022-08-30', 18)).toBe('2024-02-29');
    expect(addMonths('2026-05-31', 1)).toBe('2026-06-30');
    expect(addMonths('1998-12-31', 14)).toBe('2000-02-29');
    expect(addMonths('2098-12-31', 14)).toBe('2100-02-28');
  });
  it('refuses a day that does not exist and months that are no whole number', () => {
    for (const day of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00', ''])
      expect(() => addMonths(day, 1)).toThrow(RangeError);
    expect(() => addMonths('2026-01-01', 1.5)).toThrow(RangeError);
    expect(() => addMonths('2026-01-01', -1)).toThrow(RangeError);
  });
  it('agrees with the days of the platform calendar, and a later day never ends earlier', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.nat({ max: 60 }), (a, b, months) => {
        const [year, month, date] = a.split('-').map(Number) as [number, number, number];
        const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
        const expected = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
        expect(addMonths(a, months)).toBe(expected.toISOString().slice(0, 10));
        const [earlier, later] = a <= b ? [a, b] : [b, a];
        expect(addMonths(earlier, months) <= addMonths(later, months)).toBe(true);
      }),
    );
  });
});
