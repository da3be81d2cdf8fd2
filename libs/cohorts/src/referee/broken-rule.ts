import type { Exclusion } from './seat.js';

/** A rule of the problem, by the name of the field that sets it. */
export type RuleName =
  | Exclusion
  | 'oneCohort'
  | 'seats'
  | 'mustRun'
  | 'manager'
  | 'apart'
  | 'together'
  | 'locked'
  | 'mandatory'
  | 'maxPerUnitPerCohort'
  | 'maxUnitAbsence'
  | 'budget';

/** One rule that a plan breaks, in words and with whom it concerns. */
export interface BrokenRule {
  readonly rule: RuleName;
  readonly sentence: string;
  readonly executives: readonly string[];
  readonly cohorts: readonly string[];
}
