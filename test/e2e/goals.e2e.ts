/** Alignment goals: their figures, how they stand, and what moved them, worked by hand; real facts from a real worker. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayFromToday, DirectionEditor, need } from '../support/direction.js';
import { answerTo } from '../support/gains-world.js';
import { aGoal, CREATE_GOAL, GOALS, levelsOf } from '../support/goals.js';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { aCohort, anEnrollment } from '../support/programs.js';
import { tellReadiness, workDone } from '../support/readiness.js';
import { TestWorker } from '../support/worker.js';

const FIRST_DAY = '2024-01-31';
const LATER = '2024-06-30';

const part = (source: string, amount: number, more: object = {}) => ({
  source,
  cohort: source === 'COHORT' ? { name: 'Spring' } : null,
  capability: { code: 'pricing' },
  amount: expect.closeTo(amount, 9),
  ...more,
});

describe('alignment goals', () => {
  let program: Program;
  let worker: TestWorker;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program);
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });

  const ask = (token: string, document: string, variables?: object) =>
    answerTo({ program, token }, document, variables);

  async function worked(org: TestOrganization): Promise<void> {
    await tellReadiness(org);
    await workDone(program, org);
  }

  /**
   * Pricing 3 is required of all, so readiness is 100 · (L − 1) / 2. On the first day Ann and Ben have 50, Cy 100: mean
   * 66.67, a third ready. Later Ann (after a cohort) has 100, Ben 75, Dee (who came) 0, Eve (assessed since) 100, and
   * Cy has left: mean 68.75, half ready.
   */
  async function world() {
    const org = await program.organization();
    const [unit, level] = [await org.unit('Sales'), await org.level()];
    const at = { unit, level };
    const pricing = await org.capability('pricing');
    const growth = await org.strategy('Growth', [[pricing, 3]]);
    const ann = await org.executive('Ann', at);
    const ben = await org.executive('Ben', at);
    const cy = await org.executive('Cy', { ...at, to: '2024-04-01' });
    const dee = await org.executive('Dee', { ...at, from: '2024-04-01' });
    const eve = await org.executive('Eve', at);
    const cohort = await aCohort(org, { name: 'Spring', startsOn: '2024-05-06', endsOn: '2024-05-17' });
    await anEnrollment(org, cohort, ann, 'COMPLETED');
    await anEnrollment(org, cohort, ben, 'WITHDRAWN');
    // Over before the first day, and after the later one: not what moved anybody in between.
    for (const [startsOn, endsOn] of [
      ['2024-01-08', FIRST_DAY],
      ['2024-06-17', '2024-07-01'],
    ] as const)
      // prettier-ignore
      // oxlint-disable-next-line no-await-in-loop
      await anEnrollment(org, await aCohort(org, { startsOn, endsOn }), ben, 'COMPLETED');
    const [first, second] = ['2024-01-15', '2024-06-15'];
    await levelsOf(org, pricing, first, [[ann, 2], [ben, 2], [cy, 3]]); // prettier-ignore
    await levelsOf(org, pricing, second, [[ann, 3], [ben, 2.5], [dee, 1], [eve, 3]]); // prettier-ignore
    await worked(org);
    return { org, unit, level, pricing, growth, token: await org.designer(), ann, ben, cohort };
  }

  it('unfold what moved mean readiness by person, cause and capability', async () => {
    const { token, growth, unit } = await world();
    const input = {
      title: ' Ready ',
      strategyId: growth.id,
      metric: 'MEAN_READINESS',
      baselineOn: FIRST_DAY,
      target: 90,
      dueOn: '2024-12-31',
    };
    const baseline = expect.closeTo(200 / 3, 9);
    expect(await ask(token, CREATE_GOAL, { input })).toMatchObject({
      title: 'Ready',
      version: 1,
      baseline,
      population: 'Whole organization',
    });
    const population = { unitId: unit.id };
    expect(await ask(token, CREATE_GOAL, { input: { ...input, population } })).toMatchObject({
      baseline,
      population: 'Sales',
    });
    const goals = await ask(token, GOALS, { strategyId: growth.id, asOf: LATER });
    expect(goals).toHaveLength(2);
    const [goal] = goals;
    const moved = 68.75 - 200 / 3;
    expect(goal).toMatchObject({
      strategy: { title: 'Growth' },
      capability: null,
      current: expect.closeTo(68.75, 9),
      progress: expect.closeTo(moved / (90 - 200 / 3), 9),
      // 151 of 335 days are over, .45 of the way is expected, .09 is done.
      status: 'OFF_TRACK',
      contributions: [
        part('COHORT', 50 / 4),
        part('OTHERS', 25 / 4),
        part('EVIDENCE', (100 - 200 / 3) / 4),
        part('JOINED', (0 - 200 / 3) / 4),
        part('LEFT', -(100 - 200 / 3) / 4),
      ],
    });
    const sum = goal.contributions.reduce((total: number, { amount }: any) => total + amount, 0);
    expect(sum).toBeCloseTo(moved, 9);
    expect(goals[1].contributions).toEqual(goal.contributions);
  });

  it('unfold what moved the share of those who are ready', async () => {
    const { org, token, growth } = await world();
    const share = { metric: 'STRATEGY_READINESS', baseline: 0.25, target: 0.5 } as const;
    await aGoal(org, { ...share, strategyId: growth.id });
    const [goal] = await ask(token, GOALS, { asOf: LATER });
    const none = { capability: null };
    expect(goal).toMatchObject({ current: 0.5, progress: 1, status: 'ACHIEVED' });
    expect(goal.contributions).toEqual([
      part('COHORT', 1 / 4, none),
      part('EVIDENCE', 2 / 3 / 4, none),
      part('JOINED', -1 / 3 / 4, none),
      part('LEFT', -2 / 3 / 4, none),
      // A third on the first day, where a quarter was typed in.
      part('TYPED_BASELINE', 1 / 3 - 1 / 4, none),
    ]);
  });

  it('tell new requirements, stale evidence and moves apart', async () => {
    const { org, token, growth, unit, pricing, ann, ben } = await world();
    // From May Pricing 5 is required: Ann 3 → .5, Ben 2.5 → .375. Evidence turns stale after 18 months, in July 2025.
    await new DirectionEditor(program, token).require(growth, [need(pricing, 5)], {
      effectiveFrom: '2024-07-01',
    });
    await org.within((tx) =>
      tx.query(`UPDATE posting SET valid_to = '2024-08-01' WHERE organization_id = $1 AND person_id = $2`, [
        org.organizationId,
        ben.personId,
      ]),
    );
    await org.post(ben, { level: await org.level(), from: '2024-08-01' });
    await worked(org);
    const from = { strategyId: growth.id, baselineOn: LATER, baseline: 68.75, dueOn: '2025-12-31' };
    await aGoal(org, { ...from, baselineTyped: false, unitId: unit.id });
    const on = async (asOf: string) => (await ask(token, GOALS, { asOf }))[0];
    const changed = await on('2024-07-31');
    expect(changed.contributions).toEqual([part('REQUIREMENTS', (50 + 37.5 + 0 + 50) / 4 - 68.75)]);
    const moved = await on('2024-08-31');
    expect(moved.current).toBeCloseTo(100 / 3, 9);
    expect(moved.contributions).toEqual([
      part('REQUIREMENTS', -(50 + 50) / 3),
      part('MOVED', -(75 - 68.75) / 3),
    ]);
    await levelsOf(org, pricing, '2025-12-01', [[ann, 5]]);
    await worked(org);
    const last = await on('2025-12-31');
    expect(last).toMatchObject({ current: 100, status: 'NO_DATA' });
    const sum = last.contributions.reduce((total: number, { amount }: any) => total + amount, 0);
    expect(sum).toBeCloseTo(100 - 68.75, 9);
    // Dee and Eve are no longer assessed.
    expect(last.contributions).toContainEqual(part('EVIDENCE', -(0 - 68.75 + (100 - 68.75)) / 1));
  });

  it('stand where progress and the day put them, with too little evidence nowhere', async () => {
    const { org, token, growth, pricing } = await world();
    const status = async (more: object, asOf: string) => {
      const { title } = await aGoal(org, { strategyId: growth.id, ...more });
      const goals = await ask(token, GOALS, { asOf });
      return goals.find((goal: any) => goal.title === title)?.status;
    };
    // 151 of 335 days: .451 is expected. 68.75 is .4687 of the way from 50 to 90, .3125 to 110, ….
    expect(await status({}, LATER)).toBe('ON_TRACK');
    expect(await status({ baseline: 60, target: 89 }, LATER)).toBe('AT_RISK');
    expect(await status({ baseline: 67 }, LATER)).toBe('OFF_TRACK');
    expect(await status({ dueOn: '2024-06-29' }, LATER)).toBe('MISSED');
    expect(await status({ target: 68 }, LATER)).toBe('ACHIEVED');
    // Of Ann, Ben, Cy and Eve one is not assessed: 75 %.
    expect(await status({}, FIRST_DAY)).toBe('NO_DATA');
    expect(await status({}, '2026-06-30')).toBe('NO_DATA');
    const level = { metric: 'CAPABILITY_LEVEL', capabilityId: pricing.id, baseline: 2.2, target: 3 };
    expect(await status(level, LATER)).toBe('AT_RISK');
    const [goal] = (await ask(token, GOALS, { asOf: LATER })).filter((each: any) => each.capability);
    expect(goal).toMatchObject({ current: expect.closeTo(9.5 / 4, 9), contributions: [] });
  });

  it('are of a cohort, too, and of a leadership level', async () => {
    const { org, token, growth, cohort, level } = await world();
    const of = { strategyId: growth.id };
    await aGoal(org, { ...of, title: 'A', cohortId: cohort.id });
    await aGoal(org, { ...of, title: 'B', leadershipLevelId: level.id });
    const [ofCohort, ofLevel] = await ask(token, GOALS, { asOf: LATER });
    expect(ofCohort).toMatchObject({ current: 100, population: 'Spring' });
    expect(ofCohort.contributions).toEqual([part('COHORT', 50)]);
    expect(ofLevel).toMatchObject({ current: expect.closeTo(68.75, 9), population: level.name });
    expect(await ask(token, `{ strategies { goals { population } } }`)).toEqual([
      { goals: [{ population: 'Spring' }, { population: level.name }] },
    ]);
  });

  it('foretell the due day from four evidence days on', async () => {
    const org = await program.organization();
    const token = await org.designer();
    const pricing = await org.capability('pricing');
    const ann = await org.executive('Ann');
    const level = { metric: 'CAPABILITY_LEVEL', capabilityId: pricing.id } as const;
    await aGoal(org, { ...level, baseline: 2, target: 3.9, dueOn: dayFromToday(90) });
    const forecast = async () => (await ask(token, GOALS))[0].forecast;
    expect(await forecast()).toBeNull();
    // Half a level in a hundred days, exactly.
    const assess = async (days: number) => {
      await levelsOf(org, pricing, dayFromToday(-days), [[ann, 3.5 - days / 200]]);
      await worked(org);
    };
    for (const days of [300, 200, 100])
      // oxlint-disable-next-line no-await-in-loop
      await assess(days);
    expect(await forecast()).toBeNull();
    await assess(50);
    const due = expect.closeTo(3.95, 9);
    expect(await forecast()).toEqual({ onDueDate: due, low: due, high: due, probability: 1 });
  });
});
