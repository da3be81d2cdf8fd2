import type { StrategyReadiness } from './strategy-readiness.js';

/** People with evidence, in the population and in what is left beside it, from which figures of a population are shown. */
export const MINIMUM_POPULATION = 5;

/**
 * Whether figures of a population may be shown to somebody who may not see its people by name: when it, and what is left of
 * its parent without it, have at least 5 people with evidence, so that neither the figures nor their difference from the
 * parent's are those of a few.
 *
 * @param withEvidence  people of the population with evidence, 0 or more
 * @param restOfParent  people with evidence of the parent who are not in the population; null: it is the whole organization
 * @returns             false: every figure of it is withheld
 * @throws RangeError   when a count is not a whole number, 0 or more
 *
 * O(1).
 *
 * @example isPopulationShown(12, 4) // => false: the parent's figures less these would be those of four people
 */
export function isPopulationShown(withEvidence: number, restOfParent: number | null): boolean {
  requireCounts(withEvidence, restOfParent ?? 0);
  return withEvidence >= MINIMUM_POPULATION && (restOfParent === null || restOfParent >= MINIMUM_POPULATION);
}

/** One population among others: the organization, a unit in another, a leadership level in the organization. */
export interface NestedPopulation {
  readonly id: string;
  /** The population that contains it and everything it contains; null for the one that contains all. */
  readonly parentId: string | null;
  /** With evidence, including those of the populations within; 0 or more. */
  readonly people: number;
}

/**
 * Which of the populations that contain each other may be shown, so that no sum or difference of those shown is a figure of one
 * to four people: each passes `isPopulationShown`, and what is left of any of them without the largest ones shown within it is
 * nobody or at least 5. Where that would be fewer, the smallest within it is withheld too, until it is not.
 *
 * @param populations  each once, with its parent
 * @param mayBeShown   whether a population with so many people, and so many in the rest of its parent (null: it has none), passes
 *                     by itself; not given: as `isPopulationShown`
 * @returns            ids of those shown
 * @throws RangeError  as `isPopulationShown`
 *
 * Complementary cell suppression: Willenborg & de Waal (2001), Elements of Statistical Disclosure Control, ch. 6. O(populations²).
 *
 * @example
 * // Sales of 23: North 10, South 10, West 3
 * // => Sales and North: with South as well, West would be what is left
 */
export function populationsShown(
  populations: readonly NestedPopulation[],
  mayBeShown: (people: number, restOfParent: number | null, id: string) => boolean = isPopulationShown,
): ReadonlySet<string> {
  const within = byParent(populations);
  const shown = passing(populations, mayBeShown);
  for (const population of populations) withholdWithin(population, within, shown);
  return shown;
}

type ByParent = ReadonlyMap<string, readonly NestedPopulation[]>;

function byParent(populations: readonly NestedPopulation[]): ByParent {
  const within = new Map<string, NestedPopulation[]>();
  for (const population of populations) {
    const { parentId } = population;
    if (parentId === null) continue;
    const siblings = within.get(parentId) ?? [];
    siblings.push(population);
    within.set(parentId, siblings);
  }
  return within;
}

function passing(
  populations: readonly NestedPopulation[],
  mayBeShown: (people: number, restOfParent: number | null, id: string) => boolean,
): Set<string> {
  const sizes = new Map(populations.map(({ id, people }) => [id, people]));
  const pass = populations.filter(({ id, parentId, people }) => {
    const ofParent = parentId === null ? undefined : sizes.get(parentId);
    return mayBeShown(people, ofParent === undefined ? null : ofParent - people, id);
  });
  return new Set(pass.map(({ id }) => id));
}

/** Until what is left of a population without those shown within it is nobody or enough. */
function withholdWithin({ id, people }: NestedPopulation, within: ByParent, shown: Set<string>): void {
  while (shown.has(id)) {
    const largest = shownWithin(id, within, shown);
    const left = largest.reduce((rest, one) => rest - one.people, people);
    if (left === 0 || left >= MINIMUM_POPULATION) return;
    shown.delete(largest.toSorted(byPeople)[0]?.id ?? id);
  }
}

/**
 * Answers, of each population, the largest ones shown within it: where one is withheld, those within that.
 *
 * @param populations  each once, with its parent
 * @param shown        ids of those shown
 *
 * O(populations), and each answer O(populations within).
 *
 * @example populationsNextWithin([all, sales, north], new Set(['all', 'north']))('all') // => [north]
 */
export function populationsNextWithin(
  populations: readonly NestedPopulation[],
  shown: ReadonlySet<string>,
): (id: string) => readonly NestedPopulation[] {
  const within = byParent(populations);
  return (id) => shownWithin(id, within, shown);
}

/** The largest populations shown within one: where one is withheld, those within it. */
function shownWithin(id: string, within: ByParent, shown: ReadonlySet<string>): readonly NestedPopulation[] {
  return (within.get(id) ?? []).flatMap((child) =>
    shown.has(child.id) ? [child] : shownWithin(child.id, within, shown),
  );
}

function byPeople(a: NestedPopulation, b: NestedPopulation): number {
  if (a.people !== b.people) return a.people - b.people;
  return a.id < b.id ? -1 : 1;
}

/**
 * Whether the mean gap of one capability may be shown beside the other figures of a population that is shown: not when it is the
 * mean of 1 to 4 people, nor when its difference from the parent's is. Fewer may be assessed in one capability than have evidence.
 *
 * @param assessed      people of the population assessed in the capability, 0 or more; of nobody there is nothing to hide
 * @param restAssessed  people of the parent assessed in it who are not in the population; null: it is the whole organization
 * @returns             false: the number below, the mean gap and the priority are withheld
 * @throws RangeError   when a count is not a whole number, 0 or more
 *
 * O(1).
 *
 * @example isGapShown(2, 40) // => false
 */
export function isGapShown(assessed: number, restAssessed: number | null): boolean {
  requireCounts(assessed, restAssessed ?? 0);
  return [assessed, restAssessed ?? 0].every((count) => count === 0 || count >= MINIMUM_POPULATION);
}

/**
 * The figures of a population as somebody sees them who may not see its people by name: mean readiness in whole points, shares
 * in whole percent (0.67, not 0.6667), mean gaps and priorities in hundredths; counts as they are.
 *
 * @param figures  exact, of a population that is shown
 * @returns        rounded half up; null stays null; the order of the gaps is kept
 *
 * O(capabilities).
 *
 * @example roundedForAudience({ ...figures, readyShare: 0.6667 }).readyShare // => 0.67
 */
export function roundedForAudience(figures: StrategyReadiness): StrategyReadiness {
  return {
    ...figures,
    readyShare: rounded(figures.readyShare, 100),
    meanReadiness: rounded(figures.meanReadiness, 1),
    meanCoverage: rounded(figures.meanCoverage, 100),
    gaps: figures.gaps.map((gap) => ({
      ...gap,
      meanGap: rounded(gap.meanGap, 100),
      priority: rounded(gap.priority, 100),
    })),
  };
}

function requireCounts(...counts: readonly number[]): void {
  for (const count of counts) {
    if (!(Number.isInteger(count) && count >= 0))
      throw new RangeError(`A number of people is a whole number, got ${count}`);
  }
}

function rounded(value: number | null, perUnit: number): number | null {
  return value === null ? null : Math.round(value * perUnit) / perUnit;
}
