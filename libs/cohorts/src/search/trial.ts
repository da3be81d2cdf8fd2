import type { PlanState } from './plan-state.js';
import type { Acceptance } from './single-moves.js';

const LONGEST = 16;

/** Several parties moved at once, kept when all rules hold and enough is gained, else undone. */
export class Trial {
  private readonly parties = new Int32Array(LONGEST);
  private readonly to = new Int32Array(LONGEST);
  private readonly from = new Int32Array(LONGEST);
  private readonly cohorts = new Int32Array(2 * LONGEST);
  private readonly before = new Float64Array(2 * LONGEST);
  private readonly after = new Float64Array(2 * LONGEST);
  private length = 0;
  private cohortCount = 0;

  constructor(
    private readonly state: PlanState,
    private readonly acceptance: Acceptance,
  ) {}

  start(): void {
    this.length = 0;
  }

  get full(): boolean {
    return this.length === LONGEST;
  }

  /** @param to a cohort that is open to the party, or none */
  add(party: number, to: number): void {
    this.parties[this.length] = party;
    this.to[this.length++] = to;
  }

  has(party: number): boolean {
    for (let k = 0; k < this.length; k++) if (this.parties[k] === party) return true;
    return false;
  }

  /** @returns whether it was kept */
  decide(): boolean {
    const { state } = this;
    const { least, price } = this.acceptance;
    if (this.bestCase(price) < least) return false;
    const [value, cost, fair] = [state.value, state.cost, state.fair];
    for (let k = 0; k < this.length; k++) state.move(this.parties[k]!, this.to[k]!);
    let gained = state.value - value - (state.fair - fair) - price * (state.cost - cost);
    for (let k = 0; k < this.cohortCount; k++) gained += this.before[k]!;
    if (gained >= least && this.holds(cost)) {
      gained -= this.penaltiesAfter();
      if (gained >= least) {
        for (let k = 0; k < this.cohortCount; k++) state.mix.penalty[this.cohorts[k]!] = this.after[k]!;
        return true;
      }
    }
    for (let k = this.length - 1; k >= 0; k--) state.move(this.parties[k]!, this.from[k]!);
    state.value = value;
    state.cost = cost;
    state.fair = fair;
    return false;
  }

  /** What is gained if every penalty of the cohorts concerned, and their fixed cost, went away. */
  private bestCase(price: number): number {
    const { state } = this;
    this.cohortCount = 0;
    let gain = 0;
    for (let k = 0; k < this.length; k++) {
      const party = this.parties[k]!;
      const now = state.cohortOf[party]!;
      const then = this.to[k]!;
      this.from[k] = now;
      gain += state.valueOf(party, then) - state.valueOf(party, now);
      if (price > 0) gain -= price * (state.costOf(party, then) - state.costOf(party, now));
      if ((now === state.none) !== (then === state.none))
        gain += state.problem.fairWeight * state.members(party);
      gain += this.note(now, price) + this.note(then, price);
    }
    return gain;
  }

  /** Notes a cohort once; returns what it pays now (and its fixed cost, which might be saved). */
  private note(c: number, price: number): number {
    const { state } = this;
    if (c === state.none) return 0;
    for (let k = 0; k < this.cohortCount; k++) if (this.cohorts[k] === c) return 0;
    this.cohorts[this.cohortCount] = c;
    this.before[this.cohortCount++] = state.mix.penalty[c]!;
    return state.mix.penalty[c]! + price * state.problem.fixedCost[c]!;
  }

  private holds(costBefore: number): boolean {
    const { state } = this;
    if (state.cost > state.problem.budget && state.cost > costBefore) return false;
    for (let k = 0; k < this.length; k++) if (!state.fits(this.parties[k]!)) return false;
    return true;
  }

  private penaltiesAfter(): number {
    let sum = 0;
    for (let k = 0; k < this.cohortCount; k++) {
      const points = this.state.mix.of(this.cohorts[k]!);
      this.after[k] = points;
      sum += points;
    }
    return sum;
  }
}
