import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { developmentPriorities } from './development-priorities.js';
import { requiredCapabilities } from './required-capabilities.js';

const requirement = (id: string, capabilityId: string, requiredLevel: number, weight: number) => ({
  id,
  capabilityId,
  leadershipLevelId: null,
  requiredLevel,
  weight,
  critical: false,
});
const level = (value: number) => ({ level: value, standardError: null });

const STATEMENTS = [
  {
    id: 'growth',
    weight: 2,
    requirements: [requirement('1', 'pricing', 3.5, 3), requirement('2', 'service', 4, 1)],
  },
  {
    id: 'integrity',
    weight: 1,
    requirements: [requirement('3', 'pricing', 3, 4), requirement('4', 'data', 3, 9)],
  },
];

const capabilities = ['a', 'b', 'c', 'd'];
const levels = fc.dictionary(
  fc.constantFrom(...capabilities),
  fc.double({ min: 1, max: 5, noNaN: true }).map(level),
);
const statements = fc.array(
  fc.record({
    id: fc.uuid(),
    weight: fc.double({ min: 0.1, max: 9, noNaN: true }),
    requirements: fc.uniqueArray(
      fc
        .tuple(
          fc.constantFrom(...capabilities),
          fc.double({ min: 1.5, max: 5, noNaN: true }),
          fc.double({ min: 0.1, max: 9, noNaN: true }),
        )
        .map(([capabilityId, required, weight]) =>
          requirement(`r-${capabilityId}`, capabilityId, required, weight),
        ),
      { selector: ({ capabilityId }) => capabilityId },
    ),
  }),
  { maxLength: 4 },
);

describe('development priorities', () => {
  it('add gap times weight of the requirement times weight of the statement over the statements', () => {
    const required = requiredCapabilities(
      STATEMENTS,
      'director',
      new Map([
        ['pricing', level(2.5)],
        ['service', level(3.5)],
        ['data', level(2.9)],
      ]),
    );
    const found = developmentPriorities(required, 3);
    // pricing 2·3·1 + 1·4·0.5 = 8; service 2·1·0.5 = 1; data 1·9·0.1 = 0.9
    expect(found.map(({ required: { capabilityId } }) => capabilityId)).toEqual([
      'pricing',
      'service',
      'data',
    ]);
    expect(found.map(({ points }) => Math.round(points * 1e9) / 1e9)).toEqual([8, 1, 0.9]);
    expect(developmentPriorities(required, 1)).toEqual(found.slice(0, 1));
  });

  it('leave out what is not assessed and what has no gap', () => {
    const required = requiredCapabilities(
      STATEMENTS,
      'director',
      new Map([
        ['pricing', level(3.5)],
        ['service', level(5)],
      ]),
    );
    expect(developmentPriorities(required, 9)).toEqual([]);
    expect(developmentPriorities([], 9)).toEqual([]);
  });

  it('take equal points in the order of the ids', () => {
    const equal = [
      { id: 's', weight: 1, requirements: [requirement('1', 'z', 3, 1), requirement('2', 'b', 3, 1)] },
    ];
    const required = requiredCapabilities(
      equal,
      'director',
      new Map([
        ['z', level(2)],
        ['b', level(2)],
      ]),
    );
    expect(developmentPriorities(required, 2).map(({ required: { capabilityId } }) => capabilityId)).toEqual([
      'b',
      'z',
    ]);
  });

  it('refuse a number that is none', () => {
    for (const most of [-1, 0.5, Number.NaN])
      expect(() => developmentPriorities([], most)).toThrow(RangeError);
  });

  it('go down, are positive, and do not depend on the order of the statements', () => {
    fc.assert(
      fc.property(statements, levels, (all, known) => {
        const counted = new Map(Object.entries(known));
        const found = developmentPriorities(requiredCapabilities(all, 'director', counted), 9);
        const points = found.map((each) => each.points);
        expect(points).toEqual(points.toSorted((a, b) => b - a));
        expect(points.every((each) => each > 0)).toBe(true);
        const turned = developmentPriorities(requiredCapabilities(all.toReversed(), 'director', counted), 9);
        expect(new Set(turned.map(({ required: { capabilityId } }) => capabilityId))).toEqual(
          new Set(found.map(({ required: { capabilityId } }) => capabilityId)),
        );
      }),
    );
  });
});
