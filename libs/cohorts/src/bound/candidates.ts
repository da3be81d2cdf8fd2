import type { CompiledProblem } from '../compile/compiled-problem.js';
import type { Relaxation } from './relaxation.js';

/** The cohorts of each party that the dual's prices like best, best first. */
export interface Candidates {
  readonly start: Int32Array;
  readonly cohort: Uint16Array;
  /** Reduced value of the first, less that of no seat; by party. */
  readonly lead: Float64Array;
}

/** @param relaxation evaluated at the prices that are meant */
export function candidatesOf(problem: CompiledProblem, relaxation: Relaxation, most: number): Candidates {
  const { partyCount, openStart, openTo } = problem;
  const start = new Int32Array(partyCount + 1);
  for (let p = 0; p < partyCount; p++)
    start[p + 1] = start[p]! + Math.min(most, openStart[p + 1]! - openStart[p]!);
  const cohort = new Uint16Array(start[partyCount]!);
  const lead = new Float64Array(partyCount).fill(-Infinity);
  const values = new Float64Array(problem.cohortCount);
  for (let p = 0; p < partyCount; p++) {
    const open = openTo.subarray(openStart[p], openStart[p + 1]);
    for (const c of open) values[c] = relaxation.reducedValue(p, c);
    const ranked = Array.from(open).toSorted((a, b) => values[b]! - values[a]! || a - b);
    for (let k = start[p]!; k < start[p + 1]!; k++) cohort[k] = ranked[k - start[p]!]!;
    if (ranked.length > 0) lead[p] = values[ranked[0]!]! - relaxation.unplacedValue(p);
  }
  return { start, cohort, lead };
}
