import type { CompiledProblem } from '../compile/compiled-problem.js';
import { MixPenalties } from './mix-penalties.js';

/** How much room a cohort's list has beyond its seats: a chain fills before it empties. */
const LIST_SLACK = 16;
/** Weights of a seat that is missing and of a duty that is not met, in points per typical best seat. */
const SHORTAGE = 1.5;
const DUTY = 4;

/**
 * A plan while it is searched, with every figure that a move changes. Eligibility, seats, unit limits, conflicts and the
 * budget hold after every move; a cohort below its minimum and a mandatory party without a seat cost points instead. The
 * cohort number `none` stands for no cohort: its list is who is not placed.
 */
export class PlanState {
  readonly none: number;
  /** By party. */
  readonly cohortOf: Int32Array;
  /** By cohort, executives. */
  readonly size: Int32Array;
  /** Seats while open, 0 while closed. */
  readonly capacity: Int32Array;
  readonly mix: MixPenalties;
  /** Parties by cohort: list[listStart[c]] …, partiesIn[c] of them. */
  readonly list: Int32Array;
  readonly listStart: Int32Array;
  readonly partiesIn: Int32Array;
  readonly place: Int32Array;
  readonly unitIn: Int32Array;
  readonly away: Int32Array;
  readonly unitSeated: Int32Array;
  /** Points of a party without a seat. */
  readonly unplacedValue: Float64Array;
  /** Typical points of a good seat: the scale of temperatures and of what may not be. */
  readonly scale: number;
  value = 0;
  cost = 0;
  fair = 0;

  constructor(readonly problem: CompiledProblem) {
    const { partyCount, cohortCount, unitCount, weekCount, maxSeats } = problem;
    this.none = cohortCount;
    this.scale = typicalSeat(problem);
    this.cohortOf = new Int32Array(partyCount).fill(cohortCount);
    this.size = new Int32Array(cohortCount + 1);
    this.capacity = new Int32Array(cohortCount + 1);
    this.capacity.set(maxSeats);
    this.partiesIn = new Int32Array(cohortCount + 1);
    this.listStart = new Int32Array(cohortCount + 2);
    for (let c = 0; c < cohortCount; c++)
      this.listStart[c + 1] = this.listStart[c]! + Math.min(maxSeats[c]! + LIST_SLACK, partyCount);
    this.listStart[cohortCount + 1] = this.listStart[cohortCount]! + partyCount;
    this.list = new Int32Array(this.listStart[cohortCount + 1]!);
    this.place = new Int32Array(partyCount);
    this.unitIn = new Int32Array((cohortCount + 1) * unitCount);
    this.away = new Int32Array(unitCount * weekCount);
    this.unitSeated = new Int32Array(unitCount);
    this.mix = new MixPenalties(problem, this.size, SHORTAGE * this.scale);
    this.unplacedValue = new Float64Array(partyCount);
    for (let p = 0; p < partyCount; p++) this.enterNone(p);
    this.refresh();
  }

  private enterNone(p: number): void {
    const { none } = this;
    this.place[p] = this.listStart[none]! + p;
    this.list[this.listStart[none]! + p] = p;
    this.partiesIn[none]!++;
    const { partyStart, memberOf, previous, stability, mandatory } = this.problem;
    const members = this.members(p);
    this.size[none]! += members;
    let value = mandatory[p] === 1 ? -DUTY * this.scale * members : 0;
    for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++)
      if (previous[memberOf[k]!]! >= 0) value -= stability;
    this.unplacedValue[p] = value;
  }

  members(p: number): number {
    return this.problem.partyStart[p + 1]! - this.problem.partyStart[p]!;
  }

  isOpen(c: number): boolean {
    return this.mix.open[c] === 1;
  }

  isEligible(p: number, c: number): boolean {
    const { eligible, eligibleWords } = this.problem;
    return ((eligible[p * eligibleWords + (c >> 5)]! >>> (c & 31)) & 1) === 1;
  }

  /** Points of the party in a cohort, penalties apart. */
  valueOf(p: number, c: number): number {
    if (c === this.none) return this.unplacedValue[p]!;
    const { programCount, programOf, programValue, stability } = this.problem;
    const value = programValue[p * programCount + programOf[c]!]!;
    return stability === 0 ? value : value - stability * this.leavers(p, c);
  }

  /** Members who were elsewhere before. */
  private leavers(p: number, c: number): number {
    const { partyStart, memberOf, previous } = this.problem;
    let count = 0;
    for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++) {
      const before = previous[memberOf[k]!]!;
      if (before >= 0 && before !== c) count++;
    }
    return count;
  }

  costOf(p: number, c: number): number {
    if (c === this.none) return 0;
    const { soloOf, partyStart, memberOf, costFrom, locationCount, location } = this.problem;
    const solo = soloOf[p]!;
    if (solo >= 0) return costFrom[c * locationCount + location[solo]!]!;
    let cost = 0;
    for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++)
      cost += costFrom[c * locationCount + location[memberOf[k]!]!]!;
    return cost;
  }

  /** Benefit less penalties, shortages and duties included. */
  get worth(): number {
    return this.value - this.fair - this.mix.total();
  }

  /** Works the sums out anew: adding and taking away leaves dust. */
  refresh(): void {
    const { partyCount, cohortCount, fixedCost, partyStart, memberOf, unitCount } = this.problem;
    this.value = 0;
    this.cost = 0;
    this.mix.clearStart();
    for (let p = 0; p < partyCount; p++) {
      const c = this.cohortOf[p]!;
      this.value += this.valueOf(p, c);
      this.cost += this.costOf(p, c);
      if (c === this.none) continue;
      for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++) this.mix.addStart(memberOf[k]!, c, 1);
    }
    for (let c = 0; c < cohortCount; c++) {
      if (this.size[c]! > 0) this.cost += fixedCost[c]!;
      this.mix.renew(c);
    }
    this.fair = 0;
    for (let u = 0; u < unitCount; u++) this.fair += this.fairPenalty(u, this.unitSeated[u]!);
  }

  /** Moves a party without any check; penalties of cohorts are the caller's to renew. */
  move(p: number, c: number): void {
    const now = this.cohortOf[p]!;
    if (now === c) return;
    const { fixedCost, partyStart, memberOf } = this.problem;
    this.value += this.valueOf(p, c) - this.valueOf(p, now);
    this.cost += this.costOf(p, c) - this.costOf(p, now);
    const last = this.listStart[now]! + --this.partiesIn[now]!;
    const moved = this.list[last]!;
    this.list[this.place[p]!] = moved;
    this.place[moved] = this.place[p]!;
    for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++) this.shift(memberOf[k]!, now, c);
    if (now !== this.none && this.size[now] === 0) this.cost -= fixedCost[now]!;
    if (c !== this.none && this.partiesIn[c] === 0) this.cost += fixedCost[c]!;
    const at = this.listStart[c]! + this.partiesIn[c]!++;
    this.list[at] = p;
    this.place[p] = at;
    this.cohortOf[p] = c;
  }

  private shift(i: number, from: number, to: number): void {
    const { none, size } = this;
    size[from]!--;
    size[to]!++;
    if (from !== none) this.tally(i, from, -1);
    if (to !== none) this.tally(i, to, 1);
    if (from !== none && to !== none) return;
    const u = this.problem.unit[i]!;
    const seated = this.unitSeated[u]!;
    const now = to === none ? seated - 1 : seated + 1;
    this.unitSeated[u] = now;
    this.fair += this.fairPenalty(u, now) - this.fairPenalty(u, seated);
  }

  private tally(i: number, c: number, sign: number): void {
    const { unit, unitCount, week, weekStart, weekCount } = this.problem;
    const u = unit[i]!;
    this.mix.count(i, c, sign);
    this.unitIn[c * unitCount + u]! += sign;
    for (let k = weekStart[c]!, end = weekStart[c + 1]!; k < end; k++)
      this.away[u * weekCount + week[k]!]! += sign;
  }

  fairPenalty(u: number, seated: number): number {
    const { fairWeight, fairLow, fairHigh } = this.problem;
    if (seated < fairLow[u]!) return fairWeight * (fairLow[u]! - seated);
    return seated > fairHigh[u]! ? fairWeight * (seated - fairHigh[u]!) : 0;
  }

  /** Whether every rule but the budget, the minimum and duties holds for a party where it is now. */
  fits(p: number): boolean {
    const c = this.cohortOf[p]!;
    const { conflict, conflictStart, partyStart, memberOf, unit } = this.problem;
    if (c === this.none) return true;
    if (!this.isEligible(p, c) || this.size[c]! > this.capacity[c]!) return false;
    for (let k = conflictStart[p]!; k < conflictStart[p + 1]!; k++)
      if (this.cohortOf[conflict[k]!] === c) return false;
    for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++)
      if (!this.unitFits(unit[memberOf[k]!]!, c)) return false;
    return true;
  }

  private unitFits(u: number, c: number): boolean {
    const { unitCount, maxPerUnit, absenceLimit, week, weekStart, weekCount } = this.problem;
    if (this.unitIn[c * unitCount + u]! > maxPerUnit) return false;
    for (let k = weekStart[c]!; k < weekStart[c + 1]!; k++)
      if (this.away[u * weekCount + week[k]!]! > absenceLimit[u]!) return false;
    return true;
  }

  /** Closes a cohort and unseats who is in it. */
  close(c: number): void {
    while (this.partiesIn[c]! > 0) this.move(this.list[this.listStart[c]!]!, this.none);
    this.setOpen(c, false);
  }

  setOpen(c: number, open: boolean): void {
    this.mix.open[c] = open ? 1 : 0;
    this.capacity[c] = open ? this.problem.maxSeats[c]! : 0;
    this.mix.renew(c);
  }

  /** Takes over a plan and which cohorts are open. */
  load(cohorts: Int32Array, open: Uint8Array): void {
    for (let c = 0; c < this.none; c++) {
      this.mix.open[c] = open[c]!;
      this.capacity[c] = open[c] === 1 ? this.problem.maxSeats[c]! : 0;
    }
    for (let p = 0; p < cohorts.length; p++) if (this.cohortOf[p] !== cohorts[p]) this.move(p, this.none);
    for (let p = 0; p < cohorts.length; p++) if (this.cohortOf[p] !== cohorts[p]) this.move(p, cohorts[p]!);
    this.refresh();
  }
}

/** Mean over the parties of the most that a seat can be worth to them, per member; 0.1 at least. */
function typicalSeat({
  partyCount,
  openStart,
  openTo,
  programOf,
  programValue,
  programCount,
}: CompiledProblem): number {
  let [sum, count] = [0, 0];
  for (let p = 0; p < partyCount; p++) {
    let best = 0;
    for (let k = openStart[p]!; k < openStart[p + 1]!; k++)
      best = Math.max(best, programValue[p * programCount + programOf[openTo[k]!]!]!);
    if (best > 0) {
      sum += best;
      count++;
    }
  }
  return count === 0 ? 0.1 : Math.max(0.1, sum / count);
}
