import { NO_LIMIT } from '../compile/compiled-problem.js';
import type { CompiledProblem } from '../compile/compiled-problem.js';
import { priceLayoutOf } from './price-layout.js';
import type { PriceLayout } from './price-layout.js';
import { SeatPrices } from './seat-prices.js';

/** Stands for "must": no reduced value is lower. */
const NEVER = -1e15;

/**
 * The problem without what ties parties to each other: seats of a cohort, shares, similar start, unit limits, absence, fair
 * seats and the budget are paid for at prices instead. Being alone and conflicts are left out, which can only raise the
 * value. For any prices within the layout's bounds it is an upper bound of every plan's worth:
 *
 * Σ_parties max over seats (value − prices) + Σ_cohorts max(0, max over sizes of what the prices bring in)
 * + price of money · budget + Σ_units, weeks price · who may be away + Σ_units fair seats
 */
export class Relaxation {
  readonly layout: PriceLayout;
  readonly gradient: Float64Array;
  /** By cohort: members in the last solution; 0 where it does not run. */
  readonly runs: Int32Array;
  /** By party: cohort in the last solution; the number of cohorts: none. */
  readonly chosen: Int32Array;
  private readonly seatPrices: SeatPrices;
  private readonly mustRun: Uint8Array;
  private readonly unplaced: Float64Array;
  private readonly row: Float64Array;
  private readonly shareSums: Float64Array;

  constructor(readonly problem: CompiledProblem) {
    this.layout = priceLayoutOf(problem);
    this.gradient = new Float64Array(this.layout.length);
    this.runs = new Int32Array(problem.cohortCount);
    this.chosen = new Int32Array(problem.partyCount);
    this.seatPrices = new SeatPrices(problem, this.layout);
    this.row = new Float64Array(problem.cohortCount);
    this.shareSums = new Float64Array(2 * problem.shareCount);
    this.mustRun = problem.mustRun.slice();
    for (const c of problem.lockedInto) if (c >= 0) this.mustRun[c] = 1;
    this.unplaced = new Float64Array(problem.partyCount);
    for (let p = 0; p < problem.partyCount; p++) this.unplaced[p] = this.stabilityLoss(p, -1);
  }

  /** Points lost because members were elsewhere before. */
  private stabilityLoss(p: number, c: number): number {
    const { stability, previous, partyStart, memberOf } = this.problem;
    if (stability === 0) return 0;
    let points = 0;
    for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++) {
      const before = previous[memberOf[k]!]!;
      if (before >= 0 && before !== c) points -= stability;
    }
    return points;
  }

  unplacedValue(p: number): number {
    return this.unplaced[p]!;
  }

  /** Makes `reducedValue` ready for prices. */
  prepare(prices: Float64Array): void {
    this.seatPrices.prepare(prices);
  }

  /** Value of a seat less the prices that were prepared. */
  reducedValue(p: number, c: number): number {
    const { partyStart, memberOf, programValue, programCount, programOf } = this.problem;
    let value = programValue[p * programCount + programOf[c]!]! + this.stabilityLoss(p, c);
    for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++) value -= this.seatPrices.of(memberOf[k]!, c);
    return value;
  }

  /** The best that a party brings at the prices prepared, without a seat among them. */
  bestOf(p: number): number {
    const { lockedInto, soloOf, mandatory, cohortCount } = this.problem;
    const locked = lockedInto[p]!;
    if (locked >= 0) {
      this.chosen[p] = locked;
      return this.reducedValue(p, locked);
    }
    this.chosen[p] = cohortCount;
    const without = mandatory[p] === 1 ? NEVER : this.unplaced[p]!;
    return soloOf[p]! >= 0 && this.problem.stability === 0
      ? this.bestOfSolo(p, without)
      : this.bestOfSeveral(p, without);
  }

  private bestOfSolo(p: number, without: number): number {
    const { openStart, openTo, soloOf, programValue, programCount, programOf } = this.problem;
    const from = openStart[p]!;
    const to = openStart[p + 1]!;
    this.seatPrices.write(soloOf[p]!, openTo, [from, to], this.row);
    const values = p * programCount;
    let best = without;
    for (let k = from, at = 0; k < to; k++, at++) {
      const c = openTo[k]!;
      const value = programValue[values + programOf[c]!]! - this.row[at]!;
      if (value > best) {
        best = value;
        this.chosen[p] = c;
      }
    }
    return best;
  }

  private bestOfSeveral(p: number, without: number): number {
    const { openStart, openTo } = this.problem;
    let best = without;
    for (let k = openStart[p]!; k < openStart[p + 1]!; k++) {
      const value = this.reducedValue(p, openTo[k]!);
      if (value > best) {
        best = value;
        this.chosen[p] = openTo[k]!;
      }
    }
    return best;
  }

  /** The bound at prices; leaves the subgradient there. */
  bound(prices: Float64Array): number {
    const { problem, gradient, layout } = this;
    gradient.fill(0);
    this.prepare(prices);
    let bound = 0;
    for (let p = 0; p < problem.partyCount; p++) {
      bound += this.bestOf(p);
      if (this.chosen[p] !== problem.cohortCount) this.take(p, this.chosen[p]!);
    }
    for (let c = 0; c < problem.cohortCount; c++) bound += this.bestOfCohort(c, prices);
    bound += this.fairPart(prices) + this.absencePart(prices);
    if (problem.budget < NO_LIMIT * NO_LIMIT) {
      bound += prices[layout.budget]! * problem.budget;
      gradient[layout.budget]! += problem.budget;
    }
    return bound;
  }

  private take(p: number, c: number): void {
    const { partyStart, memberOf, costFrom, locationCount, location } = this.problem;
    for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++) {
      const i = memberOf[k]!;
      this.gradient[this.layout.budget]! -= costFrom[c * locationCount + location[i]!]!;
      this.takeMember(i, c);
    }
  }

  private takeMember(i: number, c: number): void {
    const { problem, gradient, layout } = this;
    const { attributeCount, attributeValue, unit, unitCount, meanLevel, reference } = problem;
    const u = unit[i]!;
    gradient[c]!--;
    gradient[layout.fair + u]!--;
    if (layout.unitLimits) gradient[layout.unitLimit + c * unitCount + u]!--;
    if (layout.absences) this.takeWeeks(u, c);
    const level = meanLevel[i]!;
    if (level === level) gradient[layout.start + c]! -= level - reference[c]!;
    const base = layout.share + c * layout.cells.length;
    for (let k = 0; k < layout.cells.length; k++) {
      const { counter, atLeast } = layout.cells[k]!;
      for (let a = i * attributeCount, end = a + attributeCount; a < end; a++)
        if (attributeValue[a] === counter) gradient[base + k]! += atLeast ? 1 : -1;
    }
  }

  private takeWeeks(u: number, c: number): void {
    const { week, weekStart, weekCount } = this.problem;
    for (let k = weekStart[c]!; k < weekStart[c + 1]!; k++)
      this.gradient[this.layout.absence + u * weekCount + week[k]!]!--;
  }

  /** What the prices bring in for a cohort of n members, at the n where it is most; 0 when it had better not run. */
  private bestOfCohort(c: number, prices: Float64Array): number {
    const { problem, layout, shareSums } = this;
    const base = layout.share + c * layout.cells.length;
    shareSums.fill(0);
    layout.cells.forEach(({ share, atLeast }, k) => {
      shareSums[2 * share + (atLeast ? 1 : 0)]! += prices[base + k]!;
    });
    const fixed = this.fixedIncome(c, prices);
    const perMember = prices[c]! + Math.abs(prices[layout.start + c]!) * problem.startTolerance;
    let best = this.mustRun[c] === 1 ? NEVER : 0;
    let members = 0;
    for (let n = Math.max(1, problem.minSeats[c]!); n <= problem.maxSeats[c]!; n++) {
      const income = fixed + perMember * n + this.shareIncome(n);
      if (income > best) {
        best = income;
        members = n;
      }
    }
    this.runs[c] = members;
    if (members > 0) this.offer(c, members, prices);
    return best;
  }

  private fixedIncome(c: number, prices: Float64Array): number {
    const { unitCount, maxPerUnit, fixedCost } = this.problem;
    const { unitLimit, unitLimits, budget } = this.layout;
    let income = -prices[budget]! * fixedCost[c]!;
    if (unitLimits)
      for (let u = 0; u < unitCount; u++) income += prices[unitLimit + c * unitCount + u]! * maxPerUnit;
    return income;
  }

  private shareIncome(members: number): number {
    const { shareCount, sizeLimit, least, most } = this.problem;
    let income = 0;
    for (let s = 0; s < shareCount; s++) {
      const at = s * sizeLimit + members;
      const [over, under] = [this.shareSums[2 * s]!, this.shareSums[2 * s + 1]!];
      if (over !== 0) income += over * most[at]!;
      if (under !== 0) income -= under * least[at]!;
    }
    return income;
  }

  private offer(c: number, members: number, prices: Float64Array): void {
    const { problem, layout, gradient } = this;
    const { unitCount, maxPerUnit, sizeLimit, least, most } = problem;
    gradient[c]! += members;
    gradient[layout.budget]! -= problem.fixedCost[c]!;
    const base = layout.share + c * layout.cells.length;
    layout.cells.forEach(({ share, atLeast }, k) => {
      const at = share * sizeLimit + members;
      gradient[base + k]! += atLeast ? -least[at]! : most[at]!;
    });
    const free = problem.startTolerance * members;
    const at = layout.start + c;
    const [price, sum] = [prices[at]!, gradient[at]!];
    if (price !== 0) gradient[at] = sum + Math.sign(price) * free;
    else gradient[at] = Math.sign(sum) * Math.max(0, Math.abs(sum) - free);
    if (layout.unitLimits)
      for (let u = 0; u < unitCount; u++) gradient[layout.unitLimit + c * unitCount + u]! += maxPerUnit;
  }

  private fairPart(prices: Float64Array): number {
    const { unitCount, fairWeight, fairLow, fairHigh } = this.problem;
    if (fairWeight === 0) return 0;
    let part = 0;
    for (let u = 0; u < unitCount; u++) {
      const at = this.layout.fair + u;
      const price = prices[at]!;
      const seats = price > 0 ? fairHigh[u]! : fairLow[u]!;
      part += price * seats;
      if (price !== 0) this.gradient[at]! += seats;
      else {
        const seated = -this.gradient[at]!;
        this.gradient[at] =
          Math.max(0, fairHigh[u]! - seated) === 0
            ? fairHigh[u]! - seated
            : Math.max(0, fairLow[u]! - seated);
      }
    }
    return part;
  }

  private absencePart(prices: Float64Array): number {
    const { unitCount, weekCount, absenceLimit } = this.problem;
    if (!this.layout.absences) return 0;
    let part = 0;
    for (let u = 0; u < unitCount; u++)
      for (let w = 0, at = this.layout.absence + u * weekCount; w < weekCount; w++, at++) {
        part += prices[at]! * absenceLimit[u]!;
        this.gradient[at]! += absenceLimit[u]!;
      }
    return part;
  }
}
