import type { CompiledProblem } from '../compile/compiled-problem.js';
import { copyInto, deflect, squaredLength, step, zeroMultipliers } from './multipliers.js';
import type { Multipliers } from './multipliers.js';
import { Relaxation } from './relaxation.js';

const MEMORY = 0.6;
const PATIENCE = 20;
const SHRINK = 0.7;
const RESTART_SCALE = 0.3;
const SMALLEST_STEP = 1e-4;
/** Weight of one more solution in the running average of which cohorts run. */
const RUN_MEMORY = 0.02;

/**
 * Searches the prices with the lowest upper bound: a deflected subgradient with Polyak's step towards a target below.
 * Every bound it has seen is valid; the lowest is kept. Can be continued with a better target.
 *
 * Held, Wolfe & Crowder (1974), Validation of subgradient optimization; Camerini, Fratta & Maffioli (1975) for the
 * deflection. O(seats × members' attributes) a step.
 */
export class Dual {
  readonly relaxation: Relaxation;
  readonly best: Multipliers;
  /** By cohort: how often it ran of late, 0..1. */
  readonly running: Float64Array;
  bound = Infinity;
  private readonly point: Multipliers;
  private readonly direction: Multipliers;
  private scale = 1;
  /** The direction begins with the gradient alone: a fraction of it would make the first step too long. */
  private fresh = true;
  private stalled = 0;

  constructor(problem: CompiledProblem) {
    this.relaxation = new Relaxation(problem);
    const cells = this.relaxation.cells.length;
    this.point = zeroMultipliers(problem, cells);
    this.best = zeroMultipliers(problem, cells);
    this.direction = zeroMultipliers(problem, cells);
    this.running = new Float64Array(problem.cohortCount).fill(1);
  }

  /** Starts stepping anew from the best prices, in longer steps. */
  restart(): void {
    this.scale = RESTART_SCALE;
    this.stalled = 0;
    copyInto(this.point, this.best);
    this.fresh = true;
  }

  /**
   * @param target a value below the lowest bound; null: three percent below the best so far
   * @returns whether another step may still help
   */
  step(target: number | null): boolean {
    const bound = this.relaxation.bound(this.point);
    this.note(bound);
    deflect(this.direction, this.relaxation.gradient, this.fresh ? 0 : MEMORY);
    this.fresh = false;
    this.relaxation.keepDirection(this.direction, this.point);
    const length = squaredLength(this.direction);
    if (length === 0 || this.scale < SMALLEST_STEP) return false;
    const goal = target ?? this.bound - 0.03 * Math.abs(this.bound) - 1e-6;
    const distance = Math.max(bound - goal, Math.abs(this.bound) * 1e-5);
    step(this.point, this.direction, (this.scale * distance) / length);
    this.relaxation.keepInBox(this.point);
    return true;
  }

  private note(bound: number): void {
    const { runs } = this.relaxation;
    for (let c = 0; c < runs.length; c++) this.running[c]! += RUN_MEMORY * (runs[c]! - this.running[c]!);
    const better = bound < this.bound;
    this.stalled = bound < this.bound - 1e-6 * Math.abs(this.bound) ? 0 : this.stalled + 1;
    if (better || this.bound === Infinity) {
      this.bound = bound;
      copyInto(this.best, this.point);
    }
    if (this.stalled < PATIENCE) return;
    this.stalled = 0;
    this.scale *= SHRINK;
    this.fresh = true;
    copyInto(this.point, this.best);
  }
}
