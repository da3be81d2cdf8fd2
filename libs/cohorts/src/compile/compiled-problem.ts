/**
 * A problem on typed arrays. Executives who must sit together are one party, everybody else is a party alone; parties are
 * what the solver moves. Everything is an index in the order of the document; memory grows with the eligible pairs.
 */
export interface CompiledProblem extends CompiledPreferences {
  readonly partyCount: number;
  readonly cohortCount: number;
  readonly unitCount: number;
  readonly executiveCount: number;

  /** Members of party p: memberOf[partyStart[p]] … memberOf[partyStart[p + 1] − 1], indexes of executives. */
  readonly partyStart: Int32Array;
  readonly memberOf: Int32Array;
  /** The one member of a party; −1 for a party of several. */
  readonly soloOf: Int32Array;
  /** 1: must have a seat. */
  readonly mandatory: Uint8Array;
  /** Cohort that the party is locked into; −1: free. */
  readonly lockedInto: Int32Array;
  /** Parties that may not share a cohort with p: conflict[conflictStart[p]] … */
  readonly conflictStart: Int32Array;
  readonly conflict: Int32Array;

  /** Cohorts that are open to party p, lowest first: openTo[openStart[p]] … */
  readonly openStart: Int32Array;
  readonly openTo: Uint16Array;
  /** The same as bits: row p has `eligibleWords` words. */
  readonly eligible: Int32Array;
  readonly eligibleWords: number;

  /** Benefit in points: programValue[p · programCount + program of the cohort]. */
  readonly programCount: number;
  readonly programOf: Int32Array;
  readonly programValue: Float64Array;
  /** Points of keeping somebody where they were; by executive the cohort where that was, −1: none. */
  readonly stability: number;
  readonly previous: Int32Array;
  /** Cost of a seat: costFrom[c · locationCount + location of the executive]. */
  readonly locationCount: number;
  readonly location: Int32Array;
  readonly costFrom: Float64Array;

  /** By executive. */
  readonly unit: Int32Array;
  /** Mean level; NaN: none on record. */
  readonly meanLevel: Float64Array;

  /** By cohort. */
  readonly minSeats: Int32Array;
  readonly maxSeats: Int32Array;
  readonly fixedCost: Float64Array;
  readonly mustRun: Uint8Array;
  /** Reference of similar start, 0 where its weight is 0. */
  readonly reference: Float64Array;
  readonly startWeight: Float64Array;
  readonly startTolerance: number;
  readonly oneLevel: Uint8Array;
  readonly weekStart: Int32Array;
  /** Indexes of weeks that some cohort meets in. */
  readonly week: Int32Array;
  readonly weekCount: number;
  /** meetsIn[c · weekCount + w] = 1 where it meets. */
  readonly meetsIn: Uint8Array;

  /** Limits; a huge number where there is none. */
  readonly budget: number;
  readonly maxPerUnit: number;
  readonly absenceLimit: Int32Array;
  readonly fairWeight: number;
  readonly fairLow: Int32Array;
  readonly fairHigh: Int32Array;

  /** Whether a duty has no seat or two, so that there is no plan. */
  readonly impossible: boolean;
}

/**
 * Counters that a cohort keeps of its members' attributes, and what a count costs. Counter v of a cohort open to one
 * level only is v + valueCount in `cellStart`, so that shares of leadership levels are skipped there.
 */
export interface CompiledPreferences {
  readonly attributeCount: number;
  /** attributeValue[i · attributeCount + a]: counter of the value; −1: not given. */
  readonly attributeValue: Int32Array;
  readonly valueCount: number;
  /** Points for exactly one member, by counter. */
  readonly alone: Float64Array;
  /** Shares that look at a counter: cells cellStart[v] … cellStart[v + 1] − 1. */
  readonly cellStart: Int32Array;
  readonly cellShare: Int32Array;
  readonly shareCount: number;
  readonly shareWeight: Float64Array;
  /** 1: the share names its value, so that nobody of it is a shortage too. */
  readonly shareNamed: Uint8Array;
  /** By share and number of members n, rows of `sizeLimit`: fewest and most of one value. */
  readonly sizeLimit: number;
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/** What no sum of costs, counts or weeks reaches. */
export const NO_LIMIT = 1e9;
