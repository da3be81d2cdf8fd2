const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** 1970-01-05, the Monday that weeks are counted from, in days since 1970-01-01. */
const FIRST_MONDAY = 4;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The week of a calendar day, counted from the one of Monday 1970-01-05, so that a year's end is no break. O(1). */
export const weekOf = (day: string): number => Math.floor((dayNumber(day) - FIRST_MONDAY) / WEEK_DAYS);

/** The Monday of such a week, ISO 8601. O(1). */
export const mondayOf = (week: number): string =>
  new Date((week * WEEK_DAYS + FIRST_MONDAY) * DAY_MS).toISOString().slice(0, 10);

/** Every week that has a day of the period, both ends included; in order. O(weeks). */
export function weeksBetween(from: string, to: string): readonly number[] {
  const first = weekOf(from);
  return Array.from({ length: weekOf(to) - first + 1 }, (_, i) => first + i);
}
