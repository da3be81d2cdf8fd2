import { NO_LIMIT } from '../compile/compiled-problem.js';
import type { CompiledProblem } from '../compile/compiled-problem.js';
import { MipBuilder } from './mip-model.js';
import type { MipModel } from './mip-model.js';
import { addMix } from './exact-mix.js';

/** The problem as a mixed-integer program, and how a solution reads as a plan. */
export interface ExactModel {
  readonly model: MipModel;
  /** Cohort by party; the number of cohorts: none. */
  readonly cohortsOf: (solution: Float64Array) => Int32Array;
}

/** The places of columns. */
export interface Columns {
  /** By eligible pair, in the order of `openTo`. */
  readonly pair: Int32Array;
  /** By cohort: a column for each number of members that it may have, fewest first. */
  readonly sizes: readonly (readonly SizeColumn[])[];
  /** By cohort: the pairs that lead to it, as [party, pair]. */
  readonly pairsOf: readonly (readonly (readonly [number, number])[])[];
}

interface SizeColumn {
  readonly column: number;
  readonly members: number;
}

/**
 * Everything that the evaluator knows as a mixed-integer program: a binary for each eligible pair of party and cohort, one
 * for each number of members of a cohort (so that ⌊ ⌋ and ⌈ ⌉ are constants), penalties as amounts.
 */
export function exactModelOf(problem: CompiledProblem): ExactModel {
  const builder = new MipBuilder();
  const columns = addColumns(builder, problem);
  addSeats(builder, problem, columns);
  addUnitLimits(builder, problem, columns);
  addConflicts(builder, problem, columns);
  addBudget(builder, problem, columns);
  addFairSeats(builder, problem, columns);
  for (let c = 0; c < problem.cohortCount; c++) addMix(builder, problem, columns, c);
  const { partyCount, cohortCount, openStart, openTo } = problem;
  return {
    model: builder.build(),
    cohortsOf: (solution) => {
      const cohorts = new Int32Array(partyCount).fill(cohortCount);
      for (let p = 0; p < partyCount; p++)
        for (let k = openStart[p]!; k < openStart[p + 1]!; k++)
          if (solution[columns.pair[k]!]! > 0.5) cohorts[p] = openTo[k]!;
      return cohorts;
    },
  };
}

const membersOf = ({ partyStart }: CompiledProblem, p: number): number => partyStart[p + 1]! - partyStart[p]!;

/** Points of a seat beyond those of having none. */
function worthOf(problem: CompiledProblem, p: number, c: number): number {
  const { partyStart, memberOf, previous, stability, programValue, programCount, programOf } = problem;
  let worth = programValue[p * programCount + programOf[c]!]!;
  for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++)
    if (previous[memberOf[k]!] === c) worth += stability;
  return worth;
}

function addColumns(builder: MipBuilder, problem: CompiledProblem): Columns {
  const { partyCount, cohortCount, openStart, openTo, lockedInto, previous, stability } = problem;
  const { minSeats, maxSeats } = problem;
  const pair = new Int32Array(openTo.length);
  const pairsOf = Array.from({ length: cohortCount }, (): (readonly [number, number])[] => []);
  for (let p = 0; p < partyCount; p++)
    for (let k = openStart[p]!; k < openStart[p + 1]!; k++) {
      const c = openTo[k]!;
      pair[k] = builder.binary(worthOf(problem, p, c));
      if (lockedInto[p]! >= 0) builder.fix(pair[k]!, lockedInto[p] === c ? 1 : 0);
      pairsOf[c]!.push([p, k]);
    }
  for (const before of previous) if (before >= 0) builder.offset -= stability;
  const sizes = Array.from({ length: cohortCount }, (_, c) => {
    const fewest = Math.max(1, minSeats[c]!);
    return Array.from({ length: Math.max(0, maxSeats[c]! - fewest + 1) }, (_n, k): SizeColumn => ({
      column: builder.binary(0),
      members: fewest + k,
    }));
  });
  return { pair, sizes, pairsOf };
}

/** Each party at most one seat; each cohort as many members as one of its sizes says. */
function addSeats(builder: MipBuilder, problem: CompiledProblem, { pair, sizes, pairsOf }: Columns): void {
  const { partyCount, cohortCount, openStart, mandatory, mustRun } = problem;
  for (let p = 0; p < partyCount; p++) {
    for (let k = openStart[p]!; k < openStart[p + 1]!; k++) builder.term(pair[k]!, 1);
    if (mandatory[p] === 1 || builder.openTerms > 0) builder.close(mandatory[p]!, 1);
  }
  for (let c = 0; c < cohortCount; c++) {
    for (const { column } of sizes[c]!) builder.term(column, 1);
    builder.close(mustRun[c]!, 1);
    for (const [p, k] of pairsOf[c]!) builder.term(pair[k]!, membersOf(problem, p));
    for (const { column, members } of sizes[c]!) builder.term(column, -members);
    builder.close(0, 0);
  }
}

/** Executives of a unit in a cohort, and away in a week. */
function addUnitLimits(builder: MipBuilder, problem: CompiledProblem, columns: Columns): void {
  const { cohortCount, unitCount, maxPerUnit, absenceLimit, weekCount, meetsIn } = problem;
  const membersIn = (c: number, u: number): void => {
    for (const [p, k] of columns.pairsOf[c]!) {
      const count = inUnit(problem, p, u);
      if (count > 0) builder.term(columns.pair[k]!, count);
    }
  };
  for (let u = 0; u < unitCount; u++) {
    for (let c = 0; c < cohortCount; c++) {
      membersIn(c, u);
      if (builder.openTerms <= maxPerUnit) {
        builder.drop();
        continue;
      }
      for (const { column } of columns.sizes[c]!) builder.term(column, -maxPerUnit);
      builder.close(-Infinity, 0);
    }
    for (let w = 0; w < weekCount; w++) {
      for (let c = 0; c < cohortCount; c++) if (meetsIn[c * weekCount + w] === 1) membersIn(c, u);
      if (builder.openTerms > absenceLimit[u]!) builder.close(-Infinity, absenceLimit[u]!);
      else builder.drop();
    }
  }
}

function inUnit({ partyStart, memberOf, unit }: CompiledProblem, p: number, u: number): number {
  let count = 0;
  for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++) if (unit[memberOf[k]!] === u) count++;
  return count;
}

function addConflicts(
  builder: MipBuilder,
  problem: CompiledProblem,
  { pair, sizes, pairsOf }: Columns,
): void {
  const { cohortCount, conflict, conflictStart } = problem;
  for (let c = 0; c < cohortCount; c++) {
    const columnOf = new Map(pairsOf[c]!.map(([p, k]) => [p, pair[k]!]));
    for (const [p, column] of columnOf)
      for (let k = conflictStart[p]!; k < conflictStart[p + 1]!; k++) {
        const other = columnOf.get(conflict[k]!);
        if (other === undefined || conflict[k]! < p) continue;
        builder.term(column, 1);
        builder.term(other, 1);
        for (const size of sizes[c]!) builder.term(size.column, -1);
        builder.close(-Infinity, 0);
      }
  }
}

function addBudget(builder: MipBuilder, problem: CompiledProblem, { pair, sizes, pairsOf }: Columns): void {
  const { budget, cohortCount, fixedCost, costFrom, locationCount, location, partyStart, memberOf } = problem;
  if (budget >= NO_LIMIT * NO_LIMIT) return;
  for (let c = 0; c < cohortCount; c++) {
    for (const [p, k] of pairsOf[c]!) {
      let cost = 0;
      for (let m = partyStart[p]!; m < partyStart[p + 1]!; m++)
        cost += costFrom[c * locationCount + location[memberOf[m]!]!]!;
      builder.term(pair[k]!, cost);
    }
    for (const { column } of sizes[c]!) builder.term(column, fixedCost[c]!);
  }
  builder.close(-Infinity, budget);
}

function addFairSeats(builder: MipBuilder, problem: CompiledProblem, { pair, pairsOf }: Columns): void {
  const { unitCount, fairWeight, fairLow, fairHigh } = problem;
  if (fairWeight === 0) return;
  for (let u = 0; u < unitCount; u++) {
    const seats: (readonly [number, number])[] = pairsOf.flatMap((pairs) =>
      pairs.flatMap(([p, k]): (readonly [number, number])[] => {
        const count = inUnit(problem, p, u);
        return count > 0 ? [[pair[k]!, count]] : [];
      }),
    );
    for (const [column, count] of seats) builder.term(column, count);
    builder.term(builder.amount(-fairWeight), 1);
    builder.close(fairLow[u]!, Infinity);
    for (const [column, count] of seats) builder.term(column, count);
    builder.term(builder.amount(-fairWeight), -1);
    builder.close(-Infinity, fairHigh[u]!);
  }
}
