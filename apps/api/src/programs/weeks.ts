const DAY_MS = 86_400_000;
const MONDAY = 1;
const DAYS = 7;

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Whether a calendar day, ISO 8601, is a Monday. O(1). */
export const isMonday = (day: string): boolean => at(day).getUTCDay() === MONDAY;

/** The Sunday of the week that begins on this Monday. O(1). */
export const endOfWeek = (monday: string): string => dayOf(at(monday).getTime() + (DAYS - 1) * DAY_MS);
