import type { CalendarDay } from './calendar-day.js';

/**
 * Days on which something holds, [validFrom, validTo). An unknown beginning is `-infinity`, an unknown end `infinity`, as
 * PostgreSQL writes them: as text they too sort before and after all days.
 */
export interface Period {
  readonly validFrom: CalendarDay;
  /** Not included. */
  readonly validTo: CalendarDay;
}

/**
 * The days that two periods have in common.
 *
 * @param a  a period
 * @param b  another
 * @returns  null when they share no day
 *
 * O(1).
 *
 * @example overlapOf({ validFrom: '-infinity', validTo: '2026-01-01' }, { validFrom: '2025-06-01', validTo: 'infinity' })
 * // => { validFrom: '2025-06-01', validTo: '2026-01-01' }
 */
export function overlapOf(a: Period, b: Period): Period | null {
  const validFrom = a.validFrom > b.validFrom ? a.validFrom : b.validFrom;
  const validTo = a.validTo < b.validTo ? a.validTo : b.validTo;
  return validFrom < validTo ? { validFrom, validTo } : null;
}

/**
 * Whether something holds on a day.
 *
 * @param period  when it holds
 * @param day     ISO 8601
 *
 * O(1).
 *
 * @example holdsOn({ validFrom: '2025-06-01', validTo: '2026-01-01' }, '2026-01-01') // => false
 */
export function holdsOn({ validFrom, validTo }: Period, day: CalendarDay): boolean {
  return validFrom <= day && day < validTo;
}
