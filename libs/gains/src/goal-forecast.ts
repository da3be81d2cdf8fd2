import { seededRandom, trendForecast } from '@alidade/statistics';
import { daysBetween } from './days-between.js';
import { requireGoal } from './goal.js';
import type { Goal } from './goal.js';

export interface GoalForecast {
  /** The figure on the due day, in the metric's unit, within its range. */
  readonly onDueDate: number;
  /** Between low and high it lies with a probability of 95 %. */
  readonly low: number;
  readonly high: number;
  /** That the target is reached on the due day, 0..1. */
  readonly probability: number;
}

export interface ForecastBasis {
  /** The figure on each distinct day of evidence up to the day asked, in any order. */
  readonly figures: readonly { readonly on: string; readonly value: number }[];
  /** The least and the greatest figure the metric can have, such as 0 and 1 for a share. */
  readonly range: readonly [number, number];
  /** 0..2^32 − 1, such as `seedFromText` of the goal's id; the same seed gives the same forecast. */
  readonly seed: number;
}

/**
 * Whether a goal will be reached if its figure goes on as it did: never a bare date, always a probability.
 *
 * The Theil–Sen line through the figures, led on to the due day, with a seeded residual bootstrap.
 *
 * @param goal  its target may lie below its baseline
 * @param basis the figures so far, the metric's range and the seed
 * @returns     null of fewer than four days of evidence, or when the last of them is the due day or later
 * @throws InvalidGoalError   when the goal cannot be meant or a day does not exist
 * @throws InvalidSampleError when a day comes twice, a figure is not finite, or the range is empty
 *
 * See `trendForecast`. O(2,000 · days² log days).
 */
export function goalForecast(goal: Goal, { figures, range, seed }: ForecastBasis): GoalForecast | null {
  requireGoal(goal);
  const points = figures.map(({ on, value }) => ({ x: daysBetween(goal.baselineOn, on), y: value }));
  const due = daysBetween(goal.baselineOn, goal.dueOn);
  if (points.some(({ x }) => x >= due)) return null;
  const direction = goal.target > goal.baseline ? 'RISE' : 'FALL';
  const question = { x: due, target: goal.target, direction, range } as const;
  const forecast = trendForecast(points, question, { random: seededRandom(seed) });
  if (forecast === null) return null;
  const { value, low, high, probability } = forecast;
  return { onDueDate: value, low, high, probability };
}
