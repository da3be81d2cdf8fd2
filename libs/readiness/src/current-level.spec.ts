import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currentLevel, levelSegments, makesLevels } from './index.js';
import type { LevelEvidence } from './index.js';

const evidence = (
  source: LevelEvidence['source'],
  level: number,
  evidenceOn: string,
  more: Partial<LevelEvidence> = {},
) => ({
  source,
  level,
  evidenceOn,
  standardError: null,
  recordedAt: `${evidenceOn}T12:00:00Z`,
  roundId: null,
  ...more,
});

const shown = (all: readonly LevelEvidence[], day: string) => {
  const current = currentLevel(all, day, 18);
  return current && [current.evidence.level, current.stale ? 'stale' : 'counts'];
};

describe('makesLevels', () => {
  it('is for rounds of readiness that look at the present', () => {
    expect(makesLevels({ purpose: 'READINESS', occasion: 'FOLLOW_UP' })).toBe(true);
    expect(makesLevels({ purpose: 'DEVELOPMENT', occasion: 'BASELINE' })).toBe(false);
    expect(makesLevels({ purpose: 'READINESS', occasion: 'RETROSPECTIVE' })).toBe(false);
  });
});

describe('currentLevel', () => {
  it('counts evidence from its day until the day before it is 18 calendar months old', () => {
    const all = [evidence('MULTI_RATER', 3.5, '2024-11-15')];
    expect(shown(all, '2024-11-14')).toBeNull();
    expect(shown(all, '2024-11-15')).toEqual([3.5, 'counts']);
    expect(shown(all, '2026-05-14')).toEqual([3.5, 'counts']);
    expect(shown(all, '2026-05-15')).toEqual([3.5, 'stale']);
  });
  it('is the latest multi-rater result, not the best and not the last written', () => {
    const all = [
      evidence('MULTI_RATER', 4.5, '2025-01-10', { recordedAt: '2026-01-01T00:00:00Z' }),
      evidence('MULTI_RATER', 3, '2025-06-10', { recordedAt: '2025-06-11T00:00:00Z' }),
    ];
    expect(shown(all, '2025-12-31')).toEqual([3, 'counts']);
  });
  it('is a panel that is at least as recent as the latest multi-rater result', () => {
    const round = evidence('MULTI_RATER', 3, '2025-06-10');
    expect(shown([round, evidence('PANEL', 4, '2025-06-10')], '2025-12-31')).toEqual([4, 'counts']);
    expect(shown([round, evidence('PANEL', 4, '2025-06-09')], '2025-12-31')).toEqual([3, 'counts']);
  });
  it('is the latest panel without a multi-rater result, and the manager only without either', () => {
    const manager = evidence('MANAGER', 5, '2025-12-01');
    const panels = [evidence('PANEL', 2, '2025-01-01'), evidence('PANEL', 3, '2025-02-01')];
    expect(shown([manager, ...panels], '2025-12-31')).toEqual([3, 'counts']);
    expect(shown([manager, evidence('MULTI_RATER', 2, '2025-01-01')], '2025-12-31')).toEqual([2, 'counts']);
    expect(shown([evidence('MANAGER', 4, '2025-11-01'), manager], '2025-12-31')).toEqual([5, 'counts']);
  });
  it('is weaker evidence once the stronger has turned stale', () => {
    const all = [evidence('MULTI_RATER', 2, '2024-01-31'), evidence('MANAGER', 4, '2025-01-01')];
    expect(shown(all, '2025-07-30')).toEqual([2, 'counts']);
    expect(shown(all, '2025-07-31')).toEqual([4, 'counts']);
  });
  it('is the level that counted last, as stale, when nothing counts any more', () => {
    const all = [evidence('MULTI_RATER', 2, '2023-01-01'), evidence('MANAGER', 4, '2023-06-01')];
    expect(shown(all, '2026-01-01')).toEqual([4, 'stale']);
  });
  it('is the later recorded one of two of the same source and day', () => {
    const all = [
      evidence('MULTI_RATER', 2, '2025-01-01', { recordedAt: '2025-01-03T00:00:00Z' }),
      evidence('MULTI_RATER', 4, '2025-01-01', { recordedAt: '2025-01-02T00:00:00Z' }),
    ];
    expect(shown(all, '2025-02-01')).toEqual([2, 'counts']);
    expect(shown(all.toReversed(), '2025-02-01')).toEqual([2, 'counts']);
  });
  it('is the same of two that differ in their round only, in any order', () => {
    const all = ['r1', 'r2'].map((roundId) => evidence('MULTI_RATER', 3, '2025-01-01', { roundId }));
    const [a, b] = [all, all.toReversed()].map(
      (one) => currentLevel(one, '2025-02-01', 18)?.evidence.roundId,
    );
    expect(a).toBe(b);
  });
  it('is null when nothing is known', () => {
    expect(currentLevel([], '2026-01-01', 18)).toBeNull();
  });
  it('refuses a level off the scale and a day that does not exist', () => {
    expect(() => currentLevel([evidence('PANEL', 5.1, '2025-01-01')], '2025-02-01', 18)).toThrow(RangeError);
    expect(() => currentLevel([evidence('PANEL', 5, '2025-02-29')], '2025-03-01', 18)).toThrow(RangeError);
    expect(() => currentLevel([], '2025-02-29', 18)).toThrow(RangeError);
  });
});

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyEvidence: fc.Arbitrary<LevelEvidence> = fc.record({
  source: fc.constantFrom('MULTI_RATER' as const, 'PANEL' as const, 'MANAGER' as const),
  level: fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10),
  standardError: fc.constant(null),
  // Few days, so that evidence of the same day is common.
  evidenceOn: fc.oneof(day, fc.constantFrom('2024-08-31', '2025-02-28', '2025-06-30')),
  recordedAt: day.map((on) => `${on}T08:00:00Z`),
  roundId: fc.option(fc.constantFrom('r1', 'r2'), { nil: null }),
});
const history = fc.array(anyEvidence, { maxLength: 8 });

describe('levelSegments', () => {
  it('begins on the evidence day, ends where other evidence takes over and ends at staleness', () => {
    const first = evidence('MULTI_RATER', 3, '2024-08-31');
    const manager = evidence('MANAGER', 5, '2024-10-01');
    const second = evidence('MULTI_RATER', 4, '2025-03-15');
    expect(levelSegments([second, manager, first], 18)).toEqual([
      { validFrom: '2024-08-31', validTo: '2025-03-15', evidence: first },
      { validFrom: '2025-03-15', validTo: '2026-09-15', evidence: second },
    ]);
  });
  it('leaves a gap where nothing counts', () => {
    const [a, b] = [evidence('PANEL', 3, '2022-01-01'), evidence('PANEL', 4, '2025-01-01')];
    expect(levelSegments([a, b], 18).map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2022-01-01', '2023-07-01'],
      ['2025-01-01', '2026-07-01'],
    ]);
  });
  it('goes on with weaker evidence after the stronger has turned stale', () => {
    const round = evidence('MULTI_RATER', 3, '2024-01-01');
    const manager = evidence('MANAGER', 5, '2025-01-01');
    expect(levelSegments([round, manager], 18)).toEqual([
      { validFrom: '2024-01-01', validTo: '2025-07-01', evidence: round },
      { validFrom: '2025-07-01', validTo: '2026-07-01', evidence: manager },
    ]);
  });
  it('is empty without evidence', () => {
    expect(levelSegments([], 18)).toEqual([]);
  });
  it('refuses a level off the scale', () => {
    expect(() => levelSegments([evidence('PANEL', 0, '2025-01-01')], 18)).toThrow(RangeError);
  });
  it('says on every day what counts on that day', () => {
    fc.assert(
      fc.property(history, fc.array(day, { minLength: 1, maxLength: 12 }), (all, days) => {
        const segments = levelSegments(all, 18);
        const edges = segments.flatMap(({ validFrom, validTo }) => [validFrom, validTo]);
        for (const on of [...days, ...edges, ...all.map(({ evidenceOn }) => evidenceOn)]) {
          const current = currentLevel(all, on, 18);
          const holding = segments.filter(({ validFrom, validTo }) => validFrom <= on && on < validTo);
          expect(holding.length).toBeLessThanOrEqual(1);
          const last = segments.findLast(({ validFrom }) => validFrom <= on);
          const expected = last && { evidence: last.evidence, stale: holding.length === 0 };
          expect(current).toEqual(expected ?? null);
        }
      }),
      { numRuns: 1000 },
    );
  });
  it('gives segments that follow each other and differ where they touch', () => {
    fc.assert(
      fc.property(history, (all) => {
        const segments = levelSegments(all, 18);
        for (const [index, segment] of segments.entries()) {
          const previous = segments[index - 1];
          expect(segment.validFrom < segment.validTo).toBe(true);
          expect((previous?.validTo ?? '') <= segment.validFrom).toBe(true);
          const touches = previous?.validTo === segment.validFrom;
          expect(touches && previous?.evidence === segment.evidence).toBe(false);
        }
      }),
    );
  });
  it('does not depend on the order in which evidence came in', () => {
    const shuffled = history.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(levelSegments(other, 18)).toEqual(levelSegments(all, 18));
      }),
    );
  });
});
