import { refereeOf } from '../referee/evaluate.js';
import type { Evaluation } from '../referee/evaluate.js';
import type { CohortProblem, Executive, Placement } from '../document/problem.js';
import { indexOf, known } from '../document/problem-index.js';
import type { NameOf } from '../document/problem-index.js';
import { seatBenefits, seatPoints } from '../referee/seat.js';
import type { SeatBenefit } from '../referee/seat.js';
import { bestSwapOf, consequenceOf, isFull } from './consequence.js';
import type { MoveConsequence } from './consequence.js';
import { PlanLedger } from './plan-ledger.js';
import { unplacedReasons } from './unplaced-reasons.js';
import type { UnplacedReason } from './unplaced-reasons.js';

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
 * O(executives × cohorts) once, then O(executives) a move and a why.
 *
 * @example explainerOf(problem, []).why('ana').cohort // => null
 */
export function explainerOf(
  problem: CohortProblem,
  placements: readonly Placement[],
  nameOf?: NameOf,
): Explainer {
  const ledger = new PlanLedger(indexOf(problem, nameOf), placements);
  return {
    evaluation: refereeOf(problem, nameOf)(placements),
    why: (executive) => reasonsOf(ledger, known(ledger.index.executives, executive)),
    move: (executive, cohort) => moveOf(ledger, known(ledger.index.executives, executive), cohort),
  };
}

function reasonsOf(ledger: PlanLedger, executive: Executive): PlacementReasons {
  const { index } = ledger;
  const cohort = ledger.cohortOf(executive.id);
  return {
    executive: executive.id,
    cohort,
    benefits: cohort === null ? [] : seatBenefits(index, executive, known(index.cohorts, cohort).program),
    withoutSeat: cohort === null ? null : consequenceOf(ledger, executive, null),
    alternatives: alternativesOf(ledger, executive, cohort),
    unplaced: cohort === null ? unplacedReasons(ledger, executive) : [],
  };
}

function alternativesOf(
  ledger: PlanLedger,
  executive: Executive,
  cohort: string | null,
): readonly MoveConsequence[] {
  const { index } = ledger;
  const points = new Map(index.problem.programs.map(({ id }) => [id, seatPoints(index, executive, id)]));
  return index.problem.cohorts
    .filter(({ id }) => id !== cohort)
    .toSorted((a, b) => known(points, b.program) - known(points, a.program))
    .slice(0, LOOKED_AT)
    .map(({ id }) => consequenceOf(ledger, executive, id))
    .toSorted((a, b) => b.objectiveChange - a.objectiveChange)
    .slice(0, ALTERNATIVES);
}

/** A move, and where the cohort is full the best exchange instead. */
function moveOf(ledger: PlanLedger, executive: Executive, cohort: string | null): MoveConsequence {
  const consequence = consequenceOf(ledger, executive, cohort);
  return cohort !== null && isFull(ledger, cohort)
    ? { ...consequence, bestSwap: bestSwapOf(ledger, executive, cohort) }
    : consequence;
}
