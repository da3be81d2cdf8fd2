import { describe, expect, it } from '@jest/globals';
import { requirementsFor, requiredCapabilities } from './index.js';
import type { Requirement } from './index.js';

const required = (capabilityId: string, requiredLevel: number, more: Partial<Requirement> = {}) => ({
  capabilityId,
  requiredLevel,
  leadershipLevelId: null,
  weight: 1,
  critical: false,
  ...more,
});

describe('requirementsFor', () => {
  it('takes the requirement for the leadership level in place of the one for all, also when it asks for less', () => {
    const forAll = required('pricing', 4, { weight: 3, critical: true });
    const forDirectors = required('pricing', 3, { leadershipLevelId: 'director' });
    const negotiation = required('negotiation', 2);
    const all = [forAll, forDirectors, negotiation];
    expect(requirementsFor(all, 'director')).toEqual([negotiation, forDirectors]);
    expect(requirementsFor(all, 'vice president')).toEqual([negotiation, forAll]);
  });
  it('is empty when nothing is required of the level', () => {
    expect(requirementsFor([required('pricing', 4, { leadershipLevelId: 'director' })], 'manager')).toEqual(
      [],
    );
  });
  it('refuses two for the same capability and level, a weight of 0 and a level off the scale', () => {
    expect(() => requirementsFor([required('a', 3), required('a', 4)], 'director')).toThrow(RangeError);
    expect(() => requirementsFor([required('a', 3, { weight: 0 })], 'director')).toThrow(RangeError);
    expect(() => requirementsFor([required('a', 5.5)], 'director')).toThrow(RangeError);
  });
});

describe('requiredCapabilities', () => {
  const growth = {
    id: 'growth',
    weight: 2,
    requirements: [required('pricing', 3, { weight: 4 }), required('negotiation', 4)],
  };
  const integrity = { id: 'integrity', weight: 1, requirements: [required('pricing', 4.5, { weight: 0.5 })] };

  it('is the strictest required level per capability, with every reason, the strictest first', () => {
    const [negotiation, pricing] = requiredCapabilities([growth, integrity], 'director', new Map());
    expect([negotiation?.capabilityId, negotiation?.requiredLevel]).toEqual(['negotiation', 4]);
    expect([pricing?.capabilityId, pricing?.requiredLevel]).toEqual(['pricing', 4.5]);
    expect(pricing?.reasons.map(({ statementId }) => statementId)).toEqual(['integrity', 'growth']);
  });
  it('gives the gap to the strictest, and per reason statement weight × w × gap', () => {
    const own = { level: 2.5, standardError: 0.2 };
    const [, pricing] = requiredCapabilities([growth, integrity], 'director', new Map([['pricing', own]]));
    expect(pricing).toMatchObject({ level: own, gap: 2 });
    // integrity: 1 × 0.5 × 2; growth: 2 × 4 × 0.5
    expect(pricing?.reasons.map(({ gap, priority }) => [gap, priority])).toEqual([
      [2, 1],
      [0.5, 4],
    ]);
  });
  it('reads a missing level as unknown: no gap and no priority', () => {
    const [negotiation] = requiredCapabilities([growth], 'director', new Map());
    expect(negotiation).toMatchObject({ level: null, gap: null });
    expect(negotiation?.reasons[0]).toMatchObject({ gap: null, priority: null });
  });
  it('has nothing from statements that require nothing of the leadership level', () => {
    const forOthers = { ...growth, requirements: [required('m&a', 4, { leadershipLevelId: 'board' })] };
    expect(requiredCapabilities([forOthers], 'director', new Map())).toEqual([]);
  });
  it('refuses a statement without weight', () => {
    expect(() => requiredCapabilities([{ ...growth, weight: 0 }], 'director', new Map())).toThrow(RangeError);
  });
  it('does not depend on the order of statements', () => {
    const levels = new Map([['pricing', { level: 3, standardError: null }]]);
    expect(requiredCapabilities([integrity, growth], 'director', levels)).toEqual(
      requiredCapabilities([growth, integrity], 'director', levels),
    );
  });
});
