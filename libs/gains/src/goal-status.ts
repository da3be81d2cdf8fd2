import { daysBetween } from './days-between.js';
import type { Goal } from './goal.js';
import { goalExpected, goalProgress } from './goal-progress.js';
import { InvalidGoalError } from './invalid-goal-error.js';
import { reaches } from './threshold.js';

export const GoalStatus = {
  Achieved: 'ACHIEVED',
  OnTrack: 'ON_TRACK',
  AtRisk: 'AT_RISK',
  OffTrack: 'OFF_TRACK',
  Missed: 'MISSED',
  NoData: 'NO_DATA',
} as const;
export type GoalStatus = (typeof GoalStatus)[keyof typeof GoalStatus];

/** What an organization may vary about goals; a stored status names the policy version that made it. */
export interface GoalPolicy {
  /** Progress may lag so far behind the expected and be ON_TRACK, 0..1. */
  readonly onTrackMargin: number;
  /** The same for AT_RISK, at least `onTrackMargin`. */
  readonly atRiskMargin: number;
  /** Share of the population with enough evidence below which there is no status, 0..1. */
  readonly leastEvidence: number;
}

export const DEFAULT_GOAL_POLICY: GoalPolicy = { onTrackMargin: 0.1, atRiskMargin: 0.25, leastEvidence: 0.8 };

/**
 * Refuses a policy that cannot be meant, such as an AT_RISK margin within the one of ON_TRACK.
 * @throws InvalidGoalError naming what is wrong
 */
function requireGoalPolicy({ onTrackMargin, atRiskMargin, leastEvidence }: GoalPolicy): void {
  if (!(onTrackMargin >= 0 && onTrackMargin <= atRiskMargin && atRiskMargin <= 1))
    throw new InvalidGoalError(
      `Margins must be 0 <= on track <= at risk <= 1, got ${onTrackMargin} and ${atRiskMargin}`,
    );
  if (!(leastEvidence >= 0 && leastEvidence <= 1))
    throw new InvalidGoalError(`The least share with enough evidence is within 0..1, got ${leastEvidence}`);
}

/** The figure of a goal's metric on a day. */
export interface GoalFigure {
  /** In the metric's unit; null when it is unknown. */
  readonly current: number | null;
  /** Share of the population with enough evidence, 0..1; null for a metric that rests on no evidence of people. */
  readonly evidenceShare: number | null;
  /** The day asked, ISO 8601. */
  readonly on: string;
}

/**
 * How a goal stands on a day.
 *
 * NO_DATA when the figure is unknown or under 80 % of the population have enough evidence; else ACHIEVED at progress
 * >= 1; after the due day MISSED; ON_TRACK at progress >= expected − 0.10; AT_RISK at >= expected − 0.25; else OFF_TRACK.
 *
 * @param goal   the goal
 * @param figure its metric on the day asked
 * @param policy thresholds, compared with a tolerance of 1e-9; not given: the defaults
 * @returns      one status; it judges the day alone, not what was reached before
 * @throws InvalidGoalError when the goal or the policy cannot be meant, a figure is off its range, or the day does not exist
 *
 * O(1).
 */
export function goalStatus(
  goal: Goal,
  figure: GoalFigure,
  policy: GoalPolicy = DEFAULT_GOAL_POLICY,
): GoalStatus {
  requireGoalPolicy(policy);
  const progress = goalProgress(goal, figure.current);
  const lag = goalExpected(goal, figure.on) - (progress ?? 0);
  if (progress === null || !hasEnoughEvidence(figure, policy)) return GoalStatus.NoData;
  if (reaches(progress, 1)) return GoalStatus.Achieved;
  if (daysBetween(goal.dueOn, figure.on) > 0) return GoalStatus.Missed;
  if (reaches(policy.onTrackMargin, lag)) return GoalStatus.OnTrack;
  return reaches(policy.atRiskMargin, lag) ? GoalStatus.AtRisk : GoalStatus.OffTrack;
}

function hasEnoughEvidence({ evidenceShare }: GoalFigure, { leastEvidence }: GoalPolicy): boolean {
  if (evidenceShare === null) return true;
  if (!(evidenceShare >= 0 && evidenceShare <= 1))
    throw new InvalidGoalError(`The share with enough evidence is within 0..1, got ${evidenceShare}`);
  return reaches(evidenceShare, leastEvidence);
}
