import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_POLICY, executiveReadiness, ReadinessBand, readinessLifts } from './index.js';
import type { Requirement } from './index.js';

const needs = (...all: readonly (readonly [string, number, number, boolean?])[]): readonly Requirement[] =>
  all.map(([capabilityId, requiredLevel, weight, critical = false]) => ({
    capabilityId,
    leadershipLevelId: null,
    requiredLevel,
    weight,
    critical,
  }));
const levels = (of: Readonly<Record<string, number>>) =>
  new Map(Object.entries(of).map(([id, level]) => [id, { level, standardError: null }]));
const liftsOf = (required: readonly Requirement[], of: Readonly<Record<string, number>>) =>
  readinessLifts(executiveReadiness(required, levels(of), DEFAULT_POLICY)!, DEFAULT_POLICY);

describe('readinessLifts', () => {
  it('is the points that one capability alone would add, and whether it would make somebody ready', () => {
    // (2 · 2/3 + 1 · 1/2) / 3 = 61.1: pricing adds 2/3 · 1/3, negotiation 1/3 · 1/2.
    const required = needs(['pricing', 4, 2], ['negotiation', 5, 1]);
    expect(liftsOf(required, { pricing: 3, negotiation: 3 })).toEqual([
      { capabilityId: 'pricing', points: expect.closeTo(200 / 9, 9), makesReady: false },
      { capabilityId: 'negotiation', points: expect.closeTo(50 / 3, 9), makesReady: false },
    ]);
    expect(liftsOf(required, { pricing: 3, negotiation: 5 })).toEqual([
      { capabilityId: 'pricing', points: expect.closeTo(200 / 9, 9), makesReady: true },
    ]);
  });

  it('makes nobody ready whom another critical capability holds back, nor anybody who is ready', () => {
    const required = needs(['pricing', 4, 1, true], ['selling', 4, 20]);
    expect(liftsOf(required, { pricing: 3, selling: 3.9 })).toMatchObject([
      { capabilityId: 'pricing', makesReady: true },
      { capabilityId: 'selling', makesReady: false },
    ]);
    expect(liftsOf(needs(['selling', 4, 1]), { selling: 3.9 })).toMatchObject([{ makesReady: false }]);
  });

  it('says nothing without enough evidence, nor of what is not known', () => {
    expect(liftsOf(needs(['pricing', 4, 1], ['selling', 4, 1]), { pricing: 2 })).toEqual([]);
    expect(liftsOf(needs(['pricing', 4, 9], ['selling', 4, 1]), { pricing: 2 })).toHaveLength(1);
  });

  it('is what readiness gains when the level is raised to what is required, for anybody', () => {
    const level = fc.double({ min: 1, max: 5, noNaN: true });
    const part = fc.record({
      required: level,
      has: fc.option(level),
      weight: fc.integer({ min: 1, max: 5 }),
      critical: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const required = needs(
          ...parts.map(({ required: r, weight, critical }, i) => [`c${i}`, r, weight, critical] as const),
        );
        const known = new Map(
          parts.flatMap(({ has }, i) =>
            has === null ? [] : [[`c${i}`, { level: has, standardError: null }] as const],
          ),
        );
        const now = executiveReadiness(required, known, DEFAULT_POLICY)!;
        for (const { capabilityId, points, makesReady } of readinessLifts(now, DEFAULT_POLICY)) {
          const reached = required.find((each) => each.capabilityId === capabilityId)!.requiredLevel;
          const raised = new Map([
            ...known,
            [capabilityId, { level: reached, standardError: null }] as const,
          ]);
          const then = executiveReadiness(required, raised, DEFAULT_POLICY)!;
          expect(then.value! - now.value!).toBeCloseTo(points, 6);
          const became = then.band === ReadinessBand.ReadyNow && now.band !== ReadinessBand.ReadyNow;
          expect(makesReady).toBe(became);
        }
      }),
    );
  });
});
