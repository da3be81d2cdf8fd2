import type { RandomGenerator } from '@alidade/statistics';
import type { Candidates } from '../bound/candidates.js';
import type { PlanState } from './plan-state.js';
import { SingleMoves, Tried } from './single-moves.js';
import { thresholdOf } from './threshold-table.js';
import { Trial } from './trial.js';

export interface Cooling {
  readonly proposals: number;
  /** Temperatures in points. */
  readonly from: number;
  readonly to: number;
  /** Budget's price in points per unit of money; let go after the share `priceUntil` of the proposals. */
  readonly price: number;
  readonly priceUntil?: number;
  /** Parties that may move; not given: all. */
  readonly pool?: Int32Array;
}

const STEP = 1024;
/** Steps between two looks outside. */
const STEPS_AT_ONCE = 32;
const RANGE = 2 ** 32;
const PRICE_UNTIL = 0.85;
/** Of 1,024 proposals so many go to the cohorts that the prices like best. */
const NEAR = 614;
const NOWHERE = -1;

/**
 * Simulated annealing over parties: relocate, swap, chains of up to three cohorts and exchanges within the budget. The
 * acceptance threshold is drawn first, so that most proposals are turned down before anything is counted.
 */
export class Annealing {
  private readonly moves: SingleMoves;
  private readonly trial: Trial;
  private cooling: Cooling = { proposals: 0, from: 1, to: 1, price: 0 };
  private steps = 0;
  private round = 0;
  private factor = 1;
  private temperature = 1;
  private pool: Int32Array | null = null;

  constructor(
    private readonly state: PlanState,
    private readonly candidates: Candidates,
    private readonly random: RandomGenerator,
  ) {
    this.moves = new SingleMoves(state);
    this.trial = new Trial(state, this.moves.acceptance);
  }

  start(cooling: Cooling): void {
    this.cooling = cooling;
    this.pool = cooling.pool ?? null;
    const idle = this.pool?.length === 0 || this.state.problem.partyCount === 0;
    this.steps = idle ? 0 : Math.max(1, Math.ceil(cooling.proposals / STEP));
    this.round = 0;
    this.factor = coolingFactor(cooling.from, cooling.to, this.steps);
    this.temperature = cooling.from;
  }

  /** Goes on for some thousand proposals; false: it is done. */
  advance(): boolean {
    const { price, priceUntil = PRICE_UNTIL } = this.cooling;
    const { acceptance } = this.moves;
    for (let end = Math.min(this.steps, this.round + STEPS_AT_ONCE); this.round < end; this.round++) {
      acceptance.price = this.round < this.steps * priceUntil ? price : 0;
      for (let k = 0; k < STEP; k++) this.propose();
      this.temperature *= this.factor;
    }
    if (this.round < this.steps) return true;
    this.state.refresh();
    return false;
  }

  run(cooling: Cooling): void {
    this.start(cooling);
    while (this.advance());
  }

  private draw(bound: number): number {
    return Math.floor((this.random.uint32() / RANGE) * bound);
  }

  private propose(): void {
    const { problem, cohortOf } = this.state;
    const p = this.pool ? this.pool[this.draw(this.pool.length)]! : this.draw(problem.partyCount);
    if (problem.lockedInto[p]! >= 0) return;
    const word = this.random.uint32();
    const from = cohortOf[p]!;
    const to = this.target(p, from, word);
    if (to === from || to === NOWHERE) return;
    this.moves.acceptance.least = -this.temperature * thresholdOf(word >>> 16);
    if (problem.soloOf[p]! < 0) this.moveParty(p, from, to);
    else this.moveOne(p, to, word);
  }

  private moveOne(p: number, to: number, word: number): void {
    const { cohortOf, none, capacity, size } = this.state;
    const full = to !== none && size[to]! >= capacity[to]!;
    const mode = word >>> 29;
    if (to === none || (!full && mode < 5)) {
      if (this.moves.relocate(p, to) === Tried.TooDear) this.saveElsewhere(p, to, word);
    } else if (size[to]! > 0) {
      if (mode < 7) this.swap(p, cohortOf[p]!, to);
      else this.chain(p, cohortOf[p]!, to);
    }
  }

  private target(p: number, from: number, word: number): number {
    const { problem, none } = this.state;
    const release = problem.soloOf[p]! < 0 ? 3 : 31;
    if (((word >>> 10) & release) === 0 && from !== none && problem.mandatory[p] === 0) return none;
    return (word & 1023) < NEAR ? this.near(p) : this.anywhere(p);
  }

  private near(p: number): number {
    const { start, cohort } = this.candidates;
    const first = start[p]!;
    const count = start[p + 1]! - first;
    return count === 0 ? NOWHERE : cohort[first + this.draw(count)]!;
  }

  private anywhere(p: number): number {
    const { openStart, openTo } = this.state.problem;
    const first = openStart[p]!;
    const count = openStart[p + 1]! - first;
    return count === 0 ? NOWHERE : openTo[first + this.draw(count)]!;
  }

  /** A party of one in a cohort that may go where the newcomer came from; NOWHERE after some tries. */
  private member(c: number, back: number, tries: number): number {
    const { problem, list, listStart, partiesIn, none } = this.state;
    for (let t = 0; t < tries; t++) {
      const q = list[listStart[c]! + this.draw(partiesIn[c]!)]!;
      if (!this.isFree(q)) continue;
      if (back === none ? problem.mandatory[q] === 0 : this.state.isEligible(q, back)) return q;
    }
    return NOWHERE;
  }

  private swap(p: number, from: number, to: number): void {
    const q = this.member(to, from, 3);
    if (q !== NOWHERE) this.moves.swap(p, q);
  }

  /** p takes the place of q, who goes on to a third cohort, from where somebody may go to p's old place. */
  private chain(p: number, from: number, to: number): void {
    const { state, trial } = this;
    const q = state.list[state.listStart[to]! + this.draw(state.partiesIn[to]!)]!;
    if (!this.isFree(q)) return;
    const third = this.draw(16) === 0 ? state.none : this.near(q);
    if (third === to || third === from || !this.takes(third, q)) return;
    trial.start();
    trial.add(p, to);
    trial.add(q, third);
    if (this.closes(third, from)) trial.decide();
  }

  /** Lets somebody of the third cohort go to where the chain began: always when it is full, else at times. */
  private closes(third: number, from: number): boolean {
    const { state, trial } = this;
    const full = third !== state.none && state.size[third]! >= state.capacity[third]!;
    if (!full && this.draw(2) === 1) return true;
    const r = state.partiesIn[third]! > 0 ? this.member(third, from, 3) : NOWHERE;
    if (r === NOWHERE || trial.has(r)) return !full;
    trial.add(r, from);
    return true;
  }

  /** A party of one that is not locked. */
  private isFree(q: number): boolean {
    const { lockedInto, soloOf } = this.state.problem;
    return lockedInto[q]! < 0 && soloOf[q]! >= 0;
  }

  /** Whether a party may be sent to a cohort: one that is open, or none unless they must sit. */
  private takes(cohort: number, q: number): boolean {
    const { none, capacity, problem } = this.state;
    if (cohort === none) return problem.mandatory[q] === 0;
    return cohort !== NOWHERE && capacity[cohort]! > 0;
  }

  /** Several who sit together move, and as many as need be make way for them. */
  private moveParty(p: number, from: number, to: number): void {
    const { state, trial } = this;
    const { none, size, capacity } = state;
    trial.start();
    trial.add(p, to);
    const members = state.members(p);
    if (to !== none) {
      const surplus = size[to]! + members - capacity[to]!;
      const wanted = surplus > 0 ? surplus : this.draw(2) * this.draw(members + 1);
      if (capacity[to] === 0 || size[to]! < wanted) return;
      for (let k = 0; k < wanted; k++) {
        const q = this.member(to, from, 4);
        if (q === NOWHERE || trial.has(q) || trial.full) return;
        trial.add(q, from);
      }
    }
    trial.decide();
  }

  /** Somebody else gives up a seat or takes a cheaper one, so that the budget holds. */
  private saveElsewhere(p: number, to: number, word: number): void {
    const { problem, cohortOf, none } = this.state;
    for (let tries = 0; tries < 4; tries++) {
      const q = this.draw(problem.partyCount);
      const now = cohortOf[q]!;
      if (q === p || now === none || now === to || !this.isFree(q)) continue;
      const then = problem.mandatory[q] === 0 && (word & 3) !== 0 ? none : this.near(q);
      if (then === now || !this.takes(then, q)) continue;
      this.trial.start();
      this.trial.add(p, to);
      this.trial.add(q, then);
      this.trial.decide();
      return;
    }
  }
}

/** factor with factor^steps = to / from, by halving intervals: Math.pow may differ between machines. */
function coolingFactor(from: number, to: number, steps: number): number {
  let [low, high] = [0, 1];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (power(middle, steps) < to / from) low = middle;
    else high = middle;
  }
  return high;
}

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
