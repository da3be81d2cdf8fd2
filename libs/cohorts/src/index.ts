export type { BrokenRule, RuleName } from './broken-rule.js';
export type { DocumentFault } from './document-node.js';
export { evaluate, refereeOf } from './evaluate.js';
export type { Evaluation, Referee } from './evaluate.js';
export { InvalidProblemError } from './invalid-problem-error.js';
export type { Penalties } from './penalties.js';
export { CohortMode, PROBLEM_FORMAT } from './problem.js';
export type {
  Cohort,
  CohortProblem,
  Executive,
  Pair,
  Placement,
  Preferences,
  Program,
  Rules,
  Strategy,
} from './problem.js';
export { readPlacementsOf, readProblem } from './read-problem.js';
export { Exclusion } from './seat.js';
export type { SeatBenefit } from './seat.js';
export { Effort } from './effort.js';
export { solve, SolutionStatus } from './solve.js';
export type { Progress, Solution, SolveOptions } from './solve.js';
export { explainerOf } from './explain.js';
export type { Explainer, MoveConsequence, PlacementReasons } from './explain.js';
