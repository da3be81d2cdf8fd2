import type { BrokenRule } from '../referee/broken-rule.js';
import type { Penalties } from '../referee/penalties.js';
import type { Executive } from '../document/problem.js';
import { known } from '../document/problem-index.js';
import type { PlanLedger } from './plan-ledger.js';

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
  /**
   * Where the cohort has no seat left, in answers to `move`: the member with whom an exchange of places breaks nothing and
   * brings most; null: none, or a seat is free.
   */
  readonly bestSwap: BestSwap | null;
}

/** Two executives exchange places, the other one out of every cohort where the first had none. */
export interface BestSwap {
  readonly executive: string;
  readonly objectiveChange: number;
}

/** What it changes to place an executive elsewhere, or nowhere. */
export function consequenceOf(ledger: PlanLedger, { id }: Executive, cohort: string | null): MoveConsequence {
  return ledger.change([{ executive: id, cohort }], cohort);
}

export function isFull(ledger: PlanLedger, cohort: string): boolean {
  return ledger.membersOf(cohort).length >= known(ledger.index.cohorts, cohort).maxSeats;
}

/** Of the exchanges with members of a cohort that break nothing new, the one that brings most. */
export function bestSwapOf(ledger: PlanLedger, { id }: Executive, cohort: string): BestSwap | null {
  const back = ledger.cohortOf(id);
  let best: BestSwap | null = null;
  for (const other of ledger.membersOf(cohort)) {
    if (other.id === id) continue;
    const { objectiveChange, brokenRules } = ledger.change(
      [
        { executive: id, cohort },
        { executive: other.id, cohort: back },
      ],
      cohort,
    );
    if (brokenRules.length === 0 && (best === null || objectiveChange > best.objectiveChange))
      best = { executive: other.id, objectiveChange };
  }
  return best;
}
