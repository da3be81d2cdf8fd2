import type { RandomGenerator } from '@alidade/statistics';
import type { Candidates } from '../bound/candidates.js';
import { UNPLACED } from './plan-state.js';
import type { PlanState } from './plan-state.js';
import { thresholdOf } from './threshold-table.js';
import { Trial } from './trial.js';

export interface Cooling {
  readonly proposals: number;
  /** Temperatures in points. */
  readonly from: number;
  readonly to: number;
  /** Budget's price in points per unit of money; let go for the last part. */
  readonly price: number;
  /** Parties that may move; null: all. */
  readonly pool: Int32Array | null;
}

const STEP = 1024;
/** Below UNPLACED: nothing to try. */
const NOWHERE = -2;
const PRICE_UNTIL = 0.85;

/**
 * Simulated annealing over parties: relocate, swap, chains of up to three cohorts and exchanges within the budget. The
 * acceptance threshold is drawn first, so that most proposals are turned down before anything is counted.
 */
export class Annealing {
  private readonly trial: Trial;
  private least = 0;
  private price = 0;

  constructor(
    private readonly state: PlanState,
    private readonly candidates: Candidates,
    private readonly random: RandomGenerator,
  ) {
    this.trial = new Trial(state);
  }

  /** @param goOn asked about every 65,536 proposals; false ends the run with the plan as it is */
  run(cooling: Cooling, goOn: () => boolean): void {
    const { proposals, from, to, pool } = cooling;
    if (pool?.length === 0 || this.state.problem.partyCount === 0) return;
    const steps = Math.max(1, Math.ceil(proposals / STEP));
    const factor = coolingFactor(from, to, steps);
    let temperature = from;
    for (let round = 0; round < steps; round++) {
      this.price = round < steps * PRICE_UNTIL ? cooling.price : 0;
      for (let k = 0; k < STEP; k++) {
        this.least = -temperature * thresholdOf(this.random.uint32());
        this.propose(this.drawParty(pool));
      }
      temperature *= factor;
      if ((round & 63) === 63 && !goOn()) break;
    }
    this.state.refresh();
  }

  private draw(bound: number): number {
    return Math.floor(this.random.fraction() * bound);
  }

  private drawParty(pool: Int32Array | null): number {
    return pool ? pool[this.draw(pool.length)]! : this.draw(this.state.problem.partyCount);
  }

  private propose(party: number): void {
    const { problem, seatOf } = this.state;
    if (problem.lockedSeat[party]! >= 0) return;
    const now = seatOf[party]!;
    const then = this.drawTarget(party, now);
    if (then === now || then < UNPLACED) return;
    this.trial.start().add(party, then);
    if (then === UNPLACED || this.makesWay(party, now, then)) this.decide();
  }

  /** Adds to the trial what a new seat needs: room in the cohort, and money. */
  private makesWay(party: number, now: number, then: number): boolean {
    const { problem, size, open } = this.state;
    const c = problem.seatCohort[then]!;
    if (open[c] === 0) return false;
    const room = problem.maxSeats[c]! - size[c]! - this.state.members(party);
    const crowd = this.draw(8) < 3 && size[c]! > 0;
    if (room < 0 || crowd) return this.makeRoom(c, now, Math.max(1, -room));
    return !this.overBudget(now, then) || this.saveElsewhere(this.trial);
  }

  private decide(): boolean {
    return this.trial.decide({ least: this.least, price: this.price });
  }

  /** A seat to try, UNPLACED to give it up, or below that when there is nothing to try. */
  private drawTarget(party: number, now: number): number {
    const { seatStart, mandatory } = this.state.problem;
    const word = this.random.uint32();
    if (now !== UNPLACED && mandatory[party] === 0 && word >>> 27 === 0) return UNPLACED;
    return (word & 1023) < 620
      ? this.drawFrom(this.candidates.start, this.candidates.seat, party)
      : this.drawFrom(seatStart, null, party);
  }

  private drawFrom(start: Int32Array, seats: Int32Array | null, party: number): number {
    const count = start[party + 1]! - start[party]!;
    if (count === 0) return NOWHERE;
    const at = start[party]! + this.draw(count);
    return seats ? seats[at]! : at;
  }

  /** Sends members of a cohort to where the newcomer came from, or on to a third cohort, until there is room. */
  private makeRoom(c: number, origin: number, wanted: number): boolean {
    const { state, trial } = this;
    let freed = 0;
    for (let tries = 0; freed < wanted && tries < 6; tries++) {
      const other = state.list[state.listStart[c]! + this.draw(state.partiesIn[c]!)]!;
      if (state.partiesIn[c] === 0) return false;
      if (trial.full || trial.has(other) || state.problem.lockedSeat[other]! >= 0) continue;
      const to = this.whereTo(other, c, origin);
      if (to < UNPLACED) continue;
      trial.add(other, to);
      freed += state.members(other);
    }
    return freed >= wanted;
  }

  private whereTo(other: number, c: number, origin: number): number {
    const back = this.wayBack(other, origin);
    return back >= UNPLACED && this.draw(8) < 6 ? back : this.wayOn(other, c, origin);
  }

  /** The seat of a party in the newcomer's old cohort; below UNPLACED: it may not have that. */
  private wayBack(party: number, origin: number): number {
    const { problem } = this.state;
    if (origin === UNPLACED) return problem.mandatory[party] === 1 ? NOWHERE : UNPLACED;
    const back = this.state.seatIn(party, problem.seatCohort[origin]!);
    return back === UNPLACED ? NOWHERE : back;
  }

  /** A seat in a third cohort, which has room or makes it. */
  private wayOn(other: number, c: number, origin: number): number {
    const { problem, seatOf, open, size } = this.state;
    const third = this.drawFrom(this.candidates.start, this.candidates.seat, other);
    if (third < 0 || third === seatOf[other]) return NOWHERE;
    const d = problem.seatCohort[third]!;
    if (d === c || open[d] === 0) return NOWHERE;
    const room = size[d]! + this.state.members(other) <= problem.maxSeats[d]!;
    return room || this.chain(d, origin) ? third : NOWHERE;
  }

  /** The third of a chain: one of d goes to where the newcomer came from. */
  private chain(d: number, origin: number): boolean {
    const { state, trial } = this;
    if (state.partiesIn[d] === 0) return false;
    const third = state.list[state.listStart[d]! + this.draw(state.partiesIn[d]!)]!;
    if (trial.full || trial.has(third) || state.problem.lockedSeat[third]! >= 0) return false;
    const back = this.wayBack(third, origin);
    if (back === NOWHERE) return false;
    trial.add(third, back);
    return true;
  }

  private overBudget(now: number, then: number): boolean {
    const { state } = this;
    const more = state.costOf(then) - state.costOf(now);
    return more > 0 && state.cost + more > state.problem.budget;
  }

  /** Somebody else gives up a seat or takes a cheaper one, so that the budget holds. */
  private saveElsewhere(trial: Trial): boolean {
    const { problem, seatOf } = this.state;
    for (let tries = 0; tries < 4; tries++) {
      const other = this.draw(problem.partyCount);
      if (seatOf[other] === UNPLACED || problem.lockedSeat[other]! >= 0 || trial.has(other)) continue;
      const give = problem.mandatory[other] === 0 && this.draw(4) > 0;
      const to = give ? UNPLACED : this.drawFrom(this.candidates.start, this.candidates.seat, other);
      if (to < UNPLACED || to === seatOf[other]) continue;
      trial.add(other, to);
      return true;
    }
    return false;
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
