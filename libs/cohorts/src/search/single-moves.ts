import type { PlanState } from './plan-state.js';

/** What a change must bring to be kept. */
export interface Acceptance {
  /** Change of worth, budget's price taken off, that is still enough; usually below zero. */
  least: number;
  /** Points per unit of money. */
  price: number;
}

/** What became of a move that was tried. */
export const Tried = { Refused: 0, Kept: 1, TooDear: 2 } as const;
export type Tried = (typeof Tried)[keyof typeof Tried];

/**
 * The two commonest moves, of parties of one: to another cohort, and an exchange of two places. What they change is added
 * up without moving anybody; the cheapest tests come first, so that most are refused before a counter is looked at.
 */
export class SingleMoves {
  readonly acceptance: Acceptance = { least: 0, price: 0 };

  constructor(private readonly state: PlanState) {}

  /** @param to a cohort that is open to the party and not full, or none */
  relocate(p: number, to: number): Tried {
    const { state } = this;
    const { mix, problem } = state;
    const from = state.cohortOf[p]!;
    const cost = this.costOfMove(p, from, to);
    if (this.isTooDear(cost)) return Tried.TooDear;
    const { least, price } = this.acceptance;
    const i = problem.soloOf[p]!;
    let gain = state.valueOf(p, to) - state.valueOf(p, from) - price * cost;
    gain += mix.penalty[from]! + mix.penalty[to]! - this.fairOfMove(i, from, to);
    if (gain < least || !this.mayEnter(p, i, from, to)) return Tried.Refused;
    const fromAfter = from === state.none ? 0 : mix.afterLeave(from, i);
    gain -= fromAfter;
    if (gain < least) return Tried.Refused;
    const toAfter = to === state.none ? 0 : mix.afterJoin(to, i);
    if (gain - toAfter < least) return Tried.Refused;
    state.move(p, to);
    mix.penalty[from] = fromAfter;
    mix.penalty[to] = toAfter;
    return Tried.Kept;
  }

  private costOfMove(p: number, from: number, to: number): number {
    const { state } = this;
    const { fixedCost } = state.problem;
    let cost = state.costOf(p, to) - state.costOf(p, from);
    if (from !== state.none && state.size[from] === 1) cost -= fixedCost[from]!;
    if (to !== state.none && state.size[to] === 0) cost += fixedCost[to]!;
    return cost;
  }

  private isTooDear(cost: number): boolean {
    return cost > 0 && this.state.cost + cost > this.state.problem.budget;
  }

  private fairOfMove(i: number, from: number, to: number): number {
    if (from === this.state.none) return this.fairChange(i, 1);
    return to === this.state.none ? this.fairChange(i, -1) : 0;
  }

  /** Exchanges the places of two parties; the first may have none, the cohorts differ and are open to them. */
  swap(p: number, q: number): boolean {
    const { state } = this;
    const { problem, cohortOf, mix } = state;
    const [from, to] = [cohortOf[p]!, cohortOf[q]!];
    const cost = state.costOf(p, to) - state.costOf(p, from) + state.costOf(q, from) - state.costOf(q, to);
    if (this.isTooDear(cost)) return false;
    const { least, price } = this.acceptance;
    const [i, j] = [problem.soloOf[p]!, problem.soloOf[q]!];
    let gain = state.valueOf(p, to) - state.valueOf(p, from) + state.valueOf(q, from) - state.valueOf(q, to);
    gain += mix.penalty[from]! + mix.penalty[to]! - price * cost;
    if (from === state.none) gain -= this.fairOfSwap(i, j);
    if (gain < least || !this.mayExchange(p, q)) return false;
    const toAfter = mix.afterSwap(to, i, j);
    gain -= toAfter;
    if (gain < least) return false;
    const fromAfter = from === state.none ? 0 : mix.afterSwap(from, j, i);
    if (gain - fromAfter < least) return false;
    state.move(p, to);
    state.move(q, from);
    mix.penalty[from] = fromAfter;
    mix.penalty[to] = toAfter;
    return true;
  }

  /** One comes from nowhere for another who goes there. */
  private fairOfSwap(comes: number, goes: number): number {
    const { unit } = this.state.problem;
    return unit[comes] === unit[goes] ? 0 : this.fairChange(comes, 1) + this.fairChange(goes, -1);
  }

  private fairChange(i: number, sign: number): number {
    const { state } = this;
    if (state.problem.fairWeight === 0) return 0;
    const u = state.problem.unit[i]!;
    const seated = state.unitSeated[u]!;
    return state.fairPenalty(u, seated + sign) - state.fairPenalty(u, seated);
  }

  private mayEnter(p: number, i: number, from: number, to: number): boolean {
    if (to === this.state.none) return true;
    const { unit, unitCount, maxPerUnit } = this.state.problem;
    const u = unit[i]!;
    if (this.state.unitIn[to * unitCount + u]! >= maxPerUnit) return false;
    return this.mayBeAway(u, from, to) && this.meetsNobody(p, to, -1);
  }

  private mayExchange(p: number, q: number): boolean {
    const { state } = this;
    const { soloOf, unit, unitCount, maxPerUnit } = state.problem;
    const [from, to] = [state.cohortOf[p]!, state.cohortOf[q]!];
    const [u, w] = [unit[soloOf[p]!]!, unit[soloOf[q]!]!];
    if (u !== w) {
      if (state.unitIn[to * unitCount + u]! >= maxPerUnit || !this.mayBeAway(u, from, to)) return false;
      if (from !== state.none) {
        if (state.unitIn[from * unitCount + w]! >= maxPerUnit || !this.mayBeAway(w, to, from)) return false;
      }
    }
    return this.meetsNobody(p, to, q) && (from === state.none || this.meetsNobody(q, from, p));
  }

  /** Whether one more of the unit may be away in the weeks of a cohort, when they no longer are in those of another. */
  private mayBeAway(u: number, from: number, to: number): boolean {
    const { week, weekStart, weekCount, absenceLimit, meetsIn } = this.state.problem;
    const limit = absenceLimit[u]!;
    for (let k = weekStart[to]!, end = weekStart[to + 1]!; k < end; k++) {
      const w = week[k]!;
      if (this.state.away[u * weekCount + w]! < limit) continue;
      if (from === this.state.none || meetsIn[from * weekCount + w] === 0) return false;
    }
    return true;
  }

  private meetsNobody(p: number, cohort: number, but: number): boolean {
    const { conflict, conflictStart } = this.state.problem;
    for (let k = conflictStart[p]!, end = conflictStart[p + 1]!; k < end; k++) {
      const other = conflict[k]!;
      if (other !== but && this.state.cohortOf[other] === cohort) return false;
    }
    return true;
  }
}
