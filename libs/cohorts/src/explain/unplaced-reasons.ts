import type { Executive } from '../document/problem.js';
import { known } from '../document/problem-index.js';
import { exclusionSentence } from '../referee/broken-rules.js';
import { executivesCounted } from '../referee/executives-counted.js';
import { exclusions, isEligible, seatPoints } from '../referee/seat.js';
import { bestSwapOf, consequenceOf, isFull } from './consequence.js';
import type { PlanLedger } from './plan-ledger.js';

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

/** The best seat of somebody who has none and what stands against it; or per cohort the rule that excludes them. */
export function unplacedReasons(ledger: PlanLedger, executive: Executive): readonly UnplacedReason[] {
  const { index } = ledger;
  const open = index.problem.cohorts
    .filter((cohort) => isEligible(index, executive, cohort))
    .map((cohort) => ({ cohort: cohort.id, points: seatPoints(index, executive, cohort.program) }))
    .toSorted((a, b) => b.points - a.points);
  const [best] = open;
  return best === undefined
    ? exclusionReasons(ledger, executive)
    : againstSeat(ledger, executive, best.cohort);
}

function exclusionReasons({ index }: PlanLedger, executive: Executive): readonly UnplacedReason[] {
  return index.problem.cohorts.flatMap((cohort) =>
    exclusions(index, executive, cohort).map((reason) => ({
      kind: UnplacedKind.NotEligible,
      cohort: cohort.id,
      sentence: exclusionSentence(index, { executive: executive.id, cohort: cohort.id }, reason),
      executives: [],
      points: null,
    })),
  );
}

function againstSeat(ledger: PlanLedger, executive: Executive, cohort: string): readonly UnplacedReason[] {
  const { nameOf } = ledger.index;
  const { brokenRules, objectiveChange, costChange } = consequenceOf(ledger, executive, cohort);
  if (isFull(ledger, cohort)) return [fullReason(ledger, executive, cohort)];
  const base = { cohort, executives: [], points: null };
  if (ledger.membersOf(cohort).length === 0)
    return [{ ...base, kind: UnplacedKind.NotRun, sentence: `${nameOf(cohort)} does not run.` }];
  if (brokenRules.length > 0)
    return brokenRules.map(({ rule, sentence, executives }) =>
      rule === 'budget'
        ? {
            ...base,
            kind: UnplacedKind.Budget,
            sentence: `A seat in ${nameOf(cohort)} would cost ${costChange}, more than is left of the budget.`,
          }
        : { ...base, kind: UnplacedKind.Rule, sentence, executives },
    );
  const points = -objectiveChange;
  const sentence = `A seat in ${nameOf(cohort)} would take ${points.toFixed(2)} points more than it gives.`;
  return [{ ...base, kind: UnplacedKind.WorthLess, sentence, points }];
}

/** Who has the seat, and for how many points more. */
function fullReason(ledger: PlanLedger, executive: Executive, cohort: string): UnplacedReason {
  const { nameOf, cohorts } = ledger.index;
  const { maxSeats } = known(cohorts, cohort);
  const none = { kind: UnplacedKind.Full, cohort, executives: [], points: null };
  if (maxSeats === 0) return { ...none, sentence: `${nameOf(cohort)} has no seat left to give.` };
  const seats = `${nameOf(cohort)} is full with ${executivesCounted(maxSeats)}`;
  const swap = bestSwapOf(ledger, executive, cohort);
  if (swap === null)
    return { ...none, sentence: `${seats}, and nobody there can make way without a rule being broken.` };
  const points = -swap.objectiveChange;
  const sentence = `${seats}; ${nameOf(swap.executive)}, the nearest, brings the plan ${points.toFixed(2)} points more.`;
  return { kind: UnplacedKind.Full, cohort, sentence, executives: [swap.executive], points };
}
