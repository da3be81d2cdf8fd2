/** Sums that somebody was told: each row says for every group of people whether it is counted in; sizes, how many they are. */
export interface Told {
  readonly rows: readonly (readonly number[])[];
  readonly sizes: readonly number[];
}

const FEWEST = 5;

/**
 * Whether any sum or difference of what was told is one of one to four people: groups with fewer than five people together
 * whose removal takes rank away, so that something is left on them and on nobody else.
 */
export function singlesOut({ rows, sizes }: Told): boolean {
  const small = [...sizes.keys()].filter((at) => (sizes[at] ?? 0) > 0 && (sizes[at] ?? 0) < FEWEST);
  const whole = rankOf(rows);
  const sets = (from: number, left: number): number[][] =>
    small.slice(from).flatMap((at, i) => {
      const size = sizes[at] ?? 0;
      return size > left ? [] : [[at], ...sets(from + i + 1, left - size).map((rest) => [at, ...rest])];
    });
  return sets(0, FEWEST - 1).some((set) => {
    const others = rows.map((row) => row.filter((_, at) => !set.includes(at)));
    return rankOf(others) < whole;
  });
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row, i) => i >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (at < 0) continue;
    const [pivot = []] = left.splice(at, 1);
    left.splice(rank, 0, pivot);
    for (let i = rank + 1; i < left.length; i += 1) left[i] = lessOf(left[i] ?? [], pivot, column);
    rank += 1;
  }
  return rank;
}

/** A row less as much of another as leaves nothing in a column. */
function lessOf(row: readonly number[], pivot: readonly number[], column: number): number[] {
  const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
  return row.map((value, j) => value - factor * (pivot[j] ?? 0));
}
