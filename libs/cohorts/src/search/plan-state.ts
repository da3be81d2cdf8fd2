import type { CompiledProblem } from '../compile/compiled-problem.js';
import { penaltyOfCohort } from './penalty-of-cohort.js';

/** How much room a cohort's list has beyond its seats: a chain fills before it empties. */
const LIST_SLACK = 8;

export const UNPLACED = -1;

/**
 * A plan while it is searched, with every figure that a move changes. Eligibility, seats, unit limits, conflicts and the
 * budget hold after every move; a cohort below its minimum and a mandatory party without a seat cost points instead,
 * more than any seat brings.
 */
export class PlanState {
  /** Seat by party, or UNPLACED. */
  readonly seatOf: Int32Array;
  /** Cohort by party; the number of cohorts stands for none. */
  readonly cohortOf: Int32Array;
  /** Executives by cohort. */
  readonly size: Int32Array;
  /** Members by cohort and value of an attribute. */
  readonly counts: Int32Array;
  /** Σ (mean level − reference) by cohort. */
  readonly startSum: Float64Array;
  readonly penalty: Float64Array;
  /** An empty cohort that is open carries its whole shortage, so that a search fills it; a closed one takes nobody. */
  readonly open: Uint8Array;
  /** Parties by cohort: list[listStart[c]] …, partiesIn[c] of them. */
  readonly list: Int32Array;
  readonly listStart: Int32Array;
  readonly partiesIn: Int32Array;
  readonly unplacedWeight: Float64Array;
  readonly shortageWeight: number;
  value = 0;
  cost = 0;
  fair = 0;
  private readonly place: Int32Array;
  private readonly unitIn: Int32Array;
  private readonly away: Int32Array;
  private readonly unitSeated: Int32Array;

  constructor(readonly problem: CompiledProblem) {
    const { partyCount, cohortCount, unitCount, valueCount, weekCount } = problem;
    this.seatOf = new Int32Array(partyCount).fill(UNPLACED);
    this.cohortOf = new Int32Array(partyCount).fill(cohortCount);
    this.size = new Int32Array(cohortCount);
    this.counts = new Int32Array(cohortCount * valueCount);
    this.startSum = new Float64Array(cohortCount);
    this.penalty = new Float64Array(cohortCount);
    this.open = new Uint8Array(cohortCount).fill(1);
    this.partiesIn = new Int32Array(cohortCount);
    this.listStart = new Int32Array(cohortCount + 1);
    for (let c = 0; c < cohortCount; c++)
      this.listStart[c + 1] = this.listStart[c]! + problem.maxSeats[c]! + LIST_SLACK;
    this.list = new Int32Array(this.listStart[cohortCount]!);
    this.place = new Int32Array(partyCount);
    this.unitIn = new Int32Array(cohortCount * unitCount);
    this.away = new Int32Array(unitCount * weekCount);
    this.unitSeated = new Int32Array(unitCount);
    const weight = heaviest(problem);
    this.shortageWeight = weight;
    this.unplacedWeight = Float64Array.from(
      problem.unplacedValue,
      (value, p) => value - (problem.mandatory[p] === 1 ? 4 * weight * this.members(p) : 0),
    );
    this.refresh();
  }

  members(party: number): number {
    return this.problem.partyStart[party + 1]! - this.problem.partyStart[party]!;
  }

  /** Points of the party where it is, penalties apart. */
  valueOf(party: number, seat: number): number {
    return seat === UNPLACED ? this.unplacedWeight[party]! : this.problem.seatValue[seat]!;
  }

  costOf(seat: number): number {
    return seat === UNPLACED ? 0 : this.problem.seatCost[seat]!;
  }

  /** Benefit less penalties, shortages and duties included. */
  get worth(): number {
    let worth = this.value - this.fair;
    for (const penalty of this.penalty) worth -= penalty;
    return worth;
  }

  /** Works the sums out anew: adding and taking away leaves dust. */
  refresh(): void {
    const { partyCount, cohortCount, fixedCost, similarStart, meanLevel, reference } = this.problem;
    this.value = 0;
    this.cost = 0;
    this.startSum.fill(0);
    for (let p = 0; p < partyCount; p++) {
      this.value += this.valueOf(p, this.seatOf[p]!);
      this.cost += this.costOf(this.seatOf[p]!);
      const c = this.cohortOf[p]!;
      if (c === cohortCount || similarStart.weight === 0) continue;
      this.eachMember(p, (i) => {
        const difference = meanLevel[i]! - reference[c]!;
        if (!Number.isNaN(difference)) this.startSum[c]! += difference;
      });
    }
    for (let c = 0; c < cohortCount; c++) {
      if (this.size[c]! > 0) this.cost += fixedCost[c]!;
      this.penalty[c] = penaltyOfCohort(this, c);
    }
    this.fair = this.unitSeated.reduce((sum, _, u) => sum + this.fairPenalty(u), 0);
  }

  eachMember(party: number, visit: (executive: number) => void): void {
    const { partyStart, memberOf } = this.problem;
    for (let k = partyStart[party]!; k < partyStart[party + 1]!; k++) visit(memberOf[k]!);
  }

  /** Moves a party without any check; penalties of cohorts are the caller's to renew. */
  move(party: number, seat: number): void {
    const now = this.seatOf[party]!;
    if (now !== UNPLACED) this.leave(party, now);
    this.seatOf[party] = seat;
    this.value += this.valueOf(party, seat) - this.valueOf(party, now);
    if (seat === UNPLACED) this.cohortOf[party] = this.problem.cohortCount;
    else this.enter(party, seat);
  }

  private leave(party: number, seat: number): void {
    const c = this.problem.seatCohort[seat]!;
    const last = this.listStart[c]! + --this.partiesIn[c]!;
    const moved = this.list[last]!;
    this.list[this.place[party]!] = moved;
    this.place[moved] = this.place[party]!;
    this.tally(party, c, -1);
    this.cost -= this.problem.seatCost[seat]!;
    if (this.size[c] === 0) this.cost -= this.problem.fixedCost[c]!;
  }

  private enter(party: number, seat: number): void {
    const c = this.problem.seatCohort[seat]!;
    if (this.size[c] === 0) this.cost += this.problem.fixedCost[c]!;
    this.cost += this.problem.seatCost[seat]!;
    const at = this.listStart[c]! + this.partiesIn[c]!++;
    this.list[at] = party;
    this.place[party] = at;
    this.cohortOf[party] = c;
    this.tally(party, c, 1);
  }

  private tally(party: number, c: number, sign: number): void {
    const { partyStart, memberOf } = this.problem;
    for (let k = partyStart[party]!; k < partyStart[party + 1]!; k++) this.tallyMember(memberOf[k]!, c, sign);
  }

  private tallyMember(i: number, c: number, sign: number): void {
    const { attributeCount, attributeValue, valueCount, meanLevel, reference, unit, unitCount } =
      this.problem;
    this.size[c]! += sign;
    for (let a = i * attributeCount; a < (i + 1) * attributeCount; a++) {
      const value = attributeValue[a]!;
      if (value >= 0) this.counts[c * valueCount + value]! += sign;
    }
    const difference = meanLevel[i]! - reference[c]!;
    if (!Number.isNaN(difference)) this.startSum[c]! += sign * difference;
    const u = unit[i]!;
    this.unitIn[c * unitCount + u]! += sign;
    const { week, weekStart, weekCount, fairWeight } = this.problem;
    for (let k = weekStart[c]!; k < weekStart[c + 1]!; k++) this.away[u * weekCount + week[k]!]! += sign;
    if (fairWeight > 0) this.fair -= this.fairPenalty(u);
    this.unitSeated[u]! += sign;
    if (fairWeight > 0) this.fair += this.fairPenalty(u);
  }

  private fairPenalty(u: number): number {
    const { fairWeight, fairLow, fairHigh } = this.problem;
    if (fairWeight === 0) return 0;
    const seated = this.unitSeated[u]!;
    if (seated < fairLow[u]!) return fairWeight * (fairLow[u]! - seated);
    return seated > fairHigh[u]! ? fairWeight * (seated - fairHigh[u]!) : 0;
  }

  /** Whether every rule but the budget, the minimum and duties holds for a party where it is now. */
  fits(party: number): boolean {
    const c = this.cohortOf[party]!;
    const { cohortCount, maxSeats, conflict, conflictStart, partyStart, memberOf } = this.problem;
    if (c === cohortCount) return true;
    if (this.open[c] === 0 || this.size[c]! > maxSeats[c]!) return false;
    for (let k = conflictStart[party]!; k < conflictStart[party + 1]!; k++)
      if (this.cohortOf[conflict[k]!] === c) return false;
    for (let k = partyStart[party]!; k < partyStart[party + 1]!; k++)
      if (!this.unitFits(this.problem.unit[memberOf[k]!]!, c)) return false;
    return true;
  }

  private unitFits(u: number, c: number): boolean {
    const { unitCount, maxPerUnit, absenceLimit, week, weekStart, weekCount } = this.problem;
    if (this.unitIn[c * unitCount + u]! > maxPerUnit) return false;
    for (let k = weekStart[c]!; k < weekStart[c + 1]!; k++)
      if (this.away[u * weekCount + week[k]!]! > absenceLimit[u]!) return false;
    return true;
  }

  /** The seat of a party in a cohort, or UNPLACED when it is not eligible or none is asked for. */
  seatIn(party: number, cohort: number): number {
    const { seatStart, seatCohort } = this.problem;
    let low = seatStart[party]!;
    let high = seatStart[party + 1]! - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const c = seatCohort[middle]!;
      if (c === cohort) return middle;
      if (c < cohort) low = middle + 1;
      else high = middle - 1;
    }
    return UNPLACED;
  }

  /** Closes a cohort and unseats who is in it. */
  close(c: number): void {
    while (this.partiesIn[c]! > 0) this.move(this.list[this.listStart[c]!]!, UNPLACED);
    this.open[c] = 0;
    this.penalty[c] = 0;
  }

  reopen(c: number): void {
    this.open[c] = 1;
    this.penalty[c] = penaltyOfCohort(this, c);
  }

  /** Takes over a plan and which cohorts are open. */
  load(seats: Int32Array, open: Uint8Array): void {
    this.open.set(open);
    for (let p = 0; p < seats.length; p++) if (this.seatOf[p] !== seats[p]) this.move(p, UNPLACED);
    for (let p = 0; p < seats.length; p++) if (this.seatOf[p] !== seats[p]) this.move(p, seats[p]!);
    this.refresh();
  }
}

/** More than a seat and what it changes can bring: so no shortage pays. */
function heaviest({ seatValue, unplacedValue, fairWeight, shares, notAlone }: CompiledProblem): number {
  let most = 0.1;
  for (const value of seatValue) most = Math.max(most, value);
  for (const value of unplacedValue) most = Math.max(most, -value);
  return [...shares, ...notAlone].reduce((sum, { weight }) => sum + weight, most + fairWeight);
}
