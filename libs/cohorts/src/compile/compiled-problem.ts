/**
 * A problem on typed arrays. Executives who must sit together are one party, everybody else is a party alone; parties are
 * what the solver moves. A seat is one eligible pair (party, cohort); seats of a party stand side by side, by cohort.
 */
export interface CompiledProblem {
  readonly partyCount: number;
  readonly cohortCount: number;
  readonly unitCount: number;
  readonly executiveCount: number;

  /** Members of party p: memberOf[partyStart[p]] … memberOf[partyStart[p + 1] − 1], indexes of executives. */
  readonly partyStart: Int32Array;
  readonly memberOf: Int32Array;
  /** 1: must have a seat. */
  readonly mandatory: Uint8Array;
  /** Seat that the party is locked into; −1: free. */
  readonly lockedSeat: Int32Array;
  /** Points of having no seat: what stability takes. */
  readonly unplacedValue: Float64Array;
  /** Parties that may not share a cohort with p: conflict[conflictStart[p]] … */
  readonly conflictStart: Int32Array;
  readonly conflict: Int32Array;

  /** Seats of party p: seatStart[p] … seatStart[p + 1] − 1. */
  readonly seatStart: Int32Array;
  readonly seatCohort: Int32Array;
  /** Benefit less what stability takes, in points. */
  readonly seatValue: Float64Array;
  readonly seatCost: Float64Array;

  /** By executive: unit, mean level less nothing (NaN: none), and values of attributes (−1: not given). */
  readonly unit: Int32Array;
  readonly meanLevel: Float64Array;
  readonly attributeCount: number;
  /** attributeValue[i · attributeCount + a] is an index into the counters of a cohort. */
  readonly attributeValue: Int32Array;
  readonly valueCount: number;

  /** By cohort. */
  readonly minSeats: Int32Array;
  readonly maxSeats: Int32Array;
  readonly fixedCost: Float64Array;
  readonly mustRun: Uint8Array;
  /** Reference of similar start; NaN: none. */
  readonly reference: Float64Array;
  readonly oneLevel: Uint8Array;
  readonly weekStart: Int32Array;
  /** Indexes of weeks that some cohort meets in. */
  readonly week: Int32Array;
  readonly weekCount: number;

  /** Limits; a huge number where there is none. */
  readonly budget: number;
  readonly maxPerUnit: number;
  readonly absenceLimit: Int32Array;

  readonly shares: readonly CompiledShare[];
  readonly notAlone: readonly CompiledNotAlone[];
  readonly similarStart: { readonly tolerance: number; readonly weight: number };
  readonly fairWeight: number;
  readonly fairLow: Int32Array;
  readonly fairHigh: Int32Array;

  /** Why no plan can be, found while compiling; empty: none known. */
  readonly impossible: readonly string[];
}

/** A share of one attribute: the counters from..to − 1, and what n members need and may have. */
export interface CompiledShare {
  readonly from: number;
  readonly to: number;
  /** Counts of absent values are no shortage, unless the value is named. */
  readonly named: boolean;
  readonly weight: number;
  readonly skipOneLevel: boolean;
  /** By number of members. */
  readonly least: Int32Array;
  readonly most: Int32Array;
}

export interface CompiledNotAlone {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** What no sum of costs, counts or weeks reaches. */
export const NO_LIMIT = 1e9;
