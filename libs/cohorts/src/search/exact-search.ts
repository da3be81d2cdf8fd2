import type { Dual } from '../bound/dual.js';
import type { CompiledProblem } from '../compile/compiled-problem.js';
import { PlanState } from './plan-state.js';

export interface ExactAnswer {
  /** Whether every plan was looked at or ruled out by the bound. */
  readonly finished: boolean;
  /** Cohort by party of a plan better than the one given; null: there is none, or none was found. */
  readonly cohorts: Int32Array | null;
}

const DUST = 1e-9;

/**
 * Depth-first search over the parties with the Lagrangian bound: the best plan, or the proof that none is better than the
 * worth given. Only for problems of a dozen parties or so.
 *
 * @param worth of the best plan known; −Infinity: none
 * @param nodes most nodes to look at
 */
export class ExactSearch {
  private readonly state: PlanState;
  private readonly order: readonly number[];
  /** By party in the order: what it and all after it can add at most. */
  private readonly rest: Float64Array;
  private best: Int32Array | null = null;
  private left: number;

  constructor(
    private readonly problem: CompiledProblem,
    private readonly dual: Dual,
    private worth: number,
    nodes: number,
  ) {
    this.left = nodes;
    this.state = new PlanState(problem);
    this.order = Array.from({ length: problem.partyCount }, (_, p) => p).toSorted(
      (a, b) => problem.mandatory[b]! - problem.mandatory[a]! || a - b,
    );
    dual.relaxation.prepare(dual.best);
    const parties = this.order.map((p) => dual.relaxation.bestOf(p));
    this.rest = new Float64Array(parties.length + 1);
    this.rest[parties.length] = dual.bound - parties.reduce((sum, value) => sum + value, 0);
    for (let k = parties.length - 1; k >= 0; k--) this.rest[k] = this.rest[k + 1]! + parties[k]!;
  }

  run(): ExactAnswer {
    this.visit(0, 0);
    return { finished: this.left > 0, cohorts: this.best };
  }

  private visit(depth: number, gathered: number): void {
    if (this.left-- <= 0 || gathered + this.rest[depth]! <= this.worth + DUST) return;
    if (depth === this.order.length) {
      this.leaf();
      return;
    }
    const p = this.order[depth]!;
    const { relaxation } = this.dual;
    const { openStart, openTo, lockedInto, mandatory } = this.problem;
    for (let k = openStart[p]!; k < openStart[p + 1]!; k++) {
      const c = openTo[k]!;
      if (lockedInto[p]! >= 0 && lockedInto[p] !== c) continue;
      this.state.move(p, c);
      if (this.state.fits(p)) this.visit(depth + 1, gathered + relaxation.reducedValue(p, c));
      this.state.move(p, this.state.none);
    }
    if (mandatory[p] === 0) this.visit(depth + 1, gathered + relaxation.unplacedValue(p));
  }

  private leaf(): void {
    const { state, problem } = this;
    state.refresh();
    if (state.cost > problem.budget) return;
    let worth = state.value - state.fair;
    for (let c = 0; c < problem.cohortCount; c++) {
      const members = state.size[c]!;
      if (members === 0 ? problem.mustRun[c] === 1 : members < problem.minSeats[c]!) return;
      if (members > 0) worth -= state.mix.of(c);
    }
    if (worth <= this.worth + DUST) return;
    this.worth = worth;
    this.best = state.cohortOf.slice();
  }
}
