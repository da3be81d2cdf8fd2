import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { singlesOut } from '../../../test/attacks/singled-out.js';
import { crossingShown, populationsShown } from './index.js';
import type { NestedPopulation } from './index.js';

/** People of each unit, without its sub-units, by level; each unit under one before it, the first contains all. */
interface Company {
  readonly parents: readonly (number | null)[];
  readonly own: readonly (readonly number[])[];
}

const everyUnit = ({ parents }: Company) => [...parents.keys()];
const isWithin = ({ parents }: Company, unit: number, other: number): boolean => {
  for (let at: number | null = unit; at !== null; at = parents[at] ?? null) if (at === other) return true;
  return false;
};
const countIn = (company: Company, unit: number, level: number | null): number =>
  everyUnit(company)
    .filter((other) => isWithin(company, other, unit))
    .flatMap((other) => (company.own[other] ?? []).filter((_, at) => level === null || at === level))
    .reduce((sum, count) => sum + count, 0);

function shownOf(company: Company) {
  const units = everyUnit(company).map((id): NestedPopulation => {
    const parent = company.parents[id] ?? null;
    const parentId = parent === null ? null : `u${parent}`;
    return { id: `u${id}`, parentId, people: countIn(company, id, null) };
  });
  const levelIds = [...(company.own[0] ?? []).keys()];
  const levels = levelIds.map((level) => ({
    id: `l${level}`,
    people: countIn(company, 0, level),
    peopleWithin: new Map(everyUnit(company).map((unit) => [`u${unit}`, countIn(company, unit, level)])),
  }));
  const shownUnits = populationsShown(units);
  const all = units.slice(0, 1);
  const nested = levels.map(({ id, people }) => ({ id, people, parentId: 'u0' }));
  const passing = populationsShown([...all, ...nested]);
  const shownLevels = crossingShown(
    levels.filter(({ id }) => passing.has(id)),
    units,
    shownUnits,
  );
  return { units: shownUnits, levels: shownLevels };
}

/** The populations shown as vectors over cells (unit without its sub-units x level), and how many people a cell has. */
function equations(company: Company, shown: ReturnType<typeof shownOf>) {
  const cells = everyUnit(company).flatMap((unit) =>
    (company.own[unit] ?? []).map((people, level) => ({ unit, level, people })),
  );
  const own = cells.filter(({ people }) => people > 0);
  const rows = [
    ...everyUnit(company)
      .filter((unit) => shown.units.has(`u${unit}`))
      .map((unit) => own.map((cell) => Number(isWithin(company, cell.unit, unit)))),
    ...(company.own[0] ?? [])
      .map((_, level) => level)
      .filter((level) => shown.levels.has(`l${level}`))
      .map((level) => own.map((cell) => Number(cell.level === level))),
  ];
  return { rows, sizes: own.map(({ people }) => people) };
}

const nodes = (levels: number) =>
  fc.array(
    fc.record({
      parent: fc.nat(),
      own: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 })), {
        minLength: levels,
        maxLength: levels,
      }),
    }),
    { minLength: 1, maxLength: 6 },
  );

describe('crossingShown', () => {
  it('withholds a level that all but a few of a unit are, and no other', () => {
    // Board: five presidents and one director; the other twenty directors elsewhere.
    const board = {
      parents: [null, 0],
      own: [
        [0, 20],
        [5, 1],
      ],
    };
    expect(
      shownOf({
        ...board,
        own: [
          [0, 20, 30],
          [5, 1, 0],
        ],
      }),
    ).toEqual({
      units: new Set(['u0', 'u1']),
      levels: new Set(['l2']),
    });
    expect(
      shownOf({
        ...board,
        own: [
          [6, 20, 30],
          [5, 6, 0],
        ],
      }),
    ).toEqual({
      units: new Set(['u0', 'u1']),
      levels: new Set(['l0', 'l1', 'l2']),
    });
  });

  it('shows a level that is a unit, of which nobody is left', () => {
    expect(
      shownOf({
        parents: [null, 0],
        own: [
          [0, 20],
          [6, 0],
        ],
      }),
    ).toEqual({
      units: new Set(['u0', 'u1']),
      levels: new Set(['l0', 'l1']),
    });
  });

  it('looks at several units together', () => {
    // Two boards of six presidents each; one of the twelve is a president of neither.
    const own = [
      [1, 20],
      [6, 0],
      [6, 0],
    ];
    expect(shownOf({ parents: [null, 0, 0], own }).levels).toEqual(new Set());
  });

  it('leaves nothing of one to four people to be worked out, in any tree with any levels', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3 }).chain(nodes), (units) => {
        const company: Company = {
          parents: units.map(({ parent }, i) => (i === 0 ? null : parent % i)),
          own: units.map(({ own }) => own),
        };
        expect(singlesOut(equations(company, shownOf(company)))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
