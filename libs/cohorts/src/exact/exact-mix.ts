import { NO_LIMIT } from '../compile/compiled-problem.js';
import type { CompiledProblem } from '../compile/compiled-problem.js';
import type { Columns } from './exact-model.js';
import type { MipBuilder } from './mip-model.js';

/** Columns and rows of what one cohort pays for its mix: shares, being alone, similar start. */
export function addMix(builder: MipBuilder, problem: CompiledProblem, columns: Columns, c: number): void {
  const { valueCount, cellStart, cellShare, oneLevel, alone } = problem;
  for (let v = 0; v < valueCount; v++) {
    const members = membersWith(problem, columns, c, v);
    const cell = v + oneLevel[c]! * valueCount;
    for (let e = cellStart[cell]!; e < cellStart[cell + 1]!; e++)
      addShare({ builder, problem, columns, c }, cellShare[e]!, members);
    if (alone[v]! > 0 && members.length > 0) addAlone({ builder, problem, columns, c }, alone[v]!, members);
  }
  addStart({ builder, problem, columns, c });
}

interface Place {
  readonly builder: MipBuilder;
  readonly problem: CompiledProblem;
  readonly columns: Columns;
  readonly c: number;
}

/** A column and how many members with a value it brings. */
type Member = readonly [number, number];

function membersWith(
  problem: CompiledProblem,
  { pair, pairsOf }: Columns,
  c: number,
  v: number,
): readonly Member[] {
  const { partyStart, memberOf, attributeCount, attributeValue } = problem;
  return pairsOf[c]!.flatMap(([p, k]): readonly Member[] => {
    let count = 0;
    for (let m = partyStart[p]!; m < partyStart[p + 1]!; m++)
      for (let a = 0; a < attributeCount; a++)
        if (attributeValue[memberOf[m]! * attributeCount + a] === v) count++;
    return count > 0 ? [[pair[k]!, count]] : [];
  });
}

function addShare({ builder, problem, columns, c }: Place, s: number, members: readonly Member[]): void {
  const { shareWeight, shareNamed, sizeLimit, least, most } = problem;
  const limits = (limit: Int32Array): void => {
    for (const { column, members: n } of columns.sizes[c]!) {
      const value = limit[s * sizeLimit + n]!;
      if (value !== 0) builder.term(column, -value);
    }
  };
  if (most[s * sizeLimit]! < NO_LIMIT && members.length > 0) {
    for (const [column, count] of members) builder.term(column, count);
    limits(most);
    builder.term(builder.amount(-shareWeight[s]!), -1);
    builder.close(-Infinity, 0);
  }
  if (!columns.sizes[c]!.some(({ members: n }) => least[s * sizeLimit + n]! > 0)) return;
  const short = builder.amount(-shareWeight[s]!);
  if (shareNamed[s] === 1) {
    for (const [column, count] of members) builder.term(column, count);
    limits(least);
    builder.term(short, 1);
    builder.close(0, Infinity);
  } else addShortageOfPresent({ builder, problem, columns, c }, { s, short }, members);
}

/** A value that nobody has is no shortage: the row binds only where a binary says that somebody has it. */
function addShortageOfPresent(
  { builder, problem, columns, c }: Place,
  { s, short }: { readonly s: number; readonly short: number },
  members: readonly Member[],
): void {
  if (members.length === 0) return;
  const { sizeLimit, least, maxSeats } = problem;
  const largest = Math.max(...columns.sizes[c]!.map(({ members: n }) => least[s * sizeLimit + n]!));
  const present = addPresence(builder, members, maxSeats[c]!);
  for (const [column, count] of members) builder.term(column, count);
  for (const { column, members: n } of columns.sizes[c]!) builder.term(column, -least[s * sizeLimit + n]!);
  builder.term(short, 1);
  builder.term(present, -largest);
  builder.close(-largest, Infinity);
}

/** A binary that is 1 where somebody of the members sits in the cohort. */
function addPresence(builder: MipBuilder, members: readonly Member[], seats: number): number {
  const present = builder.binary(0);
  const most = Math.min(
    seats,
    members.reduce((sum, [, count]) => sum + count, 0),
  );
  for (const [column, count] of members) builder.term(column, count);
  builder.term(present, -most);
  builder.close(-Infinity, 0);
  return present;
}

function addAlone({ builder, problem, c }: Place, weight: number, members: readonly Member[]): void {
  const present = addPresence(builder, members, problem.maxSeats[c]!);
  for (const [column, count] of members) builder.term(column, count);
  builder.term(present, -2);
  builder.term(builder.amount(-weight), 1);
  builder.close(0, Infinity);
}

function addStart({ builder, problem, columns, c }: Place): void {
  const { startWeight, startTolerance } = problem;
  if (startWeight[c] === 0) return;
  const beyond = builder.amount(-startWeight[c]!);
  for (const sign of [1, -1]) {
    for (const [p, k] of columns.pairsOf[c]!) {
      const difference = differenceOf(problem, p, c);
      if (difference !== 0) builder.term(columns.pair[k]!, sign * difference);
    }
    for (const { column, members } of columns.sizes[c]!) builder.term(column, -startTolerance * members);
    builder.term(beyond, -1);
    builder.close(-Infinity, 0);
  }
}

function differenceOf(problem: CompiledProblem, p: number, c: number): number {
  const { partyStart, memberOf, meanLevel, reference } = problem;
  let sum = 0;
  for (let k = partyStart[p]!; k < partyStart[p + 1]!; k++) {
    const level = meanLevel[memberOf[k]!]!;
    if (!Number.isNaN(level)) sum += level - reference[c]!;
  }
  return sum;
}
