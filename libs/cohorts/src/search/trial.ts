import { penaltyOfCohort } from './penalty-of-cohort.js';
import type { PlanState } from './plan-state.js';

const LONGEST = 12;

/** What a change must bring to be kept. */
export interface Acceptance {
  /** Change of worth, budget's price taken off, that is still enough; usually below zero. */
  readonly least: number;
  /** Points per unit of money. */
  readonly price: number;
}

/** Several parties moved at once, kept when all rules hold and enough is gained, else undone. */
export class Trial {
  private readonly parties = new Int32Array(LONGEST);
  private readonly to = new Int32Array(LONGEST);
  private readonly from = new Int32Array(LONGEST);
  private readonly cohorts = new Int32Array(2 * LONGEST);
  private readonly penalties = new Float64Array(2 * LONGEST);
  private length = 0;
  private cohortCount = 0;

  constructor(private readonly state: PlanState) {}

  start(): this {
    this.length = 0;
    return this;
  }

  get full(): boolean {
    return this.length === LONGEST;
  }

  add(party: number, seat: number): this {
    this.parties[this.length] = party;
    this.to[this.length++] = seat;
    return this;
  }

  has(party: number): boolean {
    for (let k = 0; k < this.length; k++) if (this.parties[k] === party) return true;
    return false;
  }

  /** @returns whether it was kept */
  decide({ least, price }: Acceptance): boolean {
    const { state } = this;
    const bound = this.bestCase(price);
    if (bound < least) return false;
    const before = { value: state.value, cost: state.cost, fair: state.fair };
    for (let k = 0; k < this.length; k++) this.move(k, this.to[k]!);
    let gained = state.value - before.value - (state.fair - before.fair) - price * (state.cost - before.cost);
    for (let k = 0; k < this.cohortCount; k++) gained += this.penalties[k]!;
    const allowed = gained >= least && this.holds(before.cost);
    if (allowed)
      for (let k = 0; k < this.cohortCount; k++) gained -= penaltyOfCohort(state, this.cohorts[k]!);
    if (allowed && gained >= least) {
      this.keep();
      return true;
    }
    for (let k = this.length - 1; k >= 0; k--) this.move(k, this.from[k]!);
    state.value = before.value;
    state.cost = before.cost;
    state.fair = before.fair;
    return false;
  }

  /** What is gained if every penalty of the cohorts concerned, and their fixed cost, went away. */
  private bestCase(price: number): number {
    const { state } = this;
    this.cohortCount = 0;
    let gain = 0;
    for (let k = 0; k < this.length; k++) {
      const party = this.parties[k]!;
      const now = state.seatOf[party]!;
      const then = this.to[k]!;
      this.from[k] = now;
      gain += state.valueOf(party, then) - state.valueOf(party, now);
      gain -= price * (state.costOf(then) - state.costOf(now));
      if (now < 0 !== then < 0) gain += state.problem.fairWeight * state.members(party);
      gain += this.note(now, price) + this.note(then, price);
    }
    return gain;
  }

  /** Notes the cohort of a seat once; returns what it pays now (and its fixed cost, which might be saved). */
  private note(seat: number, price: number): number {
    const { state } = this;
    if (seat < 0) return 0;
    const c = state.problem.seatCohort[seat]!;
    for (let k = 0; k < this.cohortCount; k++) if (this.cohorts[k] === c) return 0;
    this.cohorts[this.cohortCount] = c;
    this.penalties[this.cohortCount++] = state.penalty[c]!;
    return state.penalty[c]! + price * state.problem.fixedCost[c]!;
  }

  private move(k: number, seat: number): void {
    this.state.move(this.parties[k]!, seat);
  }

  private holds(costBefore: number): boolean {
    const { state } = this;
    if (state.cost > state.problem.budget && state.cost > costBefore) return false;
    for (let k = 0; k < this.length; k++) if (!state.fits(this.parties[k]!)) return false;
    return true;
  }

  private keep(): void {
    for (let k = 0; k < this.cohortCount; k++) {
      const c = this.cohorts[k]!;
      this.state.penalty[c] = penaltyOfCohort(this.state, c);
    }
  }
}
