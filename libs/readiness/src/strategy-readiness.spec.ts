import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addTallies,
  DEFAULT_POLICY,
  EMPTY_TALLY,
  executiveReadiness,
  strategyReadiness,
  tallyOf,
  withEnoughEvidence,
} from './index.js';
import type { ExecutiveReadiness, Requirement, StrategyReadiness } from './index.js';

const forAll = (
  capabilityId: string,
  requiredLevel: number,
  more: Partial<Requirement> = {},
): Requirement => ({
  capabilityId,
  requiredLevel,
  weight: 1,
  critical: false,
  leadershipLevelId: null,
  ...more,
});
const executive = (requirements: readonly Requirement[], levels: Record<string, number>) =>
  executiveReadiness(
    requirements,
    new Map(Object.entries(levels).map(([id, level]) => [id, { level, standardError: null }])),
    DEFAULT_POLICY,
  );

const directors = [forAll('pricing', 4, { weight: 3 }), forAll('negotiation', 3)];
const managers = [forAll('pricing', 3, { weight: 1 }), forAll('coaching', 2, { critical: true })];
const people = [
  executive(directors, { pricing: 4, negotiation: 3 }), // 100, READY_NOW
  executive(directors, { pricing: 3, negotiation: 3 }), // 100·(3·2/3 + 1)/4 = 75, READY_SOON
  executive(directors, { pricing: 2 }), // coverage .75
  executive(managers, { pricing: 2, coaching: 2 }), // 100·(1/2 + 1)/2 = 75, READY_SOON
  executive(managers, { pricing: 3, coaching: 1 }), // 50, and critical
  executive([], { pricing: 1 }), // nothing required
];

describe('strategyReadiness', () => {
  const figures = strategyReadiness(tallyOf(people), 2);

  it('counts the executives of whom something is required, by band', () => {
    expect(figures).toMatchObject({
      executives: 5,
      readyNow: 1,
      readySoon: 2,
      developing: 1,
      insufficientEvidence: 1,
    });
  });
  it('takes shares and means over those with enough evidence, and coverage over all', () => {
    expect(figures.readyShare).toBe(1 / 4);
    expect(figures.meanReadiness).toBeCloseTo((100 + 75 + 75 + 50) / 4, 12);
    expect(figures.meanCoverage).toBeCloseTo((4 + 0.75) / 5, 12);
  });
  it('takes gaps over the assessed, also those with too little evidence, largest priority first', () => {
    expect(figures.gaps).toEqual([
      // gaps 0, 1, 2, 1, 0; with weights 0, 3, 6, 1, 0; statement weight 2
      {
        capabilityId: 'pricing',
        belowRequired: 3,
        assessed: 5,
        meanGap: 4 / 5,
        priority: 4,
        critical: false,
      },
      // gaps 0, 1; weights 1; statement weight 2
      {
        capabilityId: 'coaching',
        belowRequired: 1,
        assessed: 2,
        meanGap: 0.5,
        priority: 1,
        critical: true,
      },
      {
        capabilityId: 'negotiation',
        belowRequired: 0,
        assessed: 2,
        meanGap: 0,
        priority: 0,
        critical: false,
      },
    ]);
  });
  it('is critical when it is for anybody, assessed or not', () => {
    const mixed = [executive(managers, {}), executive([forAll('coaching', 2)], { coaching: 2 })];
    const gap = strategyReadiness(tallyOf(mixed), 1).gaps.find((one) => one.capabilityId === 'coaching');
    expect(gap).toMatchObject({ critical: true, assessed: 1 });
  });
  it('is null, never zero, where there is nobody to take the mean over', () => {
    const unknown = strategyReadiness(tallyOf([executive(directors, {})]), 1);
    expect(unknown).toMatchObject({ readyShare: null, meanReadiness: null, meanCoverage: 0 });
    expect(unknown.gaps.map(({ meanGap, priority }) => [meanGap, priority])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(strategyReadiness(EMPTY_TALLY, 1)).toMatchObject({
      executives: 0,
      readyShare: null,
      meanCoverage: null,
    });
  });
  it('lists last what nobody is assessed in', () => {
    const some = tallyOf([executive(directors, { negotiation: 3 })]);
    expect(strategyReadiness(some, 1).gaps.map(({ capabilityId }) => capabilityId)).toEqual([
      'negotiation',
      'pricing',
    ]);
  });
  it('refuses a statement without weight', () => {
    expect(() => strategyReadiness(EMPTY_TALLY, 0)).toThrow(RangeError);
    expect(() => strategyReadiness(EMPTY_TALLY, NaN)).toThrow(RangeError);
  });
});

describe('tallyOf', () => {
  it('tells people with some evidence from those with enough', () => {
    const tally = tallyOf([...people, executive(directors, {})]);
    expect(tally.withEvidence).toBe(5);
    expect(withEnoughEvidence(tally)).toBe(4);
    expect(tally.executives).toBe(6);
  });
});

const tenths = fc.integer({ min: 10, max: 50 }).map((n) => n / 10);
const requirement = fc.record({
  capabilityId: fc.constantFrom('a', 'b', 'c', 'd'),
  requiredLevel: tenths,
  weight: fc.integer({ min: 1, max: 9 }),
  critical: fc.boolean(),
  leadershipLevelId: fc.constant(null),
});
const person = fc
  .tuple(
    fc.uniqueArray(requirement, { selector: ({ capabilityId }) => capabilityId, maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tenths),
  )
  .map(([requirements, levels]) => executive(requirements, levels));
const population = fc.array(person, { maxLength: 12 });

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The figures straight from the people, as the definitions read. */
function direct(all: readonly (ExecutiveReadiness | null)[], statementWeight: number) {
  const concerned = all.filter((one) => one !== null);
  const enough = concerned.filter(({ value }) => value !== null);
  const parts = concerned.flatMap((one) => one.parts);
  return {
    executives: concerned.length,
    meanReadiness: mean(enough.map(({ value }) => value!)),
    readyShare: mean(enough.map(({ band }) => (band === 'READY_NOW' ? 1 : 0))),
    meanCoverage: mean(concerned.map(({ coverage }) => coverage)),
    gaps: [...new Set(parts.map((part) => part.requirement.capabilityId))].map((capabilityId) => {
      const own = parts.filter((part) => part.requirement.capabilityId === capabilityId);
      const assessed = own.filter(({ level }) => level !== null);
      const gap = ({ requirement: { requiredLevel }, level }: (typeof own)[number]) =>
        Math.max(0, requiredLevel - level!.level);
      const weighted = mean(assessed.map((part) => part.requirement.weight * gap(part)));
      return {
        capabilityId,
        assessed: assessed.length,
        meanGap: mean(assessed.map(gap)),
        priority: weighted === null ? null : weighted * statementWeight,
        critical: own.some((part) => part.requirement.critical),
      };
    }),
  };
}

function expectClose(actual: number | null, expected: number | null): void {
  expect(actual === null).toBe(expected === null);
  expect(Math.abs((actual ?? 0) - (expected ?? 0))).toBeLessThan(1e-9);
}

function expectFigures(actual: StrategyReadiness, expected: ReturnType<typeof direct>): void {
  expectClose(actual.meanReadiness, expected.meanReadiness);
  expectClose(actual.readyShare, expected.readyShare);
  expectClose(actual.meanCoverage, expected.meanCoverage);
  expect(actual.gaps).toHaveLength(expected.gaps.length);
  for (const gap of expected.gaps) {
    const found = actual.gaps.find(({ capabilityId }) => capabilityId === gap.capabilityId)!;
    expect([found.assessed, found.critical]).toEqual([gap.assessed, gap.critical]);
    expectClose(found.meanGap, gap.meanGap);
    expectClose(found.priority, gap.priority);
  }
}

describe('tallies', () => {
  it('give, added over populations that share nobody, the figures of all their people', () => {
    fc.assert(
      fc.property(
        fc.array(population, { maxLength: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (groups, weight) => {
          const added = strategyReadiness(addTallies(groups.map(tallyOf)), weight);
          const expected = direct(groups.flat(), weight);
          expect(added.executives).toBe(expected.executives);
          expectFigures(added, expected);
        },
      ),
    );
  });
  it('give counts per band that add up to the executives', () => {
    fc.assert(
      fc.property(population, (all) => {
        const tally = tallyOf(all);
        expect(withEnoughEvidence(tally) + tally.insufficientEvidence).toBe(tally.executives);
        expect(tally.withEvidence).toBeGreaterThanOrEqual(withEnoughEvidence(tally));
      }),
    );
  });
  it('list gaps by falling priority', () => {
    fc.assert(
      fc.property(population, (all) => {
        const priorities = strategyReadiness(tallyOf(all), 1).gaps.map(({ priority }) => priority ?? -1);
        expect(priorities).toEqual(priorities.toSorted((a, b) => b - a));
      }),
    );
  });
});
