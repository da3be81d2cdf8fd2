export { attrition } from './attrition.js';
export type { Attrition, OccasionScores } from './attrition.js';
export type { ReleasedGroup } from './common-groups.js';
export { ContributionSource } from './contribution-sums.js';
export type { Contribution } from './contribution-sums.js';
export { factsBetween } from './facts-between.js';
export type { FactsBetween, ReadinessFacts } from './facts-between.js';
export { readinessParts, readyNowParts } from './figure-parts.js';
export type { FigurePart, FigureParts, RequirementAttained } from './figure-parts.js';
export { EffectMethod } from './gain-effects.js';
export type { ComparisonGroup, EffectSize } from './gain-effects.js';
export { GainNoteCode } from './gain-note.js';
export type { GainNote } from './gain-note.js';
export { DEFAULT_GAIN_POLICY } from './gain-policy.js';
export type { GainPolicy } from './gain-policy.js';
export type { GainQuestion, PairedScores, SelectionOnScore } from './gain-question.js';
export { gainReport } from './gain-report.js';
export type { GainReport } from './gain-report.js';
export { Absence, goalContributions } from './goal-contributions.js';
export type { GoalContributions, PersonBetween } from './goal-contributions.js';
export { goalForecast } from './goal-forecast.js';
export type { ForecastBasis, GoalForecast } from './goal-forecast.js';
export { goalExpected, goalProgress } from './goal-progress.js';
export { DEFAULT_GOAL_POLICY, GoalStatus, goalStatus } from './goal-status.js';
export type { GoalFigure, GoalPolicy } from './goal-status.js';
export { requireGoal } from './goal.js';
export type { Goal } from './goal.js';
export { IndividualChange, individualGain } from './individual-gain.js';
export type {
  IndividualGain,
  Measurement,
  PersonMeasuredTwice,
  RequiredLevel,
  RoundReliability,
} from './individual-gain.js';
export { InvalidGainError } from './invalid-gain-error.js';
export { InvalidGoalError } from './invalid-goal-error.js';
export { responseShift } from './response-shift.js';
export { returnOnInvestment } from './return-on-investment.js';
export type { Investment } from './return-on-investment.js';
