import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_POLICY, executiveReadiness } from './index.js';
import type { CountedLevel, Requirement } from './index.js';

const required = (
  capabilityId: string,
  requiredLevel: number,
  weight = 1,
  critical = false,
): Requirement => ({
  capabilityId,
  requiredLevel,
  weight,
  critical,
  leadershipLevelId: null,
});
const levelsOf = (levels: Record<string, number>, standardError: number | null = null) =>
  new Map<string, CountedLevel>(Object.entries(levels).map(([id, level]) => [id, { level, standardError }]));
const readiness = (requirements: readonly Requirement[], levels: ReadonlyMap<string, CountedLevel>) =>
  executiveReadiness(requirements, levels, DEFAULT_POLICY)!;
const bandAt = (level: number) => readiness([required('a', 5)], levelsOf({ a: level })).band;

describe('executiveReadiness', () => {
  it('is the weighted mean of capped attainment, 0..100', () => {
    // pricing (3 − 1)/(4 − 1) = 2/3 at weight 2; negotiation 1 at weight 1 => 100 · (4/3 + 1)/3
    const one = readiness(
      [required('pricing', 4, 2), required('negotiation', 5)],
      levelsOf({ pricing: 3, negotiation: 5 }),
    );
    expect(one.value).toBeCloseTo(700 / 9, 12);
    expect(one.coverage).toBe(1);
    expect(one.band).toBe('READY_SOON');
  });
  it('does not let strength in one capability buy back a gap in another', () => {
    expect(readiness([required('a', 3), required('b', 3)], levelsOf({ a: 5, b: 1 })).value).toBe(50);
  });
  it('unfolds into parts that say level, attainment, share and contribution', () => {
    const requirements = [required('a', 5, 3), required('b', 3, 1), required('c', 2, 1)];
    const { parts, value } = readiness(requirements, levelsOf({ a: 4, b: 3 }));
    const [a, b, c] = parts;
    // shares of the counted weight 4; coverage 4/5 is just enough
    expect(a).toMatchObject({ attainment: 0.75, share: 0.75, contribution: 56.25 });
    expect(b).toMatchObject({ attainment: 1, share: 0.25, contribution: 25 });
    expect(c).toEqual({
      requirement: requirements[2],
      level: null,
      attainment: null,
      share: null,
      contribution: null,
    });
    expect(value).toBe(81.25);
  });
  it('reads a missing level as unknown: the coverage falls, the value does not', () => {
    const one = readiness([required('a', 3, 9), required('b', 3)], levelsOf({ a: 3 }));
    expect(one).toMatchObject({ value: 100, coverage: 0.9, band: 'READY_NOW' });
  });
  it('gives no number below the least coverage, and counts on exactly as much', () => {
    const enough = readiness(
      [required('a', 3, 0.1), required('b', 3, 0.7), required('c', 3, 0.2)],
      levelsOf({ a: 3, b: 3 }),
    );
    expect(enough.value).toBe(100);
    const few = readiness([required('a', 3, 79), required('b', 3, 21, true)], levelsOf({ a: 2 }));
    expect(few).toMatchObject({ value: null, low: null, high: null, coverage: 0.79 });
    expect(few.band).toBe('INSUFFICIENT_EVIDENCE');
    expect(few.parts[0]).toMatchObject({ attainment: 0.5, share: null, contribution: null });
    expect(few.criticalBelow).toEqual([]);
  });
  it('gives no number without any level, even when the policy asks for no coverage', () => {
    const policy = { ...DEFAULT_POLICY, minimumCoverage: 0 };
    expect(executiveReadiness([required('a', 3)], new Map(), policy)).toMatchObject({
      value: null,
      coverage: 0,
    });
  });
  it('begins the bands at 90 and 75', () => {
    expect(bandAt(4.6)).toBe('READY_NOW'); // (4.6 − 1)/4 = .9
    expect(bandAt(4.59)).toBe('READY_SOON');
    expect(bandAt(4)).toBe('READY_SOON'); // .75
    expect(bandAt(3.99)).toBe('DEVELOPING');
  });
  it('takes the thresholds from the policy', () => {
    const policy = { ...DEFAULT_POLICY, readyNowFrom: 50, readySoonFrom: 25 };
    const at = (level: number) =>
      executiveReadiness([required('a', 5)], levelsOf({ a: level }), policy)?.band;
    expect([at(3), at(2), at(1.9)]).toEqual(['READY_NOW', 'READY_SOON', 'DEVELOPING']);
  });
  it('holds the band at DEVELOPING for a critical capability more than half a level below', () => {
    const requirements = [required('a', 4, 19), required('b', 3.5, 1, true)];
    const held = readiness(requirements, levelsOf({ a: 4, b: 2.9 }));
    expect(held.value).toBeGreaterThan(90);
    expect(held).toMatchObject({ band: 'DEVELOPING', criticalBelow: ['b'] });
    const within = readiness(requirements, levelsOf({ a: 4, b: 3 }));
    expect(within).toMatchObject({ band: 'READY_NOW', criticalBelow: [] });
  });
  it('does not hold the band for a capability that is not critical, nor for an unknown level', () => {
    const requirements = [required('a', 4, 19), required('b', 5, 1, true)];
    expect(readiness(requirements, levelsOf({ a: 4 })).band).toBe('READY_NOW');
    const common = [required('a', 4, 19), required('b', 5, 1)];
    expect(readiness(common, levelsOf({ a: 4, b: 2 })).band).toBe('READY_NOW');
  });
  it('spans 1.96 standard errors around the value', () => {
    // Var = (3/4)²·(100·.2/4)² + (1/4)²·(100·.3/2)² = 14.0625 + 14.0625
    const levels = new Map([
      ['a', { level: 3, standardError: 0.2 }],
      ['b', { level: 2, standardError: 0.3 }],
    ]);
    const { value, low, high } = readiness([required('a', 5, 3), required('b', 3)], levels);
    expect(value).toBe(50);
    expect(high).toBeCloseTo(50 + 1.96 * Math.sqrt(28.125), 10);
    expect(low).toBeCloseTo(50 - 1.96 * Math.sqrt(28.125), 10);
  });
  it('adds no uncertainty where level 1 is required, and cuts the interval at 0 and 100', () => {
    expect(readiness([required('a', 1)], levelsOf({ a: 2 }, 0.4))).toMatchObject({ low: 100, high: 100 });
    const wide = readiness([required('a', 2)], levelsOf({ a: 1.5 }, 0.5));
    expect(wide).toMatchObject({ value: 50, low: 0, high: 100 });
  });
  it('has no interval when any standard error is missing', () => {
    const levels = new Map([
      ['a', { level: 3, standardError: 0.2 }],
      ['b', { level: 2, standardError: null }],
    ]);
    expect(readiness([required('a', 5), required('b', 3)], levels)).toMatchObject({ low: null, high: null });
  });
  it('is absent when the statement requires nothing of the executive', () => {
    expect(executiveReadiness([], levelsOf({ a: 3 }), DEFAULT_POLICY)).toBeNull();
  });
  it('refuses what cannot be meant', () => {
    const faulty: [readonly Requirement[], ReadonlyMap<string, CountedLevel>][] = [
      [[required('a', 3)], levelsOf({ a: 7 })],
      [[required('a', 3)], levelsOf({ a: NaN })],
      [[required('a', 3)], levelsOf({ a: 3 }, -0.1)],
      [[required('a', 0)], levelsOf({})],
      [[required('a', 3, 0)], levelsOf({})],
      [[required('a', 3, Infinity)], levelsOf({})],
      [[required('a', 3), required('a', 4)], levelsOf({})],
    ];
    for (const [requirements, levels] of faulty)
      expect(() => executiveReadiness(requirements, levels, DEFAULT_POLICY)).toThrow(RangeError);
  });
  it('refuses a faulty policy', () => {
    const faults = [
      { readySoonFrom: 95 },
      { readyNowFrom: 101 },
      { readySoonFrom: -1 },
      { minimumCoverage: 1.1 },
      { criticalMargin: -0.1 },
      { staleAfterMonths: 0 },
      { staleAfterMonths: 1.5 },
    ];
    for (const fault of faults)
      expect(() =>
        executiveReadiness([required('a', 3)], new Map(), { ...DEFAULT_POLICY, ...fault }),
      ).toThrow(RangeError);
  });
});

const rank = ['DEVELOPING', 'READY_SOON', 'READY_NOW'];
const tenths = fc.integer({ min: 10, max: 50 }).map((n) => n / 10);
const row = fc.record({
  requiredLevel: tenths,
  weight: fc.integer({ min: 1, max: 40 }).map((n) => n / 8),
  critical: fc.boolean(),
  level: fc.option(tenths, { nil: null, freq: 8 }),
  standardError: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null, freq: 8 }),
});
const rows = fc.array(row, { minLength: 1, maxLength: 10 });
const inputOf = (all: readonly (typeof row extends fc.Arbitrary<infer T> ? T : never)[]) => ({
  requirements: all.map((one, i) => ({ ...one, capabilityId: `c${i}`, leadershipLevelId: null })),
  levels: new Map<string, CountedLevel>(
    all.flatMap(({ level, standardError }, i) =>
      level === null ? [] : [[`c${i}`, { level, standardError }]],
    ),
  ),
});

describe('executiveReadiness, whatever the input', () => {
  it('has a value of 0..100 that is the sum of its parts, within its interval', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { requirements, levels } = inputOf(all);
        const { value, low, high, coverage, parts, band } = readiness(requirements, levels);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
        expect(value === null).toBe(band === 'INSUFFICIENT_EVIDENCE');
        const sum = (of: (part: (typeof parts)[number]) => number | null) =>
          parts.reduce((total, part) => total + (of(part) ?? 0), 0);
        expect(Math.abs(sum((part) => part.contribution) - (value ?? 0))).toBeLessThan(1e-9);
        expect(Math.abs(sum((part) => part.share) - (value === null ? 0 : 1))).toBeLessThan(1e-9);
        const ends = [0, low ?? 0, value ?? low ?? 0, high ?? 100, 100];
        expect(ends).toEqual(ends.toSorted((a, b) => a - b));
        const unknown = value === null || parts.some(({ level }) => level?.standardError === null);
        expect([low === null, high === null]).toEqual([unknown, unknown]);
      }),
      { numRuns: 500 },
    );
  });
  it('never falls, in value or band, when a known level rises', () => {
    fc.assert(
      fc.property(rows, fc.nat(), tenths, (all, pick, other) => {
        const { requirements, levels } = inputOf(all);
        const known = [...levels.keys()];
        const capability = known[pick % known.length];
        if (capability === undefined) return;
        const raised = new Map(levels);
        const old = levels.get(capability)!;
        raised.set(capability, { ...old, level: Math.max(old.level, other) });
        const before = readiness(requirements, levels);
        const after = readiness(requirements, raised);
        expect(after.value ?? 0).toBeGreaterThanOrEqual((before.value ?? 0) - 1e-9);
        expect(rank.indexOf(after.band)).toBeGreaterThanOrEqual(rank.indexOf(before.band));
        expect(after.coverage).toBe(before.coverage);
      }),
    );
  });
  it('does not depend on the order of requirements, nor on the unit of their weights', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 100, noNaN: true }), (all, factor) => {
        const { requirements, levels } = inputOf(all);
        const scaled = requirements.map((one) => ({ ...one, weight: one.weight * factor })).toReversed();
        const [a, b] = [readiness(requirements, levels), readiness(scaled, levels)];
        expect(b.band).toBe(a.band);
        expect(b.coverage).toBeCloseTo(a.coverage, 9);
        expect(Math.abs((b.value ?? 0) - (a.value ?? 0))).toBeLessThan(1e-9);
        expect(b.criticalBelow.toSorted()).toEqual(a.criticalBelow.toSorted());
      }),
    );
  });
});
