import type { PlanState } from './plan-state.js';
import { SingleMoves, Tried } from './single-moves.js';
import { Trial } from './trial.js';

/** Cohorts to look at, by party: cohort[start[p]] … */
export interface Neighborhood {
  readonly start: Int32Array;
  readonly cohort: Uint16Array;
}

/** A smaller gain is dust of rounding. */
const IMPROVEMENT = 1e-9;
const MOST_PASSES = 6;
const PARTIES_AT_ONCE = 256;

/**
 * First-improvement descent over every single move and every one-for-one swap into the cohorts given, so that no visible
 * improvement is left for a reader to find.
 */
export class Descent {
  private readonly moves: SingleMoves;
  private readonly trial: Trial;
  private pass = 0;
  private next = 0;
  private improved = 0;

  constructor(
    private readonly state: PlanState,
    private readonly neighborhood: Neighborhood,
  ) {
    this.moves = new SingleMoves(state);
    this.moves.acceptance.least = IMPROVEMENT;
    this.trial = new Trial(state, this.moves.acceptance);
  }

  /** Goes on with some parties; false: it is done. */
  advance(): boolean {
    const { partyCount, lockedInto } = this.state.problem;
    const end = Math.min(partyCount, this.next + PARTIES_AT_ONCE);
    for (; this.next < end; this.next++) if (lockedInto[this.next]! < 0) this.improve(this.next);
    if (this.next < partyCount) return true;
    this.state.refresh();
    this.next = 0;
    const more = this.improved > 0 && ++this.pass < MOST_PASSES;
    this.improved = 0;
    return more;
  }

  private improve(p: number): void {
    const { state } = this;
    const { start, cohort } = this.neighborhood;
    if (state.cohortOf[p] !== state.none && state.problem.mandatory[p] === 0) this.try(p, state.none);
    for (let k = start[p]!; k < start[p + 1]!; k++) {
      const c = cohort[k]!;
      if (state.cohortOf[p] === c || state.capacity[c] === 0) continue;
      if (state.size[c]! + state.members(p) <= state.capacity[c]! && this.try(p, c)) continue;
      if (state.problem.soloOf[p]! >= 0) this.swapInto(p, c);
    }
  }

  private try(p: number, to: number): boolean {
    let kept = false;
    if (this.state.problem.soloOf[p]! >= 0) kept = this.moves.relocate(p, to) === Tried.Kept;
    else {
      this.trial.start();
      this.trial.add(p, to);
      kept = this.trial.decide();
    }
    if (kept) this.improved++;
    return kept;
  }

  private swapInto(p: number, c: number): void {
    const { state } = this;
    const { lockedInto, soloOf, mandatory } = state.problem;
    const from = state.cohortOf[p]!;
    for (let at = state.listStart[c]!, end = at + state.partiesIn[c]!; at < end; at++) {
      const q = state.list[at]!;
      if (lockedInto[q]! >= 0 || soloOf[q]! < 0) continue;
      if (from === state.none ? mandatory[q] === 1 : !state.isEligible(q, from)) continue;
      if (this.moves.swap(p, q)) {
        this.improved++;
        return;
      }
    }
  }
}
