import type { CompiledProblem, CompiledShare } from '../compile/compiled-problem.js';

/** One bound of a share on one counter: at most (or, where a value is named, at least) so many members have it. */
export interface ShareCell {
  readonly share: CompiledShare;
  readonly value: number;
  readonly atLeast: boolean;
}

export function shareCellsOf({ shares }: CompiledProblem): readonly ShareCell[] {
  return shares.flatMap((share) => {
    const values = Array.from({ length: share.to - share.from }, (_, k) => share.from + k);
    const bounds = share.named ? [false, true] : [false];
    return values.flatMap((value) => bounds.map((atLeast) => ({ share, value, atLeast })));
  });
}

/** A point of the dual, its subgradient or a direction: one number for each relaxed rule or preference. */
export interface Multipliers {
  /** By cohort: the price of a seat. */
  readonly seat: Float64Array;
  /** By cohort and share cell. */
  readonly share: Float64Array;
  /** By cohort: similar start. */
  readonly start: Float64Array;
  /** By cohort and unit: the limit of a unit in a cohort; empty where there is none. */
  readonly unitLimit: Float64Array;
  /** By unit: fair seats. */
  readonly fair: Float64Array;
  /** One number: the budget, per typical cost of a seat. */
  readonly budget: Float64Array;
}

const PARTS = ['seat', 'share', 'start', 'unitLimit', 'fair', 'budget'] as const;

export function zeroMultipliers(problem: CompiledProblem, cells: number): Multipliers {
  const { cohortCount, unitCount, maxPerUnit, executiveCount } = problem;
  return {
    seat: new Float64Array(cohortCount),
    share: new Float64Array(cohortCount * cells),
    start: new Float64Array(cohortCount),
    unitLimit: new Float64Array(maxPerUnit < executiveCount ? cohortCount * unitCount : 0),
    fair: new Float64Array(unitCount),
    budget: new Float64Array(1),
  };
}

export function copyInto(to: Multipliers, from: Multipliers): void {
  for (const part of PARTS) to[part].set(from[part]);
}

export function clear(multipliers: Multipliers): void {
  for (const part of PARTS) multipliers[part].fill(0);
}

/** direction = (1 − memory) · gradient + memory · direction */
export function deflect(direction: Multipliers, gradient: Multipliers, memory: number): void {
  for (const part of PARTS) {
    const [to, from] = [direction[part], gradient[part]];
    for (let k = 0; k < to.length; k++) to[k] = (1 - memory) * from[k]! + memory * to[k]!;
  }
}

export function squaredLength(multipliers: Multipliers): number {
  let sum = 0;
  for (const part of PARTS) for (const value of multipliers[part]) sum += value * value;
  return sum;
}

/** Steps against the direction. */
export function step(point: Multipliers, direction: Multipliers, length: number): void {
  for (const part of PARTS) {
    const [to, by] = [point[part], direction[part]];
    for (let k = 0; k < to.length; k++) to[k]! -= length * by[k]!;
  }
}
