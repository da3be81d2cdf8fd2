import { InvalidGoalError } from './invalid-goal-error.js';

const FORM = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Days from one calendar day to another, negative when the second is earlier; InvalidGoalError for what is no day. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

function dayNumber(day: string): number {
  const instant = new Date(`${day}T00:00:00Z`);
  // A day that does not exist, such as 2026-02-30, is moved on to one that does.
  if (!FORM.test(day) || Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day)
    throw new InvalidGoalError(`Not a calendar day: ${day}`);
  return instant.getTime() / MILLISECONDS_PER_DAY;
}
