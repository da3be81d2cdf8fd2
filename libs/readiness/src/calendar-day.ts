/**
 * A calendar day of the organization, ISO 8601, e.g. `2026-03-31`. It has no time and no zone, and text of this form
 * sorts as the days do, so `a < b` says that a is the earlier one.
 */
export type CalendarDay = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The day so many calendar months later, e.g. 2024-11-15 + 18 = 2026-05-15. Where that month has no such day it is the
 * month's last, as PostgreSQL's `date + interval` has it: 2024-08-31 + 18 = 2026-02-28.
 *
 * @param day     ISO 8601
 * @param months  a whole number, 0 or more
 * @throws RangeError  when the day does not exist or the months are no whole number
 *
 * O(1).
 *
 * @example addMonths('2024-11-15', 18) // => '2026-05-15'
 */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  if (!Number.isInteger(months) || months < 0)
    throw new RangeError(`Months must be a whole number, got ${months}`);
  const { year, month, date } = parse(day);
  const total = year * 12 + (month - 1) + months;
  const laterYear = Math.floor(total / 12);
  const laterMonth = (total % 12) + 1;
  const laterDate = Math.min(date, daysIn(laterYear, laterMonth));
  return `${digits(laterYear, 4)}-${digits(laterMonth, 2)}-${digits(laterDate, 2)}`;
}

/** @throws RangeError  when the text is no day of the calendar, e.g. 2026-02-29 */
export function requireDay(day: CalendarDay): void {
  parse(day);
}

function parse(day: CalendarDay): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = (FORM.exec(day) ?? []).slice(1).map(Number);
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month))
    throw new RangeError(`Not a calendar day: ${day}`);
  return { year, month, date };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
