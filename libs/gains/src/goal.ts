import { daysBetween } from './days-between.js';
import { InvalidGoalError } from './invalid-goal-error.js';

/** The way a figure is to go: from a baseline on one day to a target by another. */
export interface Goal {
  /** The figure on `baselineOn`, in the metric's unit. */
  readonly baseline: number;
  /** ISO 8601 day. */
  readonly baselineOn: string;
  /** In the metric's unit, above or below the baseline. */
  readonly target: number;
  /** ISO 8601 day, later than `baselineOn`. */
  readonly dueOn: string;
}

/**
 * Refuses a goal that cannot be meant.
 *
 * @throws InvalidGoalError when baseline or target is not a finite number, they are equal, or dueOn is not after baselineOn
 *
 * O(1).
 */
export function requireGoal({ baseline, baselineOn, target, dueOn }: Goal): void {
  if (!Number.isFinite(baseline) || !Number.isFinite(target))
    throw new InvalidGoalError(`Baseline and target must be finite numbers, got ${baseline} and ${target}`);
  if (Math.abs(target - baseline) <= 1e-9)
    throw new InvalidGoalError(`The target ${target} must differ from the baseline`);
  if (daysBetween(baselineOn, dueOn) <= 0)
    throw new InvalidGoalError(`The due day ${dueOn} must be after the day of the baseline, ${baselineOn}`);
}
