import { gapOf, isBelow } from './attainment.js';
import { ReadinessBand } from './executive-readiness.js';
import type { ExecutiveReadiness, ReadinessPart } from './executive-readiness.js';

/** Sums over people for one capability of one statement. */
export interface CapabilityTally {
  /** Executives of whom it is required. */
  readonly required: number;
  /** Of these, those for whom it is critical. */
  readonly critical: number;
  /** Of those of whom it is required, those with a level that counts, whatever their coverage. */
  readonly assessed: number;
  /** Of the assessed, those below what is required. */
  readonly below: number;
  /** Σ gap over the assessed, in levels. */
  readonly gapSum: number;
  /** Σ w·gap over the assessed. */
  readonly weightedGapSum: number;
}

/**
 * Sums over the people of a population for one statement. Tallies of populations that share nobody add up, so they can be kept
 * per unit subtree and leadership level.
 */
export interface Tally {
  /** Executives of whom the statement requires anything. */
  readonly executives: number;
  readonly readyNow: number;
  readonly readySoon: number;
  readonly developing: number;
  readonly insufficientEvidence: number;
  /** Executives with at least one level that counts, also those with too little of it. */
  readonly withEvidence: number;
  /** Σ readiness (0..100) over those with enough evidence. */
  readonly valueSum: number;
  /** Σ coverage (0..1) over all executives. */
  readonly coverageSum: number;
  readonly capabilities: ReadonlyMap<string, CapabilityTally>;
}

export const EMPTY_TALLY: Tally = {
  executives: 0,
  readyNow: 0,
  readySoon: 0,
  developing: 0,
  insufficientEvidence: 0,
  withEvidence: 0,
  valueSum: 0,
  coverageSum: 0,
  capabilities: new Map(),
};

const EMPTY_CAPABILITY: CapabilityTally = {
  required: 0,
  critical: 0,
  assessed: 0,
  below: 0,
  gapSum: 0,
  weightedGapSum: 0,
};

/**
 * The sums of a population for one statement, from the readiness of each of its executives.
 *
 * @param readiness  one per executive, all for the same statement; null (nothing required of them) is not counted anywhere
 * @returns          sums from which `strategyReadiness` makes the figures; no executive: all 0
 *
 * O(executives · requirements).
 *
 * @example tallyOf([null]) // => EMPTY_TALLY
 */
export function tallyOf(readiness: Iterable<ExecutiveReadiness | null>): Tally {
  const capabilities = new Map<string, CapabilityTally>();
  let total = EMPTY_TALLY;
  for (const one of readiness) {
    if (one === null) continue;
    total = addHeads(total, headOf(one));
    for (const part of one.parts) addCapability(capabilities, part.requirement.capabilityId, sumsOf(part));
  }
  return { ...total, capabilities };
}

/**
 * The tally of several populations together.
 *
 * @param tallies  of populations that share nobody, all for the same statement
 * @returns        their sum; of none: all 0
 *
 * O(tallies · capabilities).
 *
 * @example addTallies([vicePresidentsOfSales, directorsOfSales]) // => the tally of both levels of the unit
 */
export function addTallies(tallies: Iterable<Tally>): Tally {
  const capabilities = new Map<string, CapabilityTally>();
  let total = EMPTY_TALLY;
  for (const tally of tallies) {
    total = addHeads(total, tally);
    for (const [capabilityId, sums] of tally.capabilities) addCapability(capabilities, capabilityId, sums);
  }
  return { ...total, capabilities };
}

/**
 * How many people a population's mean readiness rests on: the number with enough evidence.
 *
 * @param tally  of the population
 * @returns      readyNow + readySoon + developing
 *
 * O(1).
 *
 * @example withEnoughEvidence(EMPTY_TALLY) // => 0
 */
export function withEnoughEvidence(tally: Tally): number {
  return tally.readyNow + tally.readySoon + tally.developing;
}

type Heads = Omit<Tally, 'capabilities'>;

function headOf({ band, value, coverage, parts }: ExecutiveReadiness): Heads {
  return {
    executives: 1,
    readyNow: Number(band === ReadinessBand.ReadyNow),
    readySoon: Number(band === ReadinessBand.ReadySoon),
    developing: Number(band === ReadinessBand.Developing),
    insufficientEvidence: Number(band === ReadinessBand.InsufficientEvidence),
    withEvidence: Number(parts.some(({ level }) => level !== null)),
    valueSum: value ?? 0,
    coverageSum: coverage,
  };
}

function addHeads(a: Tally, b: Heads): Tally {
  return {
    executives: a.executives + b.executives,
    readyNow: a.readyNow + b.readyNow,
    readySoon: a.readySoon + b.readySoon,
    developing: a.developing + b.developing,
    insufficientEvidence: a.insufficientEvidence + b.insufficientEvidence,
    withEvidence: a.withEvidence + b.withEvidence,
    valueSum: a.valueSum + b.valueSum,
    coverageSum: a.coverageSum + b.coverageSum,
    capabilities: a.capabilities,
  };
}

function sumsOf({ requirement, level }: ReadinessPart): CapabilityTally {
  const { requiredLevel, weight, critical } = requirement;
  const required = { ...EMPTY_CAPABILITY, required: 1, critical: Number(critical) };
  if (level === null) return required;
  const gap = gapOf(level.level, requiredLevel);
  const below = Number(isBelow(level.level, requiredLevel));
  return { ...required, assessed: 1, below, gapSum: gap, weightedGapSum: weight * gap };
}

function addCapability(sums: Map<string, CapabilityTally>, capabilityId: string, b: CapabilityTally): void {
  const a = sums.get(capabilityId) ?? EMPTY_CAPABILITY;
  sums.set(capabilityId, {
    required: a.required + b.required,
    critical: a.critical + b.critical,
    assessed: a.assessed + b.assessed,
    below: a.below + b.below,
    gapSum: a.gapSum + b.gapSum,
    weightedGapSum: a.weightedGapSum + b.weightedGapSum,
  });
}
