import type { BrokenRule } from '../referee/broken-rule.js';
import { refereeOf } from '../referee/evaluate.js';
import type { Evaluation, Referee } from '../referee/evaluate.js';
import type { Penalties } from '../referee/penalties.js';
import type { CohortProblem, Executive, Placement } from '../document/problem.js';
import { indexOf, known } from '../document/problem-index.js';
import type { NameOf, ProblemIndex } from '../document/problem-index.js';
import { seatBenefits, seatPoints } from '../referee/seat.js';
import type { SeatBenefit } from '../referee/seat.js';

/** What one move by hand changes; every figure is the referee's. */
export interface MoveConsequence {
  /** Null: out of every cohort. */
  readonly cohort: string | null;
  readonly objectiveChange: number;
  readonly benefitChange: number;
  readonly penaltyChanges: Penalties;
  readonly costChange: number;
  /** Rules that the plan would break and does not break now. */
  readonly brokenRules: readonly BrokenRule[];
  /** Where the cohort has no seat left: the member with whom to exchange places for the most; null: none, or a seat is free. */
  readonly bestSwap: BestSwap | null;
}

/** Two executives exchange places, the other one out of every cohort where the first had none. */
export interface BestSwap {
  readonly executive: string;
  readonly objectiveChange: number;
}

/** What keeps somebody out of every cohort. */
export const UnplacedKind = {
  /** A rule excludes them from the cohort; for each cohort one, when they are eligible for none. */
  NotEligible: 'NOT_ELIGIBLE',
  /** Every seat is taken, by those named, who are worth more there. */
  Full: 'FULL',
  /** The seat costs more than is left of the budget. */
  Budget: 'BUDGET',
  /** The cohort does not run. */
  NotRun: 'NOT_RUN',
  /** Another rule would be broken. */
  Rule: 'RULE',
  /** The seat would take more points than it gives. */
  WorthLess: 'WORTH_LESS',
} as const;
export type UnplacedKind = (typeof UnplacedKind)[keyof typeof UnplacedKind];

export interface UnplacedReason {
  readonly kind: UnplacedKind;
  readonly cohort: string;
  readonly sentence: string;
  /** Who has the seat, for FULL; who else is concerned, for RULE. */
  readonly executives: readonly string[];
  /** Points by which they are worth more, or that the seat would take; null where there is no such figure. */
  readonly points: number | null;
}

/** Why somebody sits where they sit, or sits nowhere. */
export interface PlacementReasons {
  readonly executive: string;
  /** Null: not placed. */
  readonly cohort: string | null;
  /** Points by strategy and capability, level now, expected and required; empty without a seat. */
  readonly benefits: readonly SeatBenefit[];
  /** What they would lose the plan by giving the seat up; null without a seat. */
  readonly withoutSeat: MoveConsequence | null;
  /** The best other cohorts, most objective first, with what stands against each. */
  readonly alternatives: readonly MoveConsequence[];
  /** Who is not placed: the best seat and what stands against it, or per cohort the rule that excludes them; else empty. */
  readonly unplaced: readonly UnplacedReason[];
}

export interface Explainer {
  readonly evaluation: Evaluation;
  readonly why: (executive: string) => PlacementReasons;
  readonly move: (executive: string, cohort: string | null) => MoveConsequence;
}

const ALTERNATIVES = 3;
/** Cohorts with the most points that the referee looks at to find them. */
const LOOKED_AT = 6;

/**
 * Explains a plan: per executive the points of the seat by strategy and capability, the three best other cohorts and every
 * rule that blocks them, and what any single move would change.
 *
 * Each difference is objective(plan with the move) − objective(plan), both by the referee. Other cohorts are looked at in
 * the order of the seat's points, ineligible ones among them, since the rule that excludes somebody is the reason.
 *
 * @param problem    as `readProblem` gives it
 * @param placements a plan of it, which may break rules: only what a move adds is told
 * @param nameOf     how ids are called in sentences; not given: by the id
 * @returns          the explainer; `why` and `move` throw a RangeError for an id that the problem does not have
 *
 * O(executives × cohorts) once, then one evaluation a move and seven a why.
 *
 * @example explainerOf(problem, []).why('ana').cohort // => null
 */
export function explainerOf(
  problem: CohortProblem,
  placements: readonly Placement[],
  nameOf?: NameOf,
): Explainer {
  const index = indexOf(problem, nameOf);
  const referee = refereeOf(problem, nameOf);
  const plan: Plan = { index, referee, placements, evaluation: referee(placements) };
  return {
    evaluation: plan.evaluation,
    why: (executive) => reasonsOf(plan, known(index.executives, executive)),
    move: (executive, cohort) => consequenceOf(plan, known(index.executives, executive), cohort),
  };
}

interface Plan {
  readonly index: ProblemIndex;
  readonly referee: Referee;
  readonly placements: readonly Placement[];
  readonly evaluation: Evaluation;
}

function reasonsOf(plan: Plan, executive: Executive): PlacementReasons {
  const { index, placements } = plan;
  const cohort = placements.find((each) => each.executive === executive.id)?.cohort ?? null;
  return {
    executive: executive.id,
    cohort,
    benefits: cohort === null ? [] : seatBenefits(index, executive, known(index.cohorts, cohort).program),
    withoutSeat: cohort === null ? null : consequenceOf(plan, executive, null),
    alternatives: alternativesOf(plan, executive, cohort),
    unplaced: [],
  };
}

function alternativesOf(plan: Plan, executive: Executive, cohort: string | null): readonly MoveConsequence[] {
  const points = new Map(
    plan.index.problem.programs.map(({ id }) => [id, seatPoints(plan.index, executive, id)]),
  );
  return plan.index.problem.cohorts
    .filter(({ id }) => id !== cohort)
    .toSorted((a, b) => known(points, b.program) - known(points, a.program))
    .slice(0, LOOKED_AT)
    .map(({ id }) => consequenceOf(plan, executive, id))
    .toSorted((a, b) => b.objectiveChange - a.objectiveChange)
    .slice(0, ALTERNATIVES);
}

function consequenceOf(plan: Plan, { id }: Executive, cohort: string | null): MoveConsequence {
  if (cohort !== null) known(plan.index.cohorts, cohort);
  const others = plan.placements.filter(({ executive }) => executive !== id);
  const now = plan.evaluation;
  const then = plan.referee(cohort === null ? others : [...others, { executive: id, cohort }]);
  const broken = new Set(now.brokenRules.map(({ sentence }) => sentence));
  return {
    cohort,
    objectiveChange: then.objective - now.objective,
    benefitChange: then.benefit - now.benefit,
    penaltyChanges: {
      shares: then.penalties.shares - now.penalties.shares,
      notAlone: then.penalties.notAlone - now.penalties.notAlone,
      similarStart: then.penalties.similarStart - now.penalties.similarStart,
      fairSeats: then.penalties.fairSeats - now.penalties.fairSeats,
      stability: then.penalties.stability - now.penalties.stability,
    },
    costChange: then.cost - now.cost,
    brokenRules: then.brokenRules.filter(({ sentence }) => !broken.has(sentence)),
    bestSwap: null,
  };
}
