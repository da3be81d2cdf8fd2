import { NO_LIMIT } from '../compile/compiled-problem.js';
import type { CompiledProblem } from '../compile/compiled-problem.js';

/** One side of a share on one counter: at most (or, where a value is named, at least) so many members have it. */
interface ShareCell {
  readonly counter: number;
  readonly share: number;
  readonly atLeast: boolean;
}

/**
 * Where the prices of relaxed rules and preferences stand in one list, between which bounds the value is an upper bound,
 * and how fast each may move.
 */
export interface PriceLayout {
  readonly length: number;
  readonly cells: readonly ShareCell[];
  /** First of the prices by kind; seats begin at 0, one by cohort. */
  readonly share: number;
  readonly start: number;
  /** By cohort and unit; `unitLimits` is false where no limit binds. */
  readonly unitLimit: number;
  readonly unitLimits: boolean;
  /** By unit and week. */
  readonly absence: number;
  readonly absences: boolean;
  readonly fair: number;
  readonly budget: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Squared scale of each: a gradient's share in a step. */
  readonly rate: Float64Array;
}

/** A level more or less of a start moves many members at once; money comes in sums of seats. Found by trying. */
const START_RATE = 0.25;
const BUDGET_RATE = 0.016;

export function priceLayoutOf(problem: CompiledProblem): PriceLayout {
  const { cohortCount, unitCount, weekCount, maxPerUnit, executiveCount, absenceLimit, budget } = problem;
  const cells = shareCellsOf(problem);
  const unitLimits = maxPerUnit < executiveCount;
  const absences = absenceLimit.some((limit) => limit < executiveCount);
  const share = cohortCount;
  const start = share + cohortCount * cells.length;
  const unitLimit = start + cohortCount;
  const absence = unitLimit + (unitLimits ? cohortCount * unitCount : 0);
  const fair = absence + (absences ? unitCount * weekCount : 0);
  const length = fair + unitCount + 1;
  const low = new Float64Array(length);
  const high = new Float64Array(length);
  const rate = new Float64Array(length).fill(1);
  low.fill(-Infinity, 0, cohortCount);
  high.fill(Infinity, 0, cohortCount);
  for (let c = 0; c < cohortCount; c++) {
    cells.forEach((cell, k) => (high[share + c * cells.length + k] = mostOf(problem, cell, c)));
    low[start + c] = -problem.startWeight[c]!;
    high[start + c] = problem.startWeight[c]!;
  }
  rate.fill(START_RATE, start, unitLimit);
  high.fill(Infinity, unitLimit, fair);
  low.fill(-problem.fairWeight, fair, fair + unitCount);
  high.fill(problem.fairWeight, fair, fair + unitCount);
  const money = typicalCost(problem);
  high[length - 1] = budget < NO_LIMIT * NO_LIMIT ? Infinity : 0;
  rate[length - 1] = BUDGET_RATE / (money * money);
  return {
    length,
    cells,
    share,
    start,
    unitLimit,
    unitLimits,
    absence,
    absences,
    fair,
    budget: length - 1,
    low,
    high,
    rate,
  };
}

function shareCellsOf({
  valueCount,
  cellStart,
  cellShare,
  shareNamed,
}: CompiledProblem): readonly ShareCell[] {
  const cells: ShareCell[] = [];
  for (let v = 0; v < valueCount; v++)
    for (let e = cellStart[v]!; e < cellStart[v + 1]!; e++) {
      const share = cellShare[e]!;
      cells.push({ counter: v, share, atLeast: false });
      if (shareNamed[share] === 1) cells.push({ counter: v, share, atLeast: true });
    }
  return cells;
}

/** A price is never more than the weight; 0 where the share does not count. */
function mostOf(problem: CompiledProblem, { counter, share, atLeast }: ShareCell, c: number): number {
  const { oneLevel, valueCount, cellStart, cellShare, shareWeight, sizeLimit, most } = problem;
  const cell = counter + oneLevel[c]! * valueCount;
  const counts = cellShare.subarray(cellStart[cell], cellStart[cell + 1]).includes(share);
  if (!counts || (!atLeast && most[share * sizeLimit]! >= NO_LIMIT)) return 0;
  return shareWeight[share]!;
}

function typicalCost({ costFrom }: CompiledProblem): number {
  let sum = 0;
  for (const cost of costFrom) sum += cost;
  return costFrom.length === 0 || sum === 0 ? 1 : sum / costFrom.length;
}
