import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  Absence,
  ContributionSource,
  factsBetween,
  goalContributions,
  readinessParts,
  readyNowParts,
} from './index.js';
import type { FigureParts, GoalContributions, PersonBetween, ReadinessFacts } from './index.js';

const total = (result: GoalContributions): number =>
  result.contributions.reduce((sum, { amount }) => sum + amount, 0);
const bySource = (result: GoalContributions): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const { source, amount } of result.contributions) sums[source] = (sums[source] ?? 0) + amount;
  return sums;
};

/** What a person's readiness rests on: required level and weight by capability, and levels. */
interface Requirement {
  readonly capabilityId: string;
  readonly required: number;
  readonly weight: number;
}
type Facts = ReadinessFacts<readonly Requirement[], number>;
const CAPABILITIES = ['strategy', 'finance', 'change', 'people'] as const;
const attained = ({ requirements, levels }: Facts) =>
  requirements.map(({ capabilityId, required, weight }) => {
    const level = levels.get(capabilityId);
    const attainment = level === undefined ? null : Math.min(1, (level - 1) / (required - 1));
    return { capabilityId, weight, attainment };
  });
const readinessOf = (facts: Facts): number | null => {
  const known = attained(facts).filter(({ attainment }) => attainment !== null);
  if (known.length === 0) return null;
  const weights = known.reduce((sum, { weight }) => sum + weight, 0);
  return known.reduce((sum, { weight, attainment }) => sum + (100 * weight * attainment!) / weights, 0);
};
const isReady = (facts: Facts): boolean | null => {
  const readiness = readinessOf(facts);
  return readiness === null ? null : readiness >= 60;
};

const facts: fc.Arbitrary<Facts> = fc.record({
  requirements: fc.uniqueArray(
    fc.record({
      capabilityId: fc.constantFrom(...CAPABILITIES),
      required: fc.integer({ min: 2, max: 5 }),
      weight: fc.integer({ min: 1, max: 4 }),
    }),
    { selector: ({ capabilityId }) => capabilityId, maxLength: 4 },
  ),
  levels: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...CAPABILITIES), fc.integer({ min: 4, max: 20 })), {
      selector: ([capabilityId]) => capabilityId,
      maxLength: 4,
    })
    .map((rows) => new Map<string, number>(rows.map(([id, quarters]) => [id, quarters / 4]))),
});
const history = fc.record({
  before: facts,
  after: facts,
  absentBefore: fc.option(fc.constantFrom(...Object.values(Absence))),
  absentAfter: fc.option(fc.constantFrom(...Object.values(Absence))),
  completedCohortIds: fc.uniqueArray(fc.constantFrom('c1', 'c2', 'c3'), { maxLength: 3 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** A person between two days, as the figure's parts see them. */
function between(person: History, partsOf: (of: Facts) => FigureParts): PersonBetween {
  const state = (of: Facts, absent: Absence | null) =>
    absent ?? (readinessOf(of) === null ? Absence.NotEnoughEvidence : partsOf(of));
  const steps = factsBetween(person.before, person.after);
  return {
    before: state(person.before, person.absentBefore),
    after: state(person.after, person.absentAfter),
    between: {
      withNewRequirements: partsOf(steps.withNewRequirements),
      withNewEvidence: partsOf(steps.withNewEvidence),
    },
    completedCohortIds: person.completedCohortIds,
  };
}
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const MEAN_READINESS = (of: Facts): FigureParts => readinessParts(attained(of));
const READY_SHARE = (of: Facts): FigureParts => readyNowParts(isReady(of));

/** Where the formula of the decomposition, person by person and without capabilities, puts which amounts. */
function amountsOf(
  person: History,
  meanBefore: number,
  figure: (of: Facts) => number | null,
): readonly (readonly [string, number])[] {
  const { before, after, absentBefore, absentAfter, completedCohortIds } = person;
  const v0 = absentBefore === null ? figure(before) : null;
  const v1 = absentAfter === null ? figure(after) : null;
  if (v0 === null) return v1 === null ? [] : [[causeOf(absentBefore, 'JOINED'), v1 - meanBefore]];
  if (v1 === null) return [[causeOf(absentAfter, 'LEFT'), meanBefore - v0]];
  const steps = factsBetween(before, after);
  const required = figure(steps.withNewRequirements) ?? v0;
  const known = figure(steps.withNewEvidence) ?? required;
  const levels = completedCohortIds.length > 0 ? 'COHORT' : 'OTHERS';
  return [
    ['REQUIREMENTS', required - v0],
    ['EVIDENCE', known - required],
    [levels, v1 - known],
  ];
}

const causeOf = (absent: Absence | null, outside: string): string =>
  ({
    NOT_IN_ORGANIZATION: outside,
    IN_OTHER_POPULATION: 'MOVED',
    NOTHING_REQUIRED: 'REQUIREMENTS',
    NOT_ENOUGH_EVIDENCE: 'EVIDENCE',
  })[absent ?? Absence.NotEnoughEvidence];

function expectedBySource(
  people: readonly History[],
  figure: (of: Facts) => number | null,
): Record<string, number> {
  const figures = (day: 'before' | 'after', absent: 'absentBefore' | 'absentAfter') =>
    people.map((person) => (person[absent] === null ? figure(person[day]) : null)).filter((v) => v !== null);
  const meanBefore = meanOf(figures('before', 'absentBefore'));
  const peopleAfter = figures('after', 'absentAfter').length;
  const sums: Record<string, number> = {};
  for (const [source, amount] of people.flatMap((person) => amountsOf(person, meanBefore, figure))) {
    sums[source] = (sums[source] ?? 0) + amount / peopleAfter;
  }
  return sums;
}

describe.each([
  ['MEAN_READINESS', MEAN_READINESS, readinessOf],
  [
    'STRATEGY_READINESS',
    READY_SHARE,
    (of: Facts) => {
      const ready = isReady(of);
      return ready === null ? null : Number(ready);
    },
  ],
] as const)('goalContributions over random histories of %s', (_, partsOf, figure) => {
  const histories = fc.array(history, { minLength: 1, maxLength: 12 });

  it('adds up to the change from the baseline, typed or not', () => {
    fc.assert(
      fc.property(histories, fc.option(fc.double({ min: 0, max: 100, noNaN: true })), (people, typed) => {
        const result = goalContributions(
          people.map((person) => between(person, partsOf)),
          typed,
        );
        fc.pre(result !== null);
        expect(Math.abs(total(result) - (result.after - (typed ?? result.before)))).toBeLessThan(1e-9);
      }),
      { numRuns: 500 },
    );
  });
  it('gives each source what the formula gives it', () => {
    fc.assert(
      fc.property(histories, (people) => {
        const result = goalContributions(
          people.map((person) => between(person, partsOf)),
          null,
        );
        fc.pre(result !== null);
        const expected = expectedBySource(people, figure);
        const found = bySource(result);
        for (const source of Object.values(ContributionSource)) {
          expect(Math.abs((found[source] ?? 0) - (expected[source] ?? 0))).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });
  it('does not care about the order of people', () => {
    fc.assert(
      fc.property(histories, (people) => {
        const rows = people.map((person) => between(person, partsOf));
        const [forth, back] = [goalContributions(rows, null), goalContributions(rows.toReversed(), null)];
        fc.pre(forth !== null && back !== null);
        for (const [source, amount] of Object.entries(bySource(forth))) {
          expect(bySource(back)[source] ?? 0).toBeCloseTo(amount, 9);
        }
      }),
    );
  });
});

describe('factsBetween', () => {
  it('changes requirements first, then what is known, and leaves nothing but levels', () => {
    const before = {
      requirements: 'old',
      levels: new Map([
        ['a', 2],
        ['b', 3],
      ]),
    };
    const after = {
      requirements: 'new',
      levels: new Map([
        ['a', 4],
        ['c', 5],
      ]),
    };
    const { withNewRequirements, withNewEvidence } = factsBetween(before, after);
    expect(withNewRequirements).toEqual({ requirements: 'new', levels: before.levels });
    // b turned stale, c was found out, a has not changed yet
    expect(withNewEvidence).toEqual({
      requirements: 'new',
      levels: new Map([
        ['a', 2],
        ['c', 5],
      ]),
    });
  });
});
