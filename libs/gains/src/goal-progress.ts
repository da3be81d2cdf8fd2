import { daysBetween } from './days-between.js';
import { requireGoal } from './goal.js';
import type { Goal } from './goal.js';
import { InvalidGoalError } from './invalid-goal-error.js';

/**
 * Share of the way from baseline to target that is done.
 *
 * progress = (current − baseline) / (target − baseline)
 *
 * @param goal    its target may lie below its baseline
 * @param current the figure on the day asked, in the metric's unit; null when it is unknown
 * @returns       1 at the target, above it beyond, below 0 when it went the wrong way; null when the figure is unknown
 * @throws InvalidGoalError when the goal cannot be meant or the figure is not finite
 *
 * O(1).
 *
 * @example goalProgress({ baseline: 0.3, target: 0.5, baselineOn: '2026-01-01', dueOn: '2026-12-31' }, 0.4) // => 0.5
 */
export function goalProgress(goal: Goal, current: number | null): number | null {
  requireGoal(goal);
  if (current === null) return null;
  if (!Number.isFinite(current))
    throw new InvalidGoalError(`The figure must be a finite number, got ${current}`);
  return (current - goal.baseline) / (goal.target - goal.baseline);
}

/**
 * Share of the time that is over, which is the progress an even pace would have made.
 *
 * expected = clamp((on − baselineOn) / (dueOn − baselineOn), 0, 1), in days
 *
 * @param goal the goal
 * @param on   the day asked, ISO 8601
 * @returns    0..1
 * @throws InvalidGoalError when the goal cannot be meant or the day does not exist
 *
 * O(1).
 */
export function goalExpected(goal: Goal, on: string): number {
  requireGoal(goal);
  const share = daysBetween(goal.baselineOn, on) / daysBetween(goal.baselineOn, goal.dueOn);
  return Math.min(1, Math.max(0, share));
}
