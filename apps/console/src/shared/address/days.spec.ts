import { describe, expect, it } from '@jest/globals';
import { isDay } from './days.ts';

describe('a day in an address', () => {
  it('is one of the calendar', () => {
    expect(['2026-02-28', '2028-02-29', '2026-12-31'].filter((text) => !isDay(text))).toEqual([]);
    expect(
      ['2026-02-31', '2026-02-29', '2026-13-01', '2026-00-10', '2026-01-00', 'today', ''].filter(isDay),
    ).toEqual([]);
  });
});
