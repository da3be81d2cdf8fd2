import type { CompiledProblem } from '../compile/compiled-problem.js';
import type { Dual } from './dual.js';

/** The seats of each party that the dual's prices like best, best first. */
export interface Candidates {
  readonly start: Int32Array;
  readonly seat: Int32Array;
  /** Reduced value of the first, less that of no seat; by party. */
  readonly lead: Float64Array;
}

export function candidatesOf(problem: CompiledProblem, { relaxation, best }: Dual, most: number): Candidates {
  relaxation.prepare(best);
  const start = new Int32Array(problem.partyCount + 1);
  const lead = new Float64Array(problem.partyCount).fill(-Infinity);
  const seats: number[] = [];
  for (let p = 0; p < problem.partyCount; p++) {
    const ranked: { readonly seat: number; readonly value: number }[] = [];
    for (let k = problem.seatStart[p]!; k < problem.seatStart[p + 1]!; k++)
      ranked.push({ seat: k, value: relaxation.reducedValue(p, k, best) });
    ranked.sort((a, b) => b.value - a.value || a.seat - b.seat);
    for (const { seat } of ranked.slice(0, most)) seats.push(seat);
    if (ranked[0]) lead[p] = ranked[0].value - problem.unplacedValue[p]!;
    start[p + 1] = seats.length;
  }
  return { start, seat: Int32Array.from(seats), lead };
}
