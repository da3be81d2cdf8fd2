/**
 * What somebody can work out who writes every figure they were shown as an equation over the answers behind it. Answers
 * are whole levels 1..5, so a sum of n answers is a whole number n..5n; all sums that fulfil every equation are tried.
 */

/** Answers that no figure tells apart: of one group about one subject and capability, or a part that came later. */
export interface Cell {
  readonly id: string;
  /** How many answers; the one who asks is taken to know. */
  readonly size: number;
  /** The truth, for the exception: if all of a released group say the same, that shows, as raters are told. */
  readonly levels: readonly number[];
  /** Which released group or pool it is shown in; null: it is not to be shown. */
  readonly shownIn: string | null;
}

/** Σ coefficient × (sum of the answers of a cell) = value. */
export interface Equation {
  readonly terms: ReadonlyMap<string, number>;
  readonly value: number;
}

export interface Leak {
  readonly cell: string;
  readonly what: 'SINGLE_ANSWER' | 'MEAN_OF_UNRELEASED_GROUP' | 'FIGURE_OF_HELD_BACK_ANSWERS';
}

const TOLERANCE = 1e-7;
const FEWEST = 3;

/** @returns everything that the equations give away and must not */
export function leaksIn(cells: readonly Cell[], equations: readonly Equation[]): Leak[] {
  return componentsOf(cells, equations).flatMap(({ members, over }) => {
    const feasible = feasibleSums(members, over);
    // No answers at all make these figures of the released ones: something else is in them.
    if (feasible.some((sums) => sums.size === 0))
      return members.map((cell): Leak => ({ cell: cell.id, what: 'FIGURE_OF_HELD_BACK_ANSWERS' }));
    return members.flatMap((cell, i) => leaksOf(cell, feasible[i] ?? new Set(), cells));
  });
}

function leaksOf(cell: Cell, sums: ReadonlySet<number>, all: readonly Cell[]): Leak[] {
  if (sums.size > 1 || isUnanimousRelease(cell, all)) return [];
  const [sum = 0] = sums;
  const isExtreme = sum === cell.size || sum === 5 * cell.size;
  const leaks: Leak[] = [];
  if (cell.size === 1 || isExtreme) leaks.push({ cell: cell.id, what: 'SINGLE_ANSWER' });
  const alone = all.filter(({ shownIn }) => shownIn !== null && shownIn === cell.shownIn).length === 1;
  const mayShow = cell.shownIn !== null && alone && cell.size >= FEWEST;
  if (!mayShow) leaks.push({ cell: cell.id, what: 'MEAN_OF_UNRELEASED_GROUP' });
  return leaks;
}

/** All raters shown together, at least three of them, gave one answer. */
function isUnanimousRelease({ shownIn }: Cell, all: readonly Cell[]): boolean {
  if (shownIn === null) return false;
  const levels = all.filter((cell) => cell.shownIn === shownIn).flatMap((cell) => cell.levels);
  return levels.length >= FEWEST && new Set(levels).size === 1;
}

interface Component {
  readonly members: readonly Cell[];
  readonly over: readonly Equation[];
}

function componentsOf(cells: readonly Cell[], equations: readonly Equation[]): Component[] {
  const left = new Map(cells.map((cell) => [cell.id, cell]));
  const components: Component[] = [];
  for (const first of cells) {
    if (!left.has(first.id)) continue;
    const ids = new Set([first.id]);
    for (let before = 0; before < ids.size;) {
      before = ids.size;
      for (const { terms } of equations)
        if ([...terms.keys()].some((id) => ids.has(id))) for (const id of terms.keys()) ids.add(id);
    }
    components.push({
      members: cells.filter(({ id }) => ids.has(id)),
      over: equations.filter(({ terms }) => [...terms.keys()].some((id) => ids.has(id))),
    });
    for (const id of ids) left.delete(id);
  }
  return components;
}

/** For each cell the sums it has in at least one solution. */
function feasibleSums(cells: readonly Cell[], equations: readonly Equation[]): Set<number>[] {
  const found = cells.map(() => new Set<number>());
  const sums: number[] = [];
  const place = new Map(cells.map(({ id }, i) => [id, i]));
  /** Which equations are whole once so many cells have a sum. */
  const whole = cells.map((_, i) =>
    equations.filter(({ terms }) => Math.max(...[...terms.keys()].map((id) => place.get(id) ?? 0)) === i),
  );
  const holds = ({ terms, value }: Equation): boolean => {
    let sum = 0;
    for (const [id, coefficient] of terms) sum += coefficient * (sums[place.get(id) ?? 0] ?? 0);
    return Math.abs(sum - value) < TOLERANCE;
  };
  const choose = (i: number): void => {
    const cell = cells[i];
    if (!cell) {
      for (const [at, sum] of sums.entries()) found[at]?.add(sum);
      return;
    }
    for (let sum = cell.size; sum <= 5 * cell.size; sum += 1) {
      sums[i] = sum;
      if ((whole[i] ?? []).every(holds)) choose(i + 1);
    }
    sums.length = i;
  };
  choose(0);
  return found;
}

/**
 * Which people's own figure follows from sums over populations: those whose unit vector lies in the span of the
 * populations shown. Figures of people are taken as any real numbers, and the sums as exact.
 */
export function peopleDetermined(populations: readonly (readonly string[])[]): string[] {
  const people = [...new Set(populations.flat())];
  const rows = populations.map((members) => people.map((person) => (members.includes(person) ? 1 : 0)));
  const rank = rankOf(rows);
  return people.filter((_, i) => rankOf([...rows, people.map((__, j) => (i === j ? 1 : 0))]) === rank);
}

const isZero = (value: number): boolean => Math.abs(value) < TOLERANCE;

function rankOf(rows: readonly (readonly number[])[]): number {
  const basis: { readonly lead: number; readonly row: readonly number[] }[] = [];
  for (const row of rows) {
    let rest = row;
    for (const { lead, row: base } of basis) {
      const factor = (rest[lead] ?? 0) / (base[lead] ?? 1);
      rest = rest.map((value, j) => value - factor * (base[j] ?? 0));
    }
    const lead = rest.findIndex((value) => !isZero(value));
    if (lead >= 0) basis.push({ lead, row: rest });
  }
  return basis.length;
}
