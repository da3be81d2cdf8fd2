/** What a cohort changed against everybody else, each figure worked by hand. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRound } from '../support/assessments.js';
import { answerTo, completing, gainsWorld, people, REPORT, scored } from '../support/gains-world.js';
import { aLevel, aReleasedRound, manager } from '../support/gains.js';
import type { Groups } from '../support/gains.js';
import type { TestExecutive } from '../support/organization.js';
import { Program } from '../support/program.js';
import { aCohort, anEnrollment } from '../support/programs.js';

describe('gains', () => {
  let program: Program;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const ask = (token: string, document: string, variables?: object) =>
    answerTo({ program, token }, document, variables);
  it('sets what a cohort gained beside everybody else, as worked by hand', async () => {
    const { org, token, cohort, participants, pricing } = await gainsWorld(program);
    await org.strategy('Growth', [[pricing, 3]]);
    for (const [i, who] of participants.slice(0, 4).entries()) {
      const levels = { before: i < 3 ? 2 : 3, after: i < 2 ? 3 : 2.9 };
      // oxlint-disable-next-line no-await-in-loop
      await aLevel(org, who, pricing, { level: levels.before, from: '2025-03-31', to: '2025-12-31' });
      // oxlint-disable-next-line no-await-in-loop
      await aLevel(org, who, pricing, { level: levels.after, from: '2025-12-31', to: '2027-06-30' });
    }
    const reports = await ask(token, REPORT, { cohortId: cohort.id });
    // What the program develops comes first.
    expect(reports.map((each: any) => each.capability.code)).toEqual(['selling', 'pricing']);
    const [, report] = reports;
    const sd = Math.sqrt(10 * 0.25 * (1 / 9));
    expect(report).toMatchObject({
      participants: 10,
      leftOut: 0,
      confirmed: 10,
      suppressed: false,
      meanPre: 2.5,
      meanPost: 3.5,
      meanGain: 1,
      gainLow: 1,
      gainHigh: 1,
      comparison: { executives: 10, meanPre: 3.5, meanPost: 4 },
      // (1 − .5) · (3 − 2.5)
      regressionToMean: expect.closeTo(0.25, 9),
      // RC = 1 / 0.5 = 2 > 1.96
      improved: 10,
      noReliableChange: 0,
      declined: 0,
      // Of the four whose levels are known: two passed 3, one did not get there, one was there before.
      reachedRequired: 2,
      raterOverlap: null,
    });
    expect(report.effects).toEqual([
      {
        method: 'd_ppc2 (Morris 2008)',
        value: expect.closeTo(((1 - 3 / 71) * (1 - 0.5)) / sd, 9),
        n: 10,
        pValue: expect.any(Number),
      },
      // After, the others were half a level higher; before, a whole one, which by the slope of 1 counts for as much.
      { method: 'ANCOVA-adjusted d', value: expect.closeTo(0.5 / sd, 9), n: 10, pValue: null },
      { method: 'pre-test SD d', value: expect.closeTo((1 / sd) * (1 - 3 / 35), 9), n: 10, pValue: null },
    ]);
    expect(report.effects[0].pValue).toBeLessThan(0.01);
    expect(report.notes).toEqual([
      'If the participants were chosen by their scores, a change of +0.25 levels was to be expected without any program.',
    ]);
    expect(reports[0].reachedRequired).toBeNull();
    expect(await ask(token, REPORT, { cohortId: cohort.id })).toEqual(reports);
  });

  it('takes of each cohort the last round before its start and the first after its end', async () => {
    const { org, token, participants, others, cohort, developing, pricing } = await gainsWorld(program);
    const flat = (level: number) => scored([...participants, ...others], pricing, () => level);
    await aReleasedRound(org, '2025-01-31', flat(1));
    await aReleasedRound(org, '2026-03-31', flat(5));
    // On days of the cohort itself, for development, remembered, or not released: none of them is an occasion.
    await aReleasedRound(org, '2025-06-02', flat(1));
    await aReleasedRound(org, '2025-06-13', flat(5));
    await aReleasedRound(org, '2025-05-31', flat(1), { purpose: 'DEVELOPMENT' });
    await aReleasedRound(org, '2025-07-31', flat(1), { occasion: 'RETROSPECTIVE' });
    await aRound(org, participants, [pricing], { status: 'CLOSED', evidenceOn: '2025-08-31' });
    const report = async (asked: object) =>
      (await ask(token, REPORT, asked)).find(({ capability }: any) => capability.code === 'pricing');
    expect(await report({ cohortId: cohort.id })).toMatchObject({ meanPre: 2.5, meanPost: 3.5 });

    const later = await aCohort(org, {
      programId: developing.id,
      status: 'COMPLETED',
      startsOn: '2026-01-05',
      endsOn: '2026-01-16',
    });
    await completing(org, later, others.slice(0, 2));
    expect(await report({ cohortId: later.id })).toMatchObject({
      participants: 2,
      meanPre: 4,
      meanPost: 5,
      // The ten of the earlier cohort and eight others had no seat from December to March.
      comparison: { executives: 18 },
    });
    const both = { participants: 12, meanPre: expect.closeTo((10 * 2.5 + 2 * 4) / 12, 9) };
    expect(await report({ programId: developing.id })).toMatchObject(both);
    const unmeasured = await aCohort(org, {
      status: 'COMPLETED',
      startsOn: '2026-06-01',
      endsOn: '2026-06-12',
    });
    await completing(org, unmeasured, others);
    expect(await ask(token, REPORT, { cohortId: unmeasured.id })).toEqual([]);
    expect(await report({})).toMatchObject(both);
  });

  it('finds the cohorts of a strategy by what it requires today', async () => {
    const { org, token, selling, pricing } = await gainsWorld(program);
    const sales = await org.strategy('Sales', [[selling, 3]]);
    const prices = await org.strategy('Prices', [[pricing, 3]]);
    const draft = await org.strategy('Draft', []);
    const found = async (strategyId: string) =>
      (await ask(token, REPORT, { strategyId })).map((each: any) => [
        each.capability.code,
        each.participants,
      ]);
    expect(await found(sales.id)).toEqual([
      ['selling', 10],
      ['pricing', 10],
    ]);
    expect(await found(prices.id)).toEqual([]);
    expect(await found(draft.id)).toEqual([]);
  });

  it('compares with nobody who had a seat in a cohort meanwhile, and not with fewer than ten', async () => {
    const { org, token, cohort, others } = await gainsWorld(program);
    const during = (startsOn: string, endsOn: string) => aCohort(org, { startsOn, endsOn });
    const comparison = async () => {
      const [report] = await ask(token, REPORT, { cohortId: cohort.id });
      return [report.comparison?.executives ?? null, report.effects.length];
    };
    const [first, second, third] = others as [TestExecutive, TestExecutive, TestExecutive];
    // Over before the first round, after the second, waiting, withdrawn: still to compare with.
    await anEnrollment(org, await during('2025-03-03', '2025-03-30'), first, 'COMPLETED');
    await anEnrollment(org, await during('2026-01-01', '2026-01-30'), second, 'CONFIRMED');
    await anEnrollment(org, await during('2025-09-01', '2025-09-12'), third, 'WAITLISTED');
    await anEnrollment(org, await during('2025-09-01', '2025-09-12'), third, 'WITHDRAWN');
    expect(await comparison()).toEqual([10, 3]);
    await anEnrollment(org, await during('2025-12-31', '2026-01-09'), first, 'PENDING');
    expect(await comparison()).toEqual([null, 1]);
    const [report] = await ask(token, REPORT, { cohortId: cohort.id });
    expect(report.notes).toEqual([expect.stringContaining('Comparison group too small: 9 people')]);
    expect(report.regressionToMean).toBeNull();
  });

  it('leaves out, and counts, who has no rater group in common, and says how those measured twice differ', async () => {
    const org = await program.organization();
    const token = await org.designer();
    const pricing = await org.capability('pricing');
    const [common, changed, gone, seated] = (await people(org, 4)) as [
      TestExecutive,
      TestExecutive,
      TestExecutive,
      TestExecutive,
    ];
    const cohort = await aCohort(org, { status: 'COMPLETED', startsOn: '2025-06-02', endsOn: '2025-06-13' });
    await completing(org, cohort, [common, changed, gone]);
    await anEnrollment(org, cohort, seated, 'CONFIRMED');
    const peers: Groups = { PEER: [5, 3] };
    await aReleasedRound(org, '2025-03-31', [
      [common, pricing, { ...manager(2), ...peers }],
      [changed, pricing, peers],
      [gone, pricing, manager(2)],
      [seated, pricing, manager(2)],
    ]);
    await aReleasedRound(org, '2025-12-31', [
      [common, pricing, { ...manager(3), DIRECT_REPORT: [1, 3] }],
      [changed, pricing, manager(4)],
      [seated, pricing, manager(5)],
    ]);
    const [report] = await ask(token, REPORT, { cohortId: cohort.id });
    expect(report).toMatchObject({
      participants: 1,
      leftOut: 2,
      confirmed: 4,
      meanPre: 2,
      meanPost: 3,
      gainLow: null,
      effects: [],
      improved: null,
      reachedRequired: null,
    });
    expect(report.notes).toEqual([
      expect.stringContaining('Too few for an effect size'),
      expect.stringContaining('Comparison group too small: 0 people'),
      expect.stringContaining('not judged'),
      // X of 3.5, 5 and 2; of 2 and 4
      'Of 3 who completed, 3 were measured before (mean 3.50), 2 after (mean 3.00) and 2 on both occasions (means 4.25 and 3.00).',
    ]);
  });

  it('counts somebody once who was in several cohorts between the same rounds, and completed one', async () => {
    const { org, token, participants, developing } = await gainsWorld(program);
    const second = await aCohort(org, {
      programId: developing.id,
      status: 'COMPLETED',
      startsOn: '2025-09-01',
      endsOn: '2025-09-12',
    });
    await completing(org, second, participants.slice(0, 3));
    const third = await aCohort(org, {
      programId: developing.id,
      startsOn: '2025-10-06',
      endsOn: '2025-10-17',
    });
    for (const who of participants.slice(2))
      // oxlint-disable-next-line no-await-in-loop
      await anEnrollment(org, third, who, 'CONFIRMED');
    const [report] = await ask(token, REPORT, { programId: developing.id });
    expect(report).toMatchObject({ participants: 10, confirmed: 10, leftOut: 0 });
  });
});
