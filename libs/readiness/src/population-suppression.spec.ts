import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  benchStrength,
  EMPTY_TALLY,
  isGapShown,
  isPopulationShown,
  MINIMUM_POPULATION,
  populationsShown,
  roundedForAudience,
  strategyReadiness,
} from './index.js';
import type { NestedPopulation } from './index.js';

const within = (parentId: string | null, sizes: Readonly<Record<string, number>>): NestedPopulation[] =>
  Object.entries(sizes).map(([id, people]) => ({ id, parentId, people }));
const shownOf = (...all: NestedPopulation[][]) => [...populationsShown(all.flat())].toSorted();

interface Node {
  readonly parent: number;
  readonly own: number;
}

/** The first contains all; each other stands under one before it. */
function treeOf(nodes: readonly Node[]): NestedPopulation[] {
  const people = nodes.map(({ own }) => own);
  const parents = nodes.map(({ parent }, i) => (i === 0 ? null : parent % i));
  for (const [i, parent] of [...parents.entries()].toReversed())
    if (parent !== null) people[parent] = (people[parent] ?? 0) + (people[i] ?? 0);
  return parents.map((parent, i) => ({
    id: String(i),
    parentId: parent === null ? null : String(parent),
    people: people[i] ?? 0,
  }));
}

/** What can be worked out is made of these: each one shown less those shown next below it. */
function leftOf(
  family: readonly NestedPopulation[],
  found: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const byId = new Map(family.map((one) => [one.id, one]));
  const above = (id: string): string | null => {
    const parentId = byId.get(id)?.parentId ?? null;
    return parentId === null || found.has(parentId) ? parentId : above(parentId);
  };
  const left = new Map([...found].map((id) => [id, byId.get(id)?.people ?? 0]));
  for (const id of found) {
    const parent = above(id);
    if (parent !== null) left.set(parent, (left.get(parent) ?? 0) - (byId.get(id)?.people ?? 0));
  }
  return left;
}

describe('isPopulationShown', () => {
  it('needs five people with evidence in the population and five beside it', () => {
    expect(isPopulationShown(5, 5)).toBe(true);
    expect(isPopulationShown(4, 100)).toBe(false);
    expect(isPopulationShown(100, 4)).toBe(false);
    expect(isPopulationShown(100, 0)).toBe(false);
  });
  it('needs nothing beside the whole organization', () => {
    expect(isPopulationShown(5, null)).toBe(true);
    expect(isPopulationShown(4, null)).toBe(false);
  });
  it('refuses counts that are none', () => {
    expect(() => isPopulationShown(-1, 5)).toThrow(RangeError);
    expect(() => isPopulationShown(5, 4.5)).toThrow(RangeError);
  });
});

describe('populationsShown', () => {
  it('shows what is large enough beside a rest that is', () => {
    expect(shownOf(within(null, { all: 20 }), within('all', { north: 8, south: 12 }))).toEqual([
      'all',
      'north',
      'south',
    ]);
    expect(shownOf(within(null, { all: 12 }), within('all', { north: 8, south: 4 }))).toEqual(['all']);
  });

  it('withholds the smallest where what is left without those shown would be one to four people', () => {
    const parts = within('all', { north: 9, south: 10, west: 3 });
    expect(shownOf(within(null, { all: 22 }), parts)).toEqual(['all', 'south']);
    // Three of their own beside the parts.
    expect(shownOf(within(null, { all: 22 }), within('all', { north: 9, south: 10 }))).toEqual([
      'all',
      'south',
    ]);
    expect(shownOf(within(null, { all: 24 }), within('all', { north: 9, south: 10 }))).toEqual([
      'all',
      'north',
      'south',
    ]);
  });

  it('looks through what is withheld at what is shown within it', () => {
    const parts = [within('all', { sales: 20, other: 3 }), within('sales', { north: 10, south: 10 })];
    // Sales beside a rest of three is withheld, and so is North: with both, the three would be what is left.
    expect(shownOf(within(null, { all: 23 }), ...parts)).toEqual(['all', 'south']);
  });

  it('takes another rule for what may be shown by itself', () => {
    const family = [...within(null, { all: 12 }), ...within('all', { north: 12, south: 0 })];
    expect([...populationsShown(family, (people, _rest, id) => id !== 'all' && people !== 3)]).toEqual([
      'north',
      'south',
    ]);
  });

  it('leaves nothing of one to four people to be worked out, in any tree', () => {
    const trees = fc.array(fc.record({ parent: fc.nat(), own: fc.integer({ min: 0, max: 9 }) }), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(trees, (nodes) => {
        const family = treeOf(nodes);
        const left = leftOf(family, populationsShown(family));
        expect([...left.values()].filter((rest) => rest !== 0 && rest < MINIMUM_POPULATION)).toEqual([]);
      }),
    );
  });
});

describe('isGapShown', () => {
  it('withholds the mean gap of one to four people, and what would be theirs by difference', () => {
    expect(isGapShown(5, 5)).toBe(true);
    expect(isGapShown(4, 50)).toBe(false);
    expect(isGapShown(50, 1)).toBe(false);
    expect(isGapShown(4, null)).toBe(false);
    expect(isGapShown(5, null)).toBe(true);
  });
  it('has nothing to hide where nobody is assessed', () => {
    expect(isGapShown(0, 9)).toBe(true);
    expect(isGapShown(9, 0)).toBe(true);
  });
  it('refuses counts that are none', () => {
    expect(() => isGapShown(NaN, 5)).toThrow(RangeError);
  });
});

describe('roundedForAudience', () => {
  const tally = {
    ...EMPTY_TALLY,
    executives: 7,
    readyNow: 2,
    readySoon: 1,
    developing: 3,
    insufficientEvidence: 1,
    valueSum: 6 * 71.5,
    coverageSum: 7 * 0.8776,
    capabilities: new Map([
      ['a', { required: 7, critical: 0, assessed: 6, below: 4, gapSum: 4.1, weightedGapSum: 8.2 }],
    ]),
  };
  const exact = strategyReadiness(tally, 1);
  const shown = roundedForAudience(exact);

  it('gives means in whole points and shares in whole percent', () => {
    expect(shown).toMatchObject({ meanReadiness: 72, readyShare: 0.33, meanCoverage: 0.88 });
  });
  it('gives mean gaps and priorities in hundredths and counts as they are', () => {
    expect(shown.gaps[0]).toMatchObject({ meanGap: 0.68, priority: 1.37, belowRequired: 4, assessed: 6 });
    expect(shown).toMatchObject({ executives: 7, readyNow: 2, developing: 3 });
  });
  it('leaves null as null', () => {
    const nobody = roundedForAudience(strategyReadiness(EMPTY_TALLY, 1));
    expect(nobody).toMatchObject({ meanReadiness: null, readyShare: null, meanCoverage: null });
  });
});

describe('benchStrength', () => {
  it('sets the READY_NOW people against the number needed', () => {
    const tally = { ...EMPTY_TALLY, executives: 9, readyNow: 2, readySoon: 4, insufficientEvidence: 3 };
    expect(benchStrength(3, tally)).toEqual({ needed: 3, readyNow: 2, short: 1, strength: 2 / 3 });
    expect(benchStrength(1, tally)).toEqual({ needed: 1, readyNow: 2, short: 0, strength: 2 });
    expect(benchStrength(2, EMPTY_TALLY)).toEqual({ needed: 2, readyNow: 0, short: 2, strength: 0 });
  });
  it('refuses a role that needs nobody', () => {
    expect(() => benchStrength(0, EMPTY_TALLY)).toThrow(RangeError);
    expect(() => benchStrength(1.5, EMPTY_TALLY)).toThrow(RangeError);
  });
});
