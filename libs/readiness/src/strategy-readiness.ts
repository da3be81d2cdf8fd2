import { withEnoughEvidence } from './tally.js';
import type { CapabilityTally, Tally } from './tally.js';

/** What a population lacks in one capability of a statement. */
export interface CapabilityGap {
  readonly capabilityId: string;
  /** Executives below what is required of them. */
  readonly belowRequired: number;
  /** Executives with a level that counts. */
  readonly assessed: number;
  /** Mean of max(0, R − L) over the assessed, in levels; null when nobody is assessed. */
  readonly meanGap: number | null;
  /** Statement weight · mean of w·gap over the assessed; null when nobody is assessed. */
  readonly priority: number | null;
  /** For anybody in the population. */
  readonly critical: boolean;
}

/** How ready a population is for one statement. */
export interface StrategyReadiness {
  /** Executives of whom the statement requires anything. */
  readonly executives: number;
  readonly readyNow: number;
  readonly readySoon: number;
  readonly developing: number;
  /** A count of its own, never "not ready". */
  readonly insufficientEvidence: number;
  /** READY_NOW / those with enough evidence, 0..1; null when nobody has. */
  readonly readyShare: number | null;
  /** 0..100, over those with enough evidence; null when nobody has. */
  readonly meanReadiness: number | null;
  /** 0..1, over all executives; null when there is none. */
  readonly meanCoverage: number | null;
  /** Every capability required of anybody: largest priority first, those that nobody is assessed in last. */
  readonly gaps: readonly CapabilityGap[];
}

/**
 * How ready a population is for one statement: counts per band, ready share = READY_NOW / those with enough evidence,
 * mean readiness over those with enough evidence, mean coverage over all, and per capability
 * priority = statement weight · Σ w·gap / assessed.
 *
 * @param tally            of the population, from `tallyOf` or `addTallies`
 * @param statementWeight  relative importance among the statements, > 0
 * @returns                figures; null where there is nobody to take the mean over, never zero
 * @throws RangeError      when the weight is not positive
 *
 * O(capabilities · log capabilities).
 *
 * @example
 * // two READY_NOW at 95 and 91, one DEVELOPING at 60, one with too little evidence
 * // => readyShare 2/3, meanReadiness 82, insufficientEvidence 1
 */
export function strategyReadiness(tally: Tally, statementWeight: number): StrategyReadiness {
  if (!(statementWeight > 0 && Number.isFinite(statementWeight)))
    throw new RangeError(`Weight of a statement must be positive, got ${statementWeight}`);
  const { executives, readyNow, readySoon, developing, insufficientEvidence } = tally;
  const enough = withEnoughEvidence(tally);
  return {
    executives,
    readyNow,
    readySoon,
    developing,
    insufficientEvidence,
    readyShare: ratio(readyNow, enough),
    meanReadiness: ratio(tally.valueSum, enough),
    meanCoverage: ratio(tally.coverageSum, executives),
    gaps: [...tally.capabilities]
      .map(([capabilityId, sums]) => capabilityGap(capabilityId, sums, statementWeight))
      .toSorted(byPriority),
  };
}

function capabilityGap(capabilityId: string, sums: CapabilityTally, statementWeight: number): CapabilityGap {
  return {
    capabilityId,
    belowRequired: sums.below,
    assessed: sums.assessed,
    meanGap: ratio(sums.gapSum, sums.assessed),
    priority: ratio(statementWeight * sums.weightedGapSum, sums.assessed),
    critical: sums.critical > 0,
  };
}

function byPriority(a: CapabilityGap, b: CapabilityGap): number {
  const difference = (b.priority ?? -1) - (a.priority ?? -1);
  if (difference !== 0) return difference;
  return a.capabilityId < b.capabilityId ? -1 : 1;
}

function ratio(sum: number, count: number): number | null {
  return count === 0 ? null : sum / count;
}
