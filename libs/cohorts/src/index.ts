export type { BrokenRule, RuleName } from './referee/broken-rule.js';
export type { DocumentFault } from './document/document-node.js';
export { evaluate, refereeOf } from './referee/evaluate.js';
export type { Evaluation, Referee } from './referee/evaluate.js';
export { InvalidProblemError } from './document/invalid-problem-error.js';
export type { Penalties } from './referee/penalties.js';
export { CohortMode, PROBLEM_FORMAT } from './document/problem.js';
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
} from './document/problem.js';
export { readPlacementsOf, readProblem } from './document/read-problem.js';
export { Exclusion } from './referee/seat.js';
export type { SeatBenefit } from './referee/seat.js';
export { Effort } from './solve/effort.js';
export type { Progress } from './solve/progress.js';
export { solve, solveInSteps, SolutionStatus } from './solve/solve.js';
export type { Solution, SolveOptions } from './solve/solve.js';
export { explainerOf } from './explain/explain.js';
export type { Explainer, PlacementReasons } from './explain/explain.js';
export type { BestSwap, MoveConsequence } from './explain/consequence.js';
export { UnplacedKind } from './explain/unplaced-reasons.js';
export type { UnplacedReason } from './explain/unplaced-reasons.js';
export { comparePlans } from './explain/compare-plans.js';
export type { PlacementChange, PlanComparison } from './explain/compare-plans.js';
export { ContradictionStatus } from './explain/conflicting-rule.js';
export type { ConflictingRule, Contradictions } from './explain/conflicting-rule.js';
export { findContradictions } from './explain/find-contradictions.js';
export type { ContradictionOptions } from './explain/find-contradictions.js';
export type { NameOf } from './document/problem-index.js';
export { readinessBeforeAndAfter } from './explain/expected-readiness.js';
export type { ExpectedReadiness } from './explain/expected-readiness.js';
export { indexOf } from './document/problem-index.js';
export type { ProblemIndex } from './document/problem-index.js';
export { seatBenefits } from './referee/seat.js';
export { MipStatus } from './exact/mip-model.js';
export type { MipAnswer, MipLimits, MipModel, MipSolver } from './exact/mip-model.js';
export { eligiblePairs, solveExactly } from './exact/solve-exactly.js';
export type { ExactPlan } from './exact/solve-exactly.js';
