import type { CompiledProblem } from '../compile/compiled-problem.js';
import { Relaxation } from './relaxation.js';

export interface DualSearch {
  /** A value that the bound cannot go below; null: three percent below the best so far. */
  readonly target: number | null;
  /** Share of the direction before, 0..1. */
  readonly memory: number;
  readonly patience: number;
  /** Seats and budget only. */
  readonly weak: boolean;
}

const SHRINK = 0.7;
const SMALLEST_STEP = 1e-4;
/** Weight of one more solution in the running average of which cohorts run. */
const RUN_MEMORY = 0.02;
/** The budget's price moves for all at once: it hardly counts in the length of a direction. */
const BUDGET_IN_LENGTH = 1 / 30;

/**
 * Searches the prices with the lowest upper bound: a deflected subgradient with Polyak's step towards a target below.
 * Every bound it has seen is valid; the lowest is kept. Can be continued with a better target.
 *
 * Held, Wolfe & Crowder (1974), Validation of subgradient optimization; Camerini, Fratta & Maffioli (1975) for the
 * deflection. O(eligible pairs) a step.
 */
export class Dual {
  readonly relaxation: Relaxation;
  readonly best: Float64Array;
  /** By cohort: how often it ran of late, 0..1. */
  readonly running: Float64Array;
  bound = Infinity;
  private readonly point: Float64Array;
  private readonly direction: Float64Array;
  private search: DualSearch = { target: null, memory: 0, patience: 12, weak: true };
  private scale = 1;
  private stalled = 0;

  constructor(problem: CompiledProblem) {
    this.relaxation = new Relaxation(problem);
    const { length } = this.relaxation.layout;
    this.point = new Float64Array(length);
    this.best = new Float64Array(length);
    this.direction = new Float64Array(length);
    this.running = new Float64Array(problem.cohortCount).fill(1);
  }

  /** Price of the budget, in points per unit of money. */
  get budgetPrice(): number {
    return this.best[this.relaxation.layout.budget]!;
  }

  /** Starts stepping anew from the best prices. */
  start(search: DualSearch): void {
    this.search = search;
    this.scale = 1;
    this.stalled = 0;
    this.point.set(this.best);
    this.direction.fill(0);
  }

  /** @returns whether another step may still help */
  step(): boolean {
    const bound = this.relaxation.bound(this.point);
    this.note(bound);
    if (this.scale < SMALLEST_STEP) return false;
    const length = this.turn();
    if (length <= 0) return false;
    const goal = this.search.target ?? this.bound - 0.03 * Math.abs(this.bound);
    const distance = Math.max(bound - goal, Math.abs(this.bound) * 1e-5);
    this.walk((this.scale * distance) / length);
    return true;
  }

  private note(bound: number): void {
    const { runs } = this.relaxation;
    for (let c = 0; c < runs.length; c++)
      this.running[c]! += RUN_MEMORY * ((runs[c]! > 0 ? 1 : 0) - this.running[c]!);
    const clearly = bound < this.bound - 1e-6 * Math.abs(this.bound) || this.bound === Infinity;
    if (bound < this.bound) {
      this.bound = bound;
      this.best.set(this.point);
    }
    if (clearly) {
      this.stalled = 0;
      return;
    }
    if (++this.stalled < this.search.patience) return;
    this.stalled = 0;
    this.scale *= SHRINK;
    this.point.set(this.best);
  }

  /** The new direction without what would only leave the bounds; returns its squared length. */
  private turn(): number {
    const { point, direction, search } = this;
    const { layout, gradient } = this.relaxation;
    const { low, high, rate, length, budget } = layout;
    const free = search.weak ? layout.share : length;
    let sum = 0;
    for (let k = 0; k < length; k++) {
      if (k >= free && k !== budget) {
        direction[k] = 0;
        continue;
      }
      let d = gradient[k]! * (1 - search.memory) + direction[k]! * search.memory;
      if ((d > 0 && point[k]! <= low[k]!) || (d < 0 && point[k]! >= high[k]!)) d = 0;
      direction[k] = d;
      if (k !== budget) sum += d * d * rate[k]!;
    }
    return sum + direction[budget]! * direction[budget]! * rate[budget]! * BUDGET_IN_LENGTH;
  }

  private walk(step: number): void {
    const { point, direction } = this;
    const { low, high, rate } = this.relaxation.layout;
    for (let k = 0; k < point.length; k++) {
      if (direction[k] === 0) continue;
      const x = point[k]! - step * direction[k]! * rate[k]!;
      point[k] = x < low[k]! ? low[k]! : x > high[k]! ? high[k]! : x;
    }
  }
}
