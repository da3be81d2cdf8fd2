import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_GAIN_POLICY,
  EffectMethod,
  GainNoteCode,
  IndividualChange,
  InvalidGainError,
  attrition,
  gainReport,
  responseShift,
  returnOnInvestment,
} from './index.js';
import type { GainQuestion, GainReport } from './index.js';

type Participant = GainQuestion['participants'][number];
const participant = (pre: number, post: number, more: Partial<Participant> = {}): Participant => ({
  pre,
  post,
  change: IndividualChange.NoReliableChange,
  reachedRequired: null,
  ...more,
});
const question = (more: Partial<GainQuestion>): GainQuestion => ({
  participants: [],
  comparison: null,
  selection: null,
  seed: 1,
  ...more,
});
const codes = (report: GainReport) => report.notes.map(({ code }) => code);
/** Half of them at one level, half at another, all changed alike. */
const halves = (
  count: number,
  [low, high]: readonly [number, number],
  gain: number,
): readonly Participant[] =>
  Array.from({ length: count }, (_, place) => (place % 2 === 0 ? low : high)).map((pre) =>
    participant(pre, pre + gain),
  );

/** measurement_golden.json, "one_group". */
const PRE = [2.4, 2.8, 3.0, 2.2, 2.6, 3.1, 2.9, 2.5];
const POST = [3.0, 3.2, 3.3, 2.9, 3.1, 3.4, 3.0, 3.2];
const EIGHT = PRE.map((pre, place) => participant(pre, POST[place]!));

describe('gainReport', () => {
  it('gives the reference values of one group', () => {
    const report = gainReport(question({ participants: EIGHT }), {
      ...DEFAULT_GAIN_POLICY,
      leastParticipants: 8,
    });
    expect(report.participants).toBe(8);
    expect(report.meanPre).toBeCloseTo(2.6875, 12);
    expect(report.meanPost).toBeCloseTo(3.1375, 12);
    expect(report.meanGain).toBeCloseTo(0.45, 12);
    expect(report.effects).toEqual([
      { method: 'pre-test SD d', value: expect.closeTo(1.2751997103475274, 12), n: 8, pValue: null },
    ]);
    expect(report.gainLow).toBeGreaterThan(0.25);
    expect(report.gainLow).toBeLessThan(0.45);
    expect(report.gainHigh).toBeGreaterThan(0.45);
    expect(report.gainHigh).toBeLessThan(0.65);
    expect(codes(report)).toEqual([GainNoteCode.NoComparison]);
  });
  it('with a comparison names d_ppc2 first, with its permutation p, and keeps the pre-test SD d', () => {
    const participants = halves(10, [2, 3], 1);
    const report = gainReport(question({ participants, comparison: halves(12, [2, 3], 0.25) }));
    // SD_pre,pooled = √((10·.25 + 12·.25)/20), c_P = 1 − 3/79, difference of the changes .75
    expect(report.effects).toEqual([
      {
        method: 'd_ppc2 (Morris 2008)',
        value: expect.closeTo(((1 - 3 / 79) * 0.75) / Math.sqrt(0.275), 12),
        n: 10,
        pValue: 1 / 10_000,
      },
      // The scores after rise with those before one by one, and the groups were alike at first.
      {
        method: 'ANCOVA-adjusted d',
        value: expect.closeTo(0.75 / Math.sqrt(0.275), 12),
        n: 10,
        pValue: null,
      },
      // s_pre = √(2.5/9), J = 1 − 3/35
      {
        method: 'pre-test SD d',
        value: expect.closeTo((1 - 3 / 35) / Math.sqrt(2.5 / 9), 12),
        n: 10,
        pValue: null,
      },
    ]);
    expect(report.comparison).toEqual({ executives: 12, meanPre: 2.5, meanPost: 2.75 });
    expect(report.notes).toEqual([]);
  });
  it('gives no effect size under ten participants and says so', () => {
    const report = gainReport(question({ participants: EIGHT, comparison: halves(12, [2, 3], 0) }));
    expect(report.effects).toEqual([]);
    expect(report.comparison).not.toBeNull();
    expect(report.notes).toEqual([
      {
        code: GainNoteCode.TooFewForEffect,
        sentence: 'Too few for an effect size: 8 participants, 10 are needed.',
      },
    ]);
  });
  it('compares with no fewer than ten people and says so', () => {
    const participants = halves(10, [2, 3], 0.5);
    const report = gainReport(question({ participants, comparison: halves(9, [2, 3], 0) }));
    expect(report.comparison).toBeNull();
    expect(report.effects.map(({ method }) => method)).toEqual([EffectMethod.PreTestSd]);
    expect(codes(report)).toEqual([GainNoteCode.ComparisonTooSmall]);
    const enough = gainReport(question({ participants, comparison: halves(10, [2, 3], 0) }));
    expect([enough.comparison?.executives, codes(enough)]).toEqual([10, []]);
  });
  it('says to check the data when an effect is beyond 2, and not at 2 itself', () => {
    const beyond = gainReport(question({ participants: halves(10, [2, 2.5], 1.5) }));
    expect(codes(beyond)).toEqual([GainNoteCode.CheckTheData, GainNoteCode.NoComparison]);
    expect(beyond.notes[0]!.sentence).toContain('pre-test SD d is beyond ±2');
    const d = gainReport(question({ participants: halves(10, [2, 3], 1) })).effects[0]!.value;
    const at = { ...DEFAULT_GAIN_POLICY, implausibleEffect: d };
    expect(codes(gainReport(question({ participants: halves(10, [2, 3], 1) }), at))).toEqual([
      GainNoteCode.NoComparison,
    ]);
    const falls = gainReport(question({ participants: halves(10, [4, 4.5], -1.5) }));
    expect(codes(falls)).toContain(GainNoteCode.CheckTheData);
  });
  it('gives no effect size where all scored alike at first, and says so', () => {
    const report = gainReport(question({ participants: halves(10, [2, 2], 1) }));
    expect([report.effects, codes(report)]).toEqual([[], [GainNoteCode.NoSpread, GainNoteCode.NoComparison]]);
  });
  it('sets the expected change of a selection on the score beside the gain', () => {
    // measurement_golden.json, "rtm": μ = 3.2, r = .7, chosen at 2.4: .24 without any program
    const participants = halves(10, [2.2, 2.6], 0.3);
    const selection = { population: { mean: 3.2, reliability: 0.7 } };
    const report = gainReport(question({ participants, selection }));
    expect(report.regressionToMean).toBeCloseTo(0.24, 12);
    expect(codes(report)).toContain(GainNoteCode.SelectedOnScore);
    const unknown = gainReport(question({ participants, selection: { population: null } }));
    expect(unknown.regressionToMean).toBeNull();
    expect(unknown.notes.at(-1)!.sentence).toContain('for want of a reliability');
    expect(gainReport(question({ participants })).regressionToMean).toBeNull();
  });
  it('counts who changed, and who reached what is required, among those of whom it is known', () => {
    const { Improved, Declined, NotJudged } = IndividualChange;
    const participants = [
      participant(2, 3, { change: Improved, reachedRequired: true }),
      participant(2, 3, { change: Improved, reachedRequired: false }),
      participant(3, 2, { change: Declined }),
      participant(3, 3),
      participant(3, 3, { change: NotJudged, reachedRequired: true }),
    ];
    const report = gainReport(question({ participants }));
    const { improved, noReliableChange, declined, notJudged, reachedRequired } = report;
    expect([improved, noReliableChange, declined, notJudged, reachedRequired]).toEqual([2, 1, 1, 1, 2]);
    expect(report.notes.at(-1)!.sentence).toContain('1 of 5 participants is not judged');
  });
  it('knows nothing of changes that nobody could judge: unknown is not zero', () => {
    const unjudged = [participant(2, 3, { change: IndividualChange.NotJudged })];
    const { improved, noReliableChange, declined, notJudged, reachedRequired } = gainReport(
      question({ participants: unjudged }),
    );
    expect([improved, noReliableChange, declined, notJudged, reachedRequired]).toEqual([
      null,
      null,
      null,
      1,
      null,
    ]);
  });
  it('of nobody, one and two people gives what can be known', () => {
    const of = (participants: readonly Participant[]) => {
      const { meanPre, meanPost, meanGain, gainLow, gainHigh } = gainReport(question({ participants }));
      return [meanPre, meanPost, meanGain, gainLow, gainHigh];
    };
    expect(of([])).toEqual([null, null, null, null, null]);
    expect(of([participant(2, 3)])).toEqual([2, 3, 1, null, null]);
    expect(of([participant(2, 3), participant(3, 5)])).toEqual([2.5, 4, 1.5, 1, 2]);
    expect(codes(gainReport(question({})))).toEqual([GainNoteCode.NobodyMeasuredTwice]);
  });
  it('gives the same figures for the same seed, in whatever order people come', () => {
    const comparison = halves(14, [2, 3.5], 0.1);
    const participants = [...EIGHT, ...halves(4, [2, 4], 0.5)];
    const once = gainReport(question({ participants, comparison, seed: 7 }));
    const again = gainReport(
      question({ participants: participants.toReversed(), comparison: comparison.toReversed(), seed: 7 }),
    );
    expect(again.gainLow).toBeCloseTo(once.gainLow!, 12);
    expect(again.effects[0]!.pValue).toBe(once.effects[0]!.pValue);
  });
  it('gives the interval of the gain whether or not there is a comparison', () => {
    const alone = gainReport(question({ participants: EIGHT }));
    const compared = gainReport(question({ participants: EIGHT, comparison: halves(14, [2, 3.5], 0.1) }));
    expect([compared.gainLow, compared.gainHigh]).toEqual([alone.gainLow, alone.gainHigh]);
  });
  it('refuses a score off the scale and a policy that cannot be meant', () => {
    expect(() => gainReport(question({ participants: [participant(0, 3)] }))).toThrow(InvalidGainError);
    expect(() => gainReport(question({ comparison: [{ pre: 3, post: NaN }] }))).toThrow(InvalidGainError);
    for (const policy of [{ leastParticipants: 1 }, { leastComparison: 2.5 }, { implausibleEffect: -1 }]) {
      expect(() => gainReport(question({}), { ...DEFAULT_GAIN_POLICY, ...policy })).toThrow(InvalidGainError);
    }
  });
  it('adds up: mean gain = mean post − mean pre, within its interval, and every participant is in one count', () => {
    const level = fc.integer({ min: 4, max: 20 }).map((quarters) => quarters / 4);
    const change = fc.constantFrom(...Object.values(IndividualChange));
    const people = fc.array(
      fc.record({ pre: level, post: level, change, reachedRequired: fc.constantFrom(true, false, null) }),
      { minLength: 2, maxLength: 14 },
    );
    fc.assert(
      fc.property(people, fc.nat(), (participants, seed) => {
        const report = gainReport(question({ participants, seed }));
        expect(report.meanGain).toBeCloseTo(report.meanPost! - report.meanPre!, 9);
        expect(report.gainLow).toBeLessThanOrEqual(report.meanGain! + 1e-9);
        expect(report.gainHigh).toBeGreaterThanOrEqual(report.meanGain! - 1e-9);
        const { improved, noReliableChange, declined, notJudged } = report;
        expect((improved ?? 0) + (noReliableChange ?? 0) + (declined ?? 0) + notJudged).toBe(
          participants.length,
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('attrition', () => {
  it('sets those measured twice beside all who were measured', () => {
    const people = [
      { pre: 2, post: 4 },
      { pre: 3, post: 3 },
      { pre: 1, post: null },
      { pre: null, post: 5 },
    ];
    expect(attrition(people)).toEqual({
      measuredPre: 3,
      measuredPost: 3,
      measuredTwice: 2,
      meanPreOfAll: 2,
      meanPreOfTwice: 2.5,
      meanPostOfAll: 4,
      meanPostOfTwice: 3.5,
    });
  });
  it('knows no mean of nobody', () => {
    const nobody = attrition([]);
    expect([nobody.measuredTwice, nobody.meanPreOfAll, nobody.meanPostOfTwice]).toEqual([0, null, null]);
  });
});

describe('responseShift', () => {
  it('is the mean of PRE − THEN, and unknown of nobody', () => {
    expect(
      responseShift([
        { pre: 4, retrospective: 3 },
        { pre: 3, retrospective: 3 },
      ]),
    ).toBe(0.5);
    expect(responseShift([])).toBeNull();
  });
});

describe('returnOnInvestment', () => {
  it('is what came back beyond the costs, in percent', () => {
    const investment = { benefits: 400, isolation: 0.5, confidence: 0.8, costs: 100 };
    expect(returnOnInvestment(investment)).toBeCloseTo(60, 12);
    expect(returnOnInvestment({ ...investment, benefits: 0 })).toBe(-100);
  });
  it('refuses costs of nothing, negative benefits and a share off 0..1', () => {
    const investment = { benefits: 400, isolation: 0.5, confidence: 0.8, costs: 100 };
    for (const fault of [{ costs: 0 }, { benefits: -1 }, { isolation: 1.1 }, { confidence: NaN }]) {
      expect(() => returnOnInvestment({ ...investment, ...fault })).toThrow(InvalidGainError);
    }
  });
});
