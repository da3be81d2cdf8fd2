import { attributeOf } from '../document/problem.js';
import type { CohortProblem } from '../document/problem.js';
import type { CompiledNotAlone, CompiledShare } from './compiled-problem.js';
import { NO_LIMIT } from './compiled-problem.js';
import { wholeAbove, wholeBelow } from '../referee/tolerance.js';

/** Counters that a cohort keeps, and the preferences that look at them. */
export interface CompiledPreferences {
  readonly attributeCount: number;
  readonly attributeValue: Int32Array;
  readonly valueCount: number;
  readonly shares: readonly CompiledShare[];
  readonly notAlone: readonly CompiledNotAlone[];
}

interface Counters {
  readonly from: number;
  readonly places: ReadonlyMap<string, number>;
}

/** Gives each value of each attribute that a preference names a counter. */
export function compilePreferences(problem: CohortProblem): CompiledPreferences {
  const { shares, notAlone } = problem.preferences;
  const attributes = [...new Set([...shares, ...notAlone].map(({ attribute }) => attribute))];
  const counters = new Map<string, Counters>();
  let valueCount = 0;
  for (const attribute of attributes) {
    const places = new Map<string, number>();
    for (const executive of problem.executives) {
      const value = attributeOf(executive, attribute);
      if (value !== null && !places.has(value)) places.set(value, valueCount++);
    }
    // A value that a share names is counted even where nobody has it.
    for (const share of shares)
      if (share.attribute === attribute && share.value !== null && !places.has(share.value))
        places.set(share.value, valueCount++);
    counters.set(attribute, { from: valueCount - places.size, places });
  }
  const values = problem.executives.flatMap((executive) =>
    attributes.map((attribute) => {
      const value = attributeOf(executive, attribute);
      return value === null ? -1 : counters.get(attribute)!.places.get(value)!;
    }),
  );
  return {
    attributeCount: attributes.length,
    attributeValue: Int32Array.from(values),
    valueCount,
    shares: shares.map((share) => compileShare(problem, share, counters.get(share.attribute)!)),
    notAlone: notAlone.map(({ attribute, weight }) => ({ ...rangeOf(counters.get(attribute)!), weight })),
  };
}

const rangeOf = ({ from, places }: Counters): { readonly from: number; readonly to: number } => ({
  from,
  to: from + places.size,
});

function compileShare(
  problem: CohortProblem,
  share: CohortProblem['preferences']['shares'][number],
  counters: Counters,
): CompiledShare {
  const { attribute, value, min, max, weight } = share;
  const named = value === null ? null : counters.places.get(value)!;
  const most = problem.cohorts.reduce((seats, { maxSeats }) => Math.max(seats, maxSeats), 0);
  const byMembers = (figure: (members: number) => number): Int32Array =>
    Int32Array.from({ length: Math.min(most, problem.executives.length) + 1 }, (_, members) =>
      figure(members),
    );
  return {
    ...(named === null ? rangeOf(counters) : { from: named, to: named + 1 }),
    named: named !== null,
    weight,
    skipOneLevel: attribute === 'leadershipLevel',
    least: byMembers((members) => (min === null ? 0 : wholeBelow(min * members))),
    most: byMembers((members) => (max === null ? NO_LIMIT : wholeAbove(max * members))),
  };
}
