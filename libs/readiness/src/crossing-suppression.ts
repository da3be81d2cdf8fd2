import { MINIMUM_POPULATION, populationsNextWithin } from './population-suppression.js';
import type { NestedPopulation } from './population-suppression.js';

/** One of the populations that divide the same people in another way, e.g. a leadership level beside units. */
export interface CrossingPopulation {
  readonly id: string;
  /** With evidence, 0 or more. */
  readonly people: number;
  /** Of these, by the id of a nested population, those in it and in what it contains; a missing id: nobody. */
  readonly peopleWithin: ReadonlyMap<string, number>;
}

/** Sets of crossing populations are tried one by one: so many at most are shown. */
const MOST_SHOWN = 12;

/**
 * Which leadership levels may be shown beside units that are shown, so that no sum or difference of figures of both is one of
 * one to four people: a unit of six of whom five are all the presidents would tell of the sixth.
 *
 * What is left of each unit without the largest shown within it, and each level, are the two sides of a graph whose edges are the
 * people they share. Sums and differences of the two sides single out people exactly where edges of 1 to 4 people cut the graph
 * in two: a part of one side counted up, of the other down, cancels all others. A level of such a set is withheld, the smallest
 * first, until no set of levels has a cut so small.
 *
 * @param crossing     the levels that may be shown by themselves, sharing nobody; at most 12 of them are
 * @param nested       the units, each once, with its parent
 * @param nestedShown  ids of those shown, from `populationsShown`
 * @returns            ids of the levels shown
 *
 * O(units · levels · 2^levels).
 *
 * @example
 * // Board 6, of whom 5 are all the presidents there are; 20 directors elsewhere
 * // => presidents are withheld: Board less presidents would be one person
 */
export function crossingShown(
  crossing: readonly CrossingPopulation[],
  nested: readonly NestedPopulation[],
  nestedShown: ReadonlySet<string>,
): ReadonlySet<string> {
  let shown = crossing.toSorted(largestFirst).slice(0, MOST_SHOWN);
  for (;;) {
    const parts = partsOf(shown, nested, nestedShown);
    const telling = tellingSet(shown.length, parts);
    if (telling === 0) return new Set(shown.map(({ id }) => id));
    const smallest = shown.findLastIndex((_, place) => (telling & (1 << place)) !== 0);
    shown = shown.filter((_, place) => place !== smallest);
  }
}

/** What is left of a shown unit without those shown in it, or of all that is in none. */
interface Part {
  /** Null: in no unit that is shown, so that nothing is known of them together. */
  readonly people: number | null;
  /** By the place of the level. */
  readonly ofLevel: readonly number[];
}

function partsOf(
  levels: readonly CrossingPopulation[],
  nested: readonly NestedPopulation[],
  nestedShown: ReadonlySet<string>,
): readonly Part[] {
  const next = populationsNextWithin(nested, nestedShown);
  const parts = nested
    .filter(({ id }) => nestedShown.has(id))
    .map(({ id, people }): Part => {
      const within = next(id);
      const left = (all: number, of: (part: NestedPopulation) => number) =>
        within.reduce((rest, part) => rest - of(part), all);
      return {
        people: left(people, (part) => part.people),
        ofLevel: levels.map(({ peopleWithin }) =>
          left(peopleWithin.get(id) ?? 0, (part) => peopleWithin.get(part.id) ?? 0),
        ),
      };
    });
  const rest = levels.map(({ people }, place) =>
    parts.reduce((left, { ofLevel }) => left - (ofLevel[place] ?? 0), people),
  );
  return [...parts, { people: null, ofLevel: rest }];
}

/** A set of levels, as bits by place, of which sums and differences tell of one to four people; 0: there is none. */
function tellingSet(levels: number, parts: readonly Part[]): number {
  for (let set = 1; set < 1 << levels; set += 1) {
    const cut = cutOf(set, parts);
    if (cut > 0 && cut < MINIMUM_POPULATION) return set;
  }
  return 0;
}

/** People on edges between a set of levels and all others, each part standing on the side that cuts fewer. */
function cutOf(set: number, parts: readonly Part[]): number {
  let cut = 0;
  for (const { people, ofLevel } of parts) {
    let inSet = 0;
    for (const [place, count] of ofLevel.entries()) if ((set & (1 << place)) !== 0) inSet += count;
    cut += people === null ? inSet : Math.min(inSet, people - inSet);
    if (cut >= MINIMUM_POPULATION) return cut;
  }
  return cut;
}

function largestFirst(a: CrossingPopulation, b: CrossingPopulation): number {
  if (a.people !== b.people) return b.people - a.people;
  return a.id < b.id ? -1 : 1;
}
