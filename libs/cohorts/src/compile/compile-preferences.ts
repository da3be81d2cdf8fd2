import { attributeOf } from '../document/problem.js';
import type { CohortProblem } from '../document/problem.js';
import { wholeAbove, wholeBelow } from '../referee/tolerance.js';
import { NO_LIMIT } from './compiled-problem.js';
import type { CompiledPreferences } from './compiled-problem.js';

type Share = CohortProblem['preferences']['shares'][number];

interface Counters {
  readonly from: number;
  readonly places: ReadonlyMap<string, number>;
}

/** Beyond its seats a cohort is filled in the midst of a chain only; what it costs then decides nothing. */
const BEYOND_SEATS = 8;

/** Gives each value of each attribute that a preference names a counter. */
export function compilePreferences(problem: CohortProblem): CompiledPreferences {
  const { shares, notAlone } = problem.preferences;
  const attributes = [...new Set([...shares, ...notAlone].map(({ attribute }) => attribute))];
  const { counters, valueCount } = countersOf(problem, attributes);
  const attributeValue = new Int32Array(problem.executives.length * attributes.length);
  problem.executives.forEach((executive, i) =>
    attributes.forEach((attribute, a) => {
      const value = attributeOf(executive, attribute);
      const counter = value === null ? -1 : counters.get(attribute)!.places.get(value)!;
      attributeValue[i * attributes.length + a] = counter;
    }),
  );
  const alone = new Float64Array(valueCount);
  for (const { attribute, weight } of notAlone) {
    const { from, places } = counters.get(attribute)!;
    for (let v = from; v < from + places.size; v++) alone[v]! += weight;
  }
  return {
    attributeCount: attributes.length,
    attributeValue,
    valueCount,
    alone,
    ...cellsOf(shares, counters, valueCount),
    ...limitsOf(problem, shares),
  };
}

function countersOf(
  problem: CohortProblem,
  attributes: readonly string[],
): { readonly counters: ReadonlyMap<string, Counters>; readonly valueCount: number } {
  const counters = new Map<string, Counters>();
  let valueCount = 0;
  for (const attribute of attributes) {
    const places = new Map<string, number>();
    const add = (value: string | null): void => {
      if (value !== null && !places.has(value)) places.set(value, valueCount++);
    };
    for (const executive of problem.executives) add(attributeOf(executive, attribute));
    // A value that a share names is counted even where nobody has it.
    for (const share of problem.preferences.shares) if (share.attribute === attribute) add(share.value);
    counters.set(attribute, { from: valueCount - places.size, places });
  }
  return { counters, valueCount };
}

/** Which shares look at which counter, once for cohorts of several levels and once for those of one. */
function cellsOf(
  shares: readonly Share[],
  counters: ReadonlyMap<string, Counters>,
  valueCount: number,
): Pick<CompiledPreferences, 'cellStart' | 'cellShare'> {
  const cells = Array.from({ length: 2 * valueCount }, (): number[] => []);
  shares.forEach(({ attribute, value }, s) => {
    const { from, places } = counters.get(attribute)!;
    const first = value === null ? from : places.get(value)!;
    const end = value === null ? from + places.size : first + 1;
    for (let v = first; v < end; v++) {
      cells[v]!.push(s);
      if (attribute !== 'leadershipLevel') cells[v + valueCount]!.push(s);
    }
  });
  const cellStart = new Int32Array(cells.length + 1);
  cells.forEach((list, v) => (cellStart[v + 1] = cellStart[v]! + list.length));
  return { cellStart, cellShare: Int32Array.from(cells.flat()) };
}

function limitsOf(
  problem: CohortProblem,
  shares: readonly Share[],
): Omit<
  CompiledPreferences,
  'attributeCount' | 'attributeValue' | 'valueCount' | 'alone' | 'cellStart' | 'cellShare'
> {
  const seats = problem.cohorts.reduce((most, { maxSeats }) => Math.max(most, maxSeats), 0);
  const sizeLimit = Math.min(seats, problem.executives.length) + BEYOND_SEATS;
  const least = new Int32Array(shares.length * sizeLimit);
  const most = new Int32Array(shares.length * sizeLimit);
  shares.forEach(({ min, max }, s) => {
    for (let n = 0; n < sizeLimit; n++) {
      least[s * sizeLimit + n] = min === null ? 0 : wholeBelow(min * n);
      most[s * sizeLimit + n] = max === null ? NO_LIMIT : wholeAbove(max * n);
    }
  });
  return {
    shareCount: shares.length,
    shareWeight: Float64Array.from(shares, ({ weight }) => weight),
    shareNamed: Uint8Array.from(shares, ({ value }) => (value === null ? 0 : 1)),
    sizeLimit,
    least,
    most,
  };
}
