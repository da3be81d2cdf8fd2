import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_GOAL_POLICY,
  GoalStatus,
  InvalidGoalError,
  goalExpected,
  goalForecast,
  goalProgress,
  goalStatus,
  requireGoal,
} from './index.js';
import type { Goal, GoalFigure } from './index.js';

/** 100 days from .3 up to .5. */
const GOAL: Goal = { baseline: 0.3, baselineOn: '2026-01-01', target: 0.5, dueOn: '2026-04-11' };
const HALF_TIME = '2026-02-20';

const at = (current: number | null, more: Partial<GoalFigure> = {}) =>
  goalStatus(GOAL, { current, evidenceShare: 1, on: HALF_TIME, ...more });
const ask = (goal: Goal, figures: readonly { on: string; value: number }[]) =>
  goalForecast(goal, { figures, range: [0, 1], seed: 1 });

describe('requireGoal', () => {
  it('refuses a target that is the baseline, a due day not after it, and what is no number or day', () => {
    const faults: readonly Partial<Goal>[] = [
      { target: 0.3 },
      { target: 0.1 + 0.2 },
      { dueOn: '2026-01-01' },
      { dueOn: '2025-12-31' },
      { baseline: NaN },
      { target: Infinity },
      { dueOn: '2026-02-30' },
      { baselineOn: '1 January 2026' },
    ];
    for (const fault of faults) expect(() => requireGoal({ ...GOAL, ...fault })).toThrow(InvalidGoalError);
    expect(() => requireGoal(GOAL)).not.toThrow();
  });
});

describe('goalProgress', () => {
  it('is the share of the way from baseline to target, up or down', () => {
    expect(goalProgress(GOAL, 0.4)).toBeCloseTo(0.5, 12);
    expect(goalProgress(GOAL, 0.2)).toBeCloseTo(-0.5, 12);
    expect(goalProgress({ ...GOAL, baseline: 12, target: 8 }, 9)).toBeCloseTo(0.75, 12);
  });
  it('is unknown when the figure is', () => {
    expect(goalProgress(GOAL, null)).toBeNull();
  });
  it('refuses a figure that is no number', () => {
    expect(() => goalProgress(GOAL, NaN)).toThrow(InvalidGoalError);
  });
  it('does not change with the unit of the metric', () => {
    const figure = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(figure, (current) => {
        const inPercent = { ...GOAL, baseline: 30, target: 50 };
        expect(goalProgress(inPercent, 100 * current)).toBeCloseTo(goalProgress(GOAL, current)!, 9);
      }),
    );
  });
});

describe('goalExpected', () => {
  it('is the share of the time that is over, from 0 to 1', () => {
    expect(goalExpected(GOAL, HALF_TIME)).toBe(0.5);
    expect([goalExpected(GOAL, '2025-06-01'), goalExpected(GOAL, '2027-01-01')]).toEqual([0, 1]);
  });
  it('counts days of the calendar, a leap day too', () => {
    const leap = { ...GOAL, baselineOn: '2024-02-28', dueOn: '2024-03-01' };
    expect(goalExpected(leap, '2024-02-29')).toBe(0.5);
  });
  it('refuses a day that does not exist', () => {
    expect(() => goalExpected(GOAL, '2026-02-29')).toThrow(InvalidGoalError);
  });
});

describe('goalStatus', () => {
  it('is ACHIEVED from progress 1 on, before and after the due day', () => {
    expect([at(0.5), at(0.6), at(0.5, { on: '2026-05-01' })]).toEqual(
      Array.from({ length: 3 }, () => GoalStatus.Achieved),
    );
  });
  it('below that is MISSED after the due day, and not on it', () => {
    expect(at(0.49, { on: '2026-04-12' })).toBe(GoalStatus.Missed);
    expect(at(0.49, { on: '2026-04-11' })).toBe(GoalStatus.OnTrack);
  });
  it('is ON_TRACK down to 0.10 behind the expected, AT_RISK down to 0.25, else OFF_TRACK', () => {
    // expected .5: the bounds are progress .4 and .25, which are .38 and .35
    expect([at(0.4), at(0.38), at(0.3799), at(0.35), at(0.3499), at(0.1)]).toEqual([
      GoalStatus.OnTrack,
      GoalStatus.OnTrack,
      GoalStatus.AtRisk,
      GoalStatus.AtRisk,
      GoalStatus.OffTrack,
      GoalStatus.OffTrack,
    ]);
  });
  it('is NO_DATA when the figure is unknown or under 80 % of the population have enough evidence', () => {
    expect([at(null), at(0.6, { evidenceShare: 0.79 })]).toEqual([GoalStatus.NoData, GoalStatus.NoData]);
    expect([at(0.6, { evidenceShare: 0.1 + 0.7 }), at(0.6, { evidenceShare: null })]).toEqual([
      GoalStatus.Achieved,
      GoalStatus.Achieved,
    ]);
  });
  it('follows the margins of the policy', () => {
    const strict = { ...DEFAULT_GOAL_POLICY, onTrackMargin: 0, atRiskMargin: 0.05 };
    expect(goalStatus(GOAL, { current: 0.38, evidenceShare: 1, on: HALF_TIME }, strict)).toBe(
      GoalStatus.OffTrack,
    );
  });
  it('refuses a share off 0..1 and a policy that cannot be meant', () => {
    expect(() => at(0.4, { evidenceShare: 1.2 })).toThrow(InvalidGoalError);
    const figure = { current: 0.4, evidenceShare: 1, on: HALF_TIME };
    for (const fault of [{ atRiskMargin: 0.05 }, { leastEvidence: 2 }, { onTrackMargin: -1 }]) {
      expect(() => goalStatus(GOAL, figure, { ...DEFAULT_GOAL_POLICY, ...fault })).toThrow(InvalidGoalError);
    }
  });
  it('never gets worse as the figure nears the target', () => {
    const order = [GoalStatus.OffTrack, GoalStatus.AtRisk, GoalStatus.OnTrack, GoalStatus.Achieved];
    const figure = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 10, max: 28 }), (one, other, day) => {
        const on = `2026-02-${day}`;
        const [worse, better] = [at(Math.min(one, other), { on }), at(Math.max(one, other), { on })];
        expect(order.indexOf(worse as any)).toBeLessThanOrEqual(order.indexOf(better as any));
      }),
    );
  });
});

describe('goalForecast', () => {
  const year: Goal = { baseline: 0.3, baselineOn: '2025-01-01', target: 0.5, dueOn: '2026-12-31' };
  const FIGURES = [
    { on: '2025-01-01', value: 0.3 },
    { on: '2025-05-01', value: 0.34 },
    { on: '2025-09-01', value: 0.36 },
    { on: '2026-01-01', value: 0.41 },
    { on: '2026-05-01', value: 0.45 },
  ];
  it('leads the trend on to the due day, with an interval and the probability to reach the target', () => {
    const forecast = ask(year, FIGURES)!;
    // about .036 in four months, so .15 + .065 above .3
    expect(Math.abs(forecast.onDueDate - 0.52)).toBeLessThan(0.01);
    expect(forecast.low).toBeLessThan(forecast.onDueDate);
    expect(forecast.high).toBeGreaterThan(forecast.onDueDate);
    expect(forecast.probability).toBeGreaterThan(0.5);
    expect(ask({ ...year, target: 0.9 }, FIGURES)!.probability).toBeLessThan(0.05);
  });
  it('of a figure that is to fall is the probability to be at or below the target', () => {
    const falling = FIGURES.map(({ on, value }) => ({ on, value: 0.8 - value }));
    const goal = { ...year, baseline: 0.5, target: 0.3 };
    expect(Math.abs(ask(goal, falling)!.probability - ask(year, FIGURES)!.probability)).toBeLessThan(0.05);
    expect(ask({ ...goal, target: 0.05 }, falling)!.probability).toBeLessThan(0.05);
  });
  it('is none of fewer than four days of evidence, and none from the due day on', () => {
    expect([ask(year, []), ask(year, FIGURES.slice(0, 3))]).toEqual([null, null]);
    expect(ask({ ...year, dueOn: '2026-05-01' }, FIGURES)).toBeNull();
  });
  it('is the same for the same seed', () => {
    expect(ask(year, FIGURES.toReversed())).toEqual(ask(year, FIGURES));
  });
  it('refuses a goal that cannot be meant and a day twice', () => {
    expect(() => ask({ ...year, target: 0.3 }, FIGURES)).toThrow(InvalidGoalError);
    expect(() => ask(year, [...FIGURES, FIGURES[0]!])).toThrow(RangeError);
  });
});
