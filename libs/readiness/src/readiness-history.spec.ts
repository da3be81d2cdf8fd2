import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addTallies,
  DEFAULT_POLICY,
  holdsOn,
  levelSegmentsUnder,
  overlapOf,
  readinessHistory,
  tallyOf,
  TallyColumns,
  TallyHistory,
} from './index.js';
import type {
  LevelEvidence,
  LevelPeriod,
  Period,
  PolicyPeriod,
  ReadinessPeriod,
  Requirement,
} from './index.js';

const ALWAYS: Period = { validFrom: '-infinity', validTo: 'infinity' };
const POLICY: PolicyPeriod = { ...ALWAYS, version: 1, policy: DEFAULT_POLICY };

const pricing = (requiredLevel: number, more: Partial<Requirement> = {}): Requirement => ({
  capabilityId: 'pricing',
  leadershipLevelId: null,
  requiredLevel,
  weight: 1,
  critical: false,
  ...more,
});
const level = (value: number, validFrom: string, validTo: string): LevelPeriod => ({
  level: value,
  standardError: null,
  validFrom,
  validTo,
});
const shown = (periods: readonly ReadinessPeriod[]) =>
  periods.map(({ validFrom, validTo, readiness }) => [validFrom, validTo, readiness.band, readiness.value]);

const evidence = (value: number, evidenceOn: string): LevelEvidence => ({
  source: 'MULTI_RATER',
  level: value,
  standardError: null,
  evidenceOn,
  recordedAt: `${evidenceOn}T12:00:00Z`,
  roundId: null,
});
const policyFrom = (validFrom: string, staleAfterMonths: number): PolicyPeriod => ({
  version: 2,
  validFrom,
  validTo: 'infinity',
  policy: { ...DEFAULT_POLICY, staleAfterMonths },
});
const levelDays = (policies: readonly PolicyPeriod[], ...all: LevelEvidence[]) =>
  levelSegmentsUnder(all, policies).map(({ validFrom, validTo }) => [validFrom, validTo]);

const factsOf = (value: number, validFrom: string, validTo: string, requiredLevel = 4) =>
  readinessHistory(
    [{ validFrom, validTo, requirements: [pricing(requiredLevel, { weight: 2, critical: true })] }],
    new Map([['pricing', [level(value, '-infinity', 'infinity')]]]),
    [POLICY],
  );
const counts = (history: TallyHistory) =>
  history
    .periods()
    .map(({ validFrom, validTo, tally }) => [validFrom, validTo, tally.executives, tally.readyNow]);

const day = (number: number): string => `2025-01-${String(number).padStart(2, '0')}`;

describe('periods', () => {
  it('have in common what lies in both, and the day an end names lies in none', () => {
    const spring = { validFrom: '2026-03-01', validTo: '2026-06-01' };
    expect(overlapOf(ALWAYS, spring)).toEqual(spring);
    expect(overlapOf({ validFrom: '2026-05-01', validTo: 'infinity' }, spring)).toEqual({
      validFrom: '2026-05-01',
      validTo: '2026-06-01',
    });
    expect(overlapOf({ validFrom: '2026-06-01', validTo: 'infinity' }, spring)).toBeNull();
    expect(
      ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map((each) => holdsOn(spring, each)),
    ).toEqual([false, true, true, false]);
  });
});

describe('levelSegmentsUnder', () => {
  it('lets evidence count as long as the policy of the day says', () => {
    const first = { ...POLICY, validTo: '2026-01-01' };
    const level2024 = evidence(3, '2024-11-15');
    expect(levelDays([first, policyFrom('2026-01-01', 12)], level2024)).toEqual([
      ['2024-11-15', '2026-01-01'],
    ]);
    expect(levelDays([first, policyFrom('2026-01-01', 24)], level2024)).toEqual([
      ['2024-11-15', '2026-11-15'],
    ]);
  });

  it('lets what had turned stale count again when a later policy says so', () => {
    const early = { ...POLICY, validTo: '2026-07-01' };
    expect(levelDays([early, policyFrom('2026-07-01', 24)], evidence(3, '2024-11-15'))).toEqual([
      ['2024-11-15', '2026-05-15'],
      ['2026-07-01', '2026-11-15'],
    ]);
  });

  it('has no level on days without a policy', () => {
    expect(levelDays([], evidence(3, '2024-11-15'))).toEqual([]);
  });
});

describe('readinessHistory', () => {
  const levels = new Map([['pricing', [level(3, '2024-11-15', '2026-05-15')]]]);

  it('begins and ends a fact where a level does', () => {
    const required = [{ ...ALWAYS, requirements: [pricing(4)] }];
    expect(shown(readinessHistory(required, levels, [POLICY]))).toEqual([
      ['-infinity', '2024-11-15', 'INSUFFICIENT_EVIDENCE', null],
      ['2024-11-15', '2026-05-15', 'DEVELOPING', expect.closeTo((100 * 2) / 3, 9)],
      ['2026-05-15', 'infinity', 'INSUFFICIENT_EVIDENCE', null],
    ]);
  });

  it('begins and ends a fact where what is required does, and has none where nothing is', () => {
    const required = [
      { validFrom: '2025-01-01', validTo: '2025-07-01', requirements: [pricing(4)] },
      { validFrom: '2025-07-01', validTo: '2025-10-01', requirements: [] },
      { validFrom: '2025-10-01', validTo: '2026-01-01', requirements: [pricing(3)] },
    ];
    expect(shown(readinessHistory(required, levels, [POLICY]))).toEqual([
      ['2025-01-01', '2025-07-01', 'DEVELOPING', expect.closeTo((100 * 2) / 3, 9)],
      ['2025-10-01', '2026-01-01', 'READY_NOW', 100],
    ]);
  });

  it('begins and ends a fact where a policy does, and names its version', () => {
    const strict = { ...DEFAULT_POLICY, readySoonFrom: 60 };
    const policies = [
      { ...POLICY, validTo: '2025-07-01' },
      { version: 2, validFrom: '2025-07-01', validTo: 'infinity', policy: strict },
    ];
    const required = [{ validFrom: '2025-01-01', validTo: '2026-01-01', requirements: [pricing(4)] }];
    const history = readinessHistory(required, levels, policies);
    expect(history.map(({ policyVersion, readiness }) => [policyVersion, readiness.band])).toEqual([
      [1, 'DEVELOPING'],
      [2, 'READY_SOON'],
    ]);
  });

  it('is cut by no level that is not asked for', () => {
    const more = new Map([...levels, ['selling', [level(3, '2025-02-01', '2025-03-01')]]]);
    const required = [{ validFrom: '2025-01-01', validTo: '2026-01-01', requirements: [pricing(4)] }];
    expect(readinessHistory(required, more, [POLICY])).toHaveLength(1);
  });
});

describe('TallyHistory', () => {
  const columns = new TallyColumns(['pricing']);
  function tallied(...people: (readonly ReadinessPeriod[])[]): TallyHistory {
    const history = new TallyHistory(columns);
    for (const fact of people.flat()) history.add(fact, columns.shareOf(fact.readiness));
    return history;
  }
  it('counts each executive on the days of their facts', () => {
    const ready = factsOf(4, '2025-01-01', 'infinity');
    const developing = factsOf(2, '-infinity', '2025-06-01');
    expect(counts(tallied(ready, developing))).toEqual([
      ['-infinity', '2025-01-01', 1, 0],
      ['2025-01-01', '2025-06-01', 2, 1],
      ['2025-06-01', 'infinity', 1, 1],
    ]);
  });

  it('has nothing on days without anybody, and does not end where nothing changes', () => {
    const [early, late] = [factsOf(4, '2025-01-01', '2025-02-01'), factsOf(4, '2025-02-01', '2025-03-01')];
    expect(counts(tallied(early, late, factsOf(3, '2025-05-01', '2025-06-01')))).toEqual([
      ['2025-01-01', '2025-03-01', 1, 1],
      ['2025-05-01', '2025-06-01', 1, 0],
    ]);
  });

  it('counts a part in on the days on which it belongs to it', () => {
    const whole = new TallyHistory(columns);
    const part = tallied(factsOf(4, '-infinity', 'infinity'), factsOf(4, '2025-02-01', '2025-04-01'));
    whole.addPart({ validFrom: '2025-01-01', validTo: '2025-03-01' }, part);
    expect(counts(whole)).toEqual([
      ['2025-01-01', '2025-02-01', 1, 1],
      ['2025-02-01', '2025-03-01', 2, 2],
    ]);
  });

  it('refuses a capability it has no column for', () => {
    const [fact] = factsOf(4, '-infinity', 'infinity');
    expect(() => fact && new TallyColumns([]).shareOf(fact.readiness)).toThrow(RangeError);
  });

  const people = fc.array(
    fc.record({
      value: fc.double({ min: 1, max: 5, noNaN: true }),
      requiredLevel: fc.double({ min: 1, max: 5, noNaN: true }),
      from: fc.integer({ min: 1, max: 15 }),
      length: fc.integer({ min: 1, max: 15 }),
    }),
    { maxLength: 12 },
  );
  const histories = people.map((all) =>
    all.map(({ value, requiredLevel, from, length }) =>
      factsOf(value, day(from), day(from + length), requiredLevel),
    ),
  );

  it('is on every day the tally of those who are counted then, to 1e-9 each', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 31 }), (all, number) => {
        const holding = all.flat().filter((fact) => holdsOn(fact, day(number)));
        const expected = tallyOf(holding.map(({ readiness }) => readiness));
        const found = tallied(...all)
          .periods()
          .find((period) => holdsOn(period, day(number)));
        const tally = found?.tally ?? addTallies([]);
        expect(tally.executives).toBe(expected.executives);
        expect(Math.abs(tally.valueSum - expected.valueSum)).toBeLessThan(1e-9 * 12);
        const [sums, wanted] = [tally, expected].map(({ capabilities }) => capabilities.get('pricing'));
        expect(sums?.assessed).toBe(wanted?.assessed);
        expect(Math.abs((sums?.weightedGapSum ?? 0) - (wanted?.weightedGapSum ?? 0))).toBeLessThan(1e-9 * 12);
      }),
    );
  });

  it('is the same to the last bit in whatever order people are counted in', () => {
    fc.assert(
      fc.property(histories, (all) => {
        expect(tallied(...all.toReversed()).periods()).toEqual(tallied(...all).periods());
      }),
    );
  });
});
