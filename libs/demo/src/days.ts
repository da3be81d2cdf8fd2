const DAY = 86_400_000;

/** Days since 1970-01-01, so that spans are plain subtraction and no clock's zone takes part. */
export type DayNumber = number;

/** @throws RangeError when the text is no calendar day, e.g. 2026-02-30 */
export function dayNumber(iso: string): DayNumber {
  const time = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || isoDay(time / DAY) !== iso)
    throw new RangeError(`${iso} is no day like 2026-11-24`);
  return time / DAY;
}

export function isoDay(day: DayNumber): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const date = new Date(day * DAY);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0);
  return Math.min(first + (date.getUTCDate() - 1) * DAY, last) / DAY;
}

/** That day when it is a Monday, else the next; 1970-01-01 was a Thursday. */
export function mondayFrom(day: DayNumber): DayNumber {
  return day + ((((4 - day) % 7) + 7) % 7);
}

/** Also parts of a month, counted at 30 days. */
export function offsetMonths(day: DayNumber, months: number): DayNumber {
  const whole = Math.floor(months);
  return addMonths(day, whole) + Math.round((months - whole) * 30);
}
