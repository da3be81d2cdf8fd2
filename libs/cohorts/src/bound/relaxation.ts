import { NO_LIMIT } from '../compile/compiled-problem.js';
import type { CompiledProblem } from '../compile/compiled-problem.js';
import { clear, shareCellsOf, zeroMultipliers } from './multipliers.js';
import type { Multipliers, ShareCell } from './multipliers.js';

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** A component of a direction, or 0 where a step against it would leave the bounds of the price. */
const keep = (value: number, price: number, [low, high]: readonly [number, number]): number =>
  (price <= low && value > 0) || (price >= high && value < 0) ? 0 : value;

/** Stands for "must": no reduced value is lower. */
const NEVER = -1e15;

/** Of the dearest seat: money for which the budget's price moves as fast as the prices of seats; found by trying. */
const MONEY_UNIT = 0.1;

/**
 * The problem without what ties parties to each other: seats of a cohort, shares, similar start, the unit limit, fair
 * seats and the budget are paid for at prices instead. Being alone, absence, conflicts are left out; so is everything
 * else that could only lower a plan's worth. For any prices that `keepInBox` allows the value is an upper bound:
 *
 * Σ_parties max over seats (value − prices) + Σ_cohorts max(0, max over sizes of what the prices bring in) + λ · budget + fair
 */
export class Relaxation {
  readonly cells: readonly ShareCell[];
  readonly gradient: Multipliers;
  /** By cohort: 1 where it runs in the last solution. */
  readonly runs: Uint8Array;
  /** Money that one unit of the budget's multiplier stands for. */
  readonly moneyUnit: number;
  private readonly valuePrice: Float64Array;
  private readonly flatPrice: Float64Array;

  constructor(readonly problem: CompiledProblem) {
    this.cells = shareCellsOf(problem);
    this.gradient = zeroMultipliers(problem, this.cells.length);
    this.runs = new Uint8Array(problem.cohortCount);
    this.valuePrice = new Float64Array(problem.cohortCount * problem.valueCount);
    this.flatPrice = new Float64Array(problem.cohortCount);
    let dearest = 1;
    for (const cost of problem.seatCost) dearest = Math.max(dearest, cost);
    this.moneyUnit = problem.budget < NO_LIMIT * NO_LIMIT ? dearest * MONEY_UNIT : 0;
  }

  /** Price of the budget, in points per unit of money. */
  priceOf(point: Multipliers): number {
    return this.moneyUnit > 0 ? point.budget[0]! / this.moneyUnit : 0;
  }

  /** The bound at a point; leaves the subgradient there. */
  bound(point: Multipliers): number {
    const { problem, gradient } = this;
    clear(gradient);
    this.prepare(point);
    let bound = 0;
    for (let p = 0; p < problem.partyCount; p++) bound += this.bestOfParty(p, point);
    for (let c = 0; c < problem.cohortCount; c++) bound += this.bestOfCohort(c, point);
    bound += this.fairPart(point);
    if (this.moneyUnit > 0) {
      bound += this.priceOf(point) * problem.budget;
      gradient.budget[0]! += problem.budget / this.moneyUnit;
    }
    return bound;
  }

  /** Makes `reducedValue` ready for a point. */
  prepare(point: Multipliers): void {
    const { problem, cells } = this;
    this.valuePrice.fill(0);
    for (let c = 0; c < problem.cohortCount; c++) {
      this.flatPrice[c] = point.seat[c]!;
      cells.forEach(({ value, atLeast }, k) => {
        const price = point.share[c * cells.length + k]!;
        this.valuePrice[c * problem.valueCount + value]! += atLeast ? -price : price;
      });
    }
  }

  /** Value of a seat less the prices at the point that was prepared. */
  reducedValue(party: number, seat: number, point: Multipliers): number {
    const { problem } = this;
    const c = problem.seatCohort[seat]!;
    let value = problem.seatValue[seat]! - this.priceOf(point) * problem.seatCost[seat]!;
    for (let k = problem.partyStart[party]!; k < problem.partyStart[party + 1]!; k++)
      value -= this.memberPrice(problem.memberOf[k]!, c, point);
    return value;
  }

  private memberPrice(i: number, c: number, point: Multipliers): number {
    const { attributeCount, attributeValue, valueCount, meanLevel, reference, unit, unitCount } =
      this.problem;
    let price = this.flatPrice[c]! + point.fair[unit[i]!]!;
    for (let a = i * attributeCount, end = a + attributeCount; a < end; a++) {
      const value = attributeValue[a]!;
      if (value >= 0) price += this.valuePrice[c * valueCount + value]!;
    }
    if (point.start[c] !== 0) {
      const difference = meanLevel[i]! - reference[c]!;
      if (!Number.isNaN(difference)) price += point.start[c]! * difference;
    }
    return point.unitLimit.length > 0 ? price + point.unitLimit[c * unitCount + unit[i]!]! : price;
  }

  /** The best seat of a party at the prepared prices, UNPLACED (−1) among them. */
  bestSeat(party: number, point: Multipliers): { readonly seat: number; readonly value: number } {
    const { seatStart, lockedSeat, mandatory, unplacedValue } = this.problem;
    const locked = lockedSeat[party]!;
    if (locked >= 0) return { seat: locked, value: this.reducedValue(party, locked, point) };
    let seat = -1;
    let value = mandatory[party] === 1 ? NEVER : unplacedValue[party]!;
    for (let k = seatStart[party]!; k < seatStart[party + 1]!; k++) {
      const reduced = this.reducedValue(party, k, point);
      if (reduced > value) {
        value = reduced;
        seat = k;
      }
    }
    return { seat, value };
  }

  private bestOfParty(party: number, point: Multipliers): number {
    const { seat, value } = this.bestSeat(party, point);
    if (seat >= 0) this.take(party, seat);
    return value;
  }

  private take(party: number, seat: number): void {
    const { problem, gradient } = this;
    if (this.moneyUnit > 0) gradient.budget[0]! -= problem.seatCost[seat]! / this.moneyUnit;
    const c = problem.seatCohort[seat]!;
    for (let k = problem.partyStart[party]!; k < problem.partyStart[party + 1]!; k++)
      this.takeMember(problem.memberOf[k]!, c);
  }

  private takeMember(i: number, c: number): void {
    const { problem, gradient, cells } = this;
    const { attributeCount, attributeValue, unit, unitCount } = problem;
    gradient.seat[c]!--;
    gradient.fair[unit[i]!]!--;
    if (gradient.unitLimit.length > 0) gradient.unitLimit[c * unitCount + unit[i]!]!--;
    const difference = problem.meanLevel[i]! - problem.reference[c]!;
    if (!Number.isNaN(difference)) gradient.start[c]! -= difference;
    const from = i * attributeCount;
    for (let k = 0; k < cells.length; k++) {
      const { value, atLeast } = cells[k]!;
      for (let a = from; a < from + attributeCount; a++)
        if (attributeValue[a] === value) gradient.share[c * cells.length + k]! += atLeast ? 1 : -1;
    }
  }

  /** What the prices bring in for a cohort of n members, at the n where it is most; 0 when it had better not run. */
  private bestOfCohort(c: number, point: Multipliers): number {
    const { problem } = this;
    let best = problem.mustRun[c] === 1 ? NEVER : 0;
    let members = 0;
    for (let n = Math.max(1, problem.minSeats[c]!); n <= problem.maxSeats[c]!; n++) {
      const income = this.income(c, n, point);
      if (income > best) {
        best = income;
        members = n;
      }
    }
    this.runs[c] = members > 0 ? 1 : 0;
    if (members > 0) this.offer(c, members, point);
    return best;
  }

  private income(c: number, members: number, point: Multipliers): number {
    const { problem, cells } = this;
    const { tolerance } = problem.similarStart;
    let income = (point.seat[c]! + Math.abs(point.start[c]!) * tolerance) * members;
    income -= this.priceOf(point) * problem.fixedCost[c]!;
    for (let k = 0, at = c * cells.length; k < cells.length; k++, at++) {
      const price = point.share[at]!;
      if (price === 0) continue;
      const { share, atLeast } = cells[k]!;
      income += atLeast ? -price * share.least[members]! : price * share.most[members]!;
    }
    for (let u = 0; u < point.unitLimit.length / problem.cohortCount; u++)
      income += point.unitLimit[c * problem.unitCount + u]! * problem.maxPerUnit;
    return income;
  }

  private offer(c: number, members: number, point: Multipliers): void {
    const { problem, cells, gradient } = this;
    gradient.seat[c]! += members;
    if (this.moneyUnit > 0) gradient.budget[0]! -= problem.fixedCost[c]! / this.moneyUnit;
    cells.forEach(({ share, atLeast }, k) => {
      gradient.share[c * cells.length + k]! += atLeast ? -share.least[members]! : share.most[members]!;
    });
    const free = problem.similarStart.tolerance * members;
    const sum = gradient.start[c]!;
    if (point.start[c] !== 0) gradient.start[c] = sum + Math.sign(point.start[c]!) * free;
    else gradient.start[c] = Math.sign(sum) * Math.max(0, Math.abs(sum) - free);
    for (let u = 0; u < point.unitLimit.length / problem.cohortCount; u++)
      gradient.unitLimit[c * problem.unitCount + u]! += problem.maxPerUnit;
  }

  private fairPart(point: Multipliers): number {
    const { unitCount, fairWeight, fairLow, fairHigh } = this.problem;
    if (fairWeight === 0) return 0;
    let part = 0;
    for (let u = 0; u < unitCount; u++) {
      const price = point.fair[u]!;
      const seats = price > 0 ? fairHigh[u]! : fairLow[u]!;
      part += price * seats;
      if (price !== 0) this.gradient.fair[u]! += seats;
      else {
        const seated = -this.gradient.fair[u]!;
        this.gradient.fair[u] = Math.min(0, fairHigh[u]! - seated) + Math.max(0, fairLow[u]! - seated);
      }
    }
    return part;
  }

  /** Brings prices back to where the bound is one: none beyond the weight of its preference, none below zero. */
  keepInBox(point: Multipliers): void {
    const { problem, cells } = this;
    for (let c = 0; c < problem.cohortCount; c++) {
      for (let k = 0, at = c * cells.length; k < cells.length; k++, at++)
        point.share[at] = clamp(point.share[at]!, 0, this.mostOf(cells[k]!, c));
      const start = this.mostOfStart(c);
      point.start[c] = clamp(point.start[c]!, -start, start);
    }
    for (let u = 0; u < problem.unitCount; u++)
      point.fair[u] = clamp(point.fair[u]!, -problem.fairWeight, problem.fairWeight);
    for (let k = 0; k < point.unitLimit.length; k++) point.unitLimit[k] = Math.max(0, point.unitLimit[k]!);
    point.budget[0] = this.moneyUnit > 0 ? Math.max(0, point.budget[0]!) : 0;
  }

  /** Takes out of a direction what would only leave the box: it would shorten the step and change nothing. */
  keepDirection(direction: Multipliers, point: Multipliers): void {
    const { problem, cells } = this;
    for (let c = 0; c < problem.cohortCount; c++) {
      for (let k = 0, at = c * cells.length; k < cells.length; k++, at++)
        direction.share[at] = keep(direction.share[at]!, point.share[at]!, [0, this.mostOf(cells[k]!, c)]);
      const start = this.mostOfStart(c);
      direction.start[c] = keep(direction.start[c]!, point.start[c]!, [-start, start]);
    }
    for (let u = 0; u < problem.unitCount; u++)
      direction.fair[u] = keep(direction.fair[u]!, point.fair[u]!, [-problem.fairWeight, problem.fairWeight]);
    for (let k = 0; k < point.unitLimit.length; k++)
      direction.unitLimit[k] = keep(direction.unitLimit[k]!, point.unitLimit[k]!, [0, Infinity]);
    direction.budget[0] = keep(direction.budget[0]!, point.budget[0]!, [
      0,
      this.moneyUnit > 0 ? Infinity : 0,
    ]);
  }

  private mostOfStart(c: number): number {
    return Number.isNaN(this.problem.reference[c]!) ? 0 : this.problem.similarStart.weight;
  }

  private mostOf({ share, atLeast }: ShareCell, c: number): number {
    if (share.skipOneLevel && this.problem.oneLevel[c] === 1) return 0;
    return !atLeast && share.most[0]! >= NO_LIMIT ? 0 : share.weight;
  }
}
