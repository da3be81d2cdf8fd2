/** To whom goals are shown and how exactly, which are refused, and what asking costs. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Unit } from '@alidade/database';
import { aRound } from '../support/assessments.js';
import { answerTo, people } from '../support/gains-world.js';
import { aGoal, CREATE_GOAL, GOALS, levelsOf } from '../support/goals.js';
import type { TestExecutive } from '../support/organization.js';
import { Program } from '../support/program.js';
import { aCohort, anEnrollment } from '../support/programs.js';
import { tellReadiness, workDone } from '../support/readiness.js';
import { TestWorker } from '../support/worker.js';

const LATER = '2024-06-30';
const WITHHELD = { current: null, progress: null, status: 'NO_DATA', contributions: [], forecast: null };

const invalid = (...paths: string[]) => ['INVALID_INPUT', ...paths];

describe('goals shown', () => {
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

  /**
   * North has six, South five; Pricing 4 is required. On the last release day, 15 January, North has 33.3 (five of L 2)
   * and 66.7 (one of L 3): mean 38.9; South all 66.7. Since then one of North has been rated 4 by their manager.
   */
  async function world() {
    const org = await program.organization();
    const [north, south] = [await org.unit('North'), await org.unit('South')];
    const pricing = await org.capability('pricing');
    const growth = await org.strategy('Growth', [[pricing, 4]]);
    const norths = await people(org, 6, north);
    const souths = await people(org, 5, south);
    const all = [
      ...norths.map((who, i) => [who, i === 0 ? 3 : 2] as const),
      ...souths.map((who) => [who, 3] as const),
    ];
    await levelsOf(org, pricing, '2024-01-15', all);
    await aRound(org, [], [pricing], { status: 'RELEASED', evidenceOn: '2024-01-15' });
    await levelsOf(org, pricing, '2024-06-15', [[norths[5] as TestExecutive, 4]]);
    await tellReadiness(org);
    await workDone(program, org);
    const goal = (more: object) => aGoal(org, { strategyId: growth.id, baseline: 38.9, ...more });
    const viewer = (units: Unit[] = []) => org.tokenOf(['EXECUTIVE_VIEWER'], units);
    return { org, north, south, pricing, growth, norths, souths, goal, viewer };
  }

  it('exactly to whoever sees everybody by name, rounded and of the last release to others', async () => {
    const { org, north, goal, viewer } = await world();
    await goal({ unitId: north.id, baselineTyped: false });
    const exact = (4 * (100 / 3) + 200 / 3 + 100) / 6;
    const named = await org.tokenOf(['READINESS_VIEW_NAMED'], [north]);
    const [own] = await ask(named, GOALS, { asOf: LATER });
    expect(own).toMatchObject({ baseline: 38.9, current: expect.closeTo(exact, 9) });
    expect(own.contributions).not.toEqual([]);
    for (const token of [await viewer(), await viewer([north])]) {
      // oxlint-disable-next-line no-await-in-loop
      const [seen] = await ask(token, GOALS, { asOf: LATER });
      expect(seen).toMatchObject({ baseline: 39, current: 39, progress: 0, contributions: [] });
    }
    const before = (await ask(await viewer(), GOALS, { asOf: '2024-01-14' }))[0];
    expect(before).toMatchObject(WITHHELD);
  });

  it('to nobody else when the population, or what is left of its parent without it, is under five', async () => {
    const { org, souths, north, south, goal, viewer } = await world();
    await goal({ unitId: south.id, title: 'Typed' });
    await goal({ unitId: south.id, title: 'Read off', baselineTyped: false });
    const titles = async (token: string) =>
      (await ask(token, GOALS, { asOf: LATER })).map((g: any) => g.title);
    expect(await titles(await viewer())).toEqual(['Read off', 'Typed']);
    await org.within((tx) =>
      tx.query(`UPDATE posting SET valid_to = '2024-01-10' WHERE organization_id = $1 AND person_id = $2`, [
        org.organizationId,
        souths[0]?.personId,
      ]),
    );
    await tellReadiness(org);
    await workDone(program, org);
    const few = await ask(await viewer(), GOALS, { asOf: LATER });
    // The baseline that somebody typed in tells nothing of the four.
    expect(few).toEqual([expect.objectContaining({ title: 'Typed', ...WITHHELD })]);
    await goal({ unitId: north.id, title: 'The rest', baselineTyped: false });
    expect(await titles(await viewer())).toEqual(['Typed']);
    expect(await titles(await org.designer())).toEqual(['Read off', 'The rest', 'Typed']);
  });

  it('of cohorts, and of what reaches beyond their units, to those only who see all of it', async () => {
    const { org, north, norths, goal, viewer } = await world();
    const cohort = await aCohort(org, { name: 'Spring' });
    for (const who of norths)
      // oxlint-disable-next-line no-await-in-loop
      await anEnrollment(org, cohort, who);
    await goal({ cohortId: cohort.id });
    await goal({});
    const populations = async (token: string) =>
      (await ask(token, GOALS)).map(({ population }: any) => population).toSorted();
    expect(await populations(await org.designer())).toEqual(['Spring', 'Whole organization']);
    expect(await populations(await viewer())).toEqual(['Whole organization']);
    expect(await populations(await viewer([north]))).toEqual([]);
    expect(await populations(await org.tokenOf(['READINESS_VIEW_NAMED'], [north]))).toEqual(['Spring']);
    expect(await ask(await org.tokenOf([]), `{ strategies { goals { id } } }`)).toEqual([{ goals: [] }]);
  });

  it('are refused where nothing can be measured or reached, with every fault', async () => {
    const { org, growth, pricing, north } = await world();
    const token = await org.designer();
    const usual = { title: 'T', strategyId: growth.id, metric: 'MEAN_READINESS', baselineOn: LATER };
    const input = { ...usual, target: 90, dueOn: '2024-12-31' };
    const refused = async (more: object, as = token) => {
      const { errors } = await program.as(as, CREATE_GOAL, { input: { ...input, ...more } });
      const { code, fields = [] } = errors[0]?.extensions ?? {};
      return [code, ...fields.map(({ path }: any) => path.replace('input.', ''))];
    };
    for (const metric of ['CONDITION', 'CASCADE_COVERAGE', 'MESSAGE_UNDERSTANDING', 'OUTCOME'])
      // oxlint-disable-next-line no-await-in-loop
      expect(await refused({ metric })).toEqual(invalid('metric'));
    expect(await refused({ messageId: growth.id })).toEqual(invalid('messageId'));
    expect(await refused({ strategyId: null, dueOn: LATER })).toEqual(invalid('dueOn', 'strategyId'));
    expect(await refused({ metric: 'CAPABILITY_LEVEL' })).toEqual(invalid('capabilityId', 'target'));
    expect(await refused({ capabilityId: pricing.id })).toEqual(invalid('capabilityId'));
    expect(await refused({ metric: 'STRATEGY_READINESS', target: 1.01 })).toEqual(invalid('target'));
    expect(await refused({ baseline: 101 })).toEqual(invalid('baseline'));
    expect(await refused({ baseline: 90 })).toEqual(invalid('target'));
    expect(await refused({ title: ' ' })).toEqual(invalid('title'));
    // Nobody was assessed by then; nobody is, on days to come.
    expect(await refused({ baselineOn: '2024-01-14' })).toEqual(invalid('baselineOn'));
    expect(await refused({ baselineOn: '2999-01-01', dueOn: '2999-01-02' })).toEqual(invalid('baselineOn'));
    const both = { unitId: north.id, leadershipLevelId: north.id };
    expect(await refused({ population: both })).toEqual(invalid('population'));
    const elsewhere = await (await program.organization()).unit();
    for (const id of [elsewhere.id, 'none'])
      for (const more of [
        { strategyId: id },
        { population: { unitId: id } },
        { population: { cohortId: id } },
        { metric: 'CAPABILITY_LEVEL', target: 4, capabilityId: id },
      ])
        // oxlint-disable-next-line no-await-in-loop
        expect(await refused(more)).toEqual(['NOT_FOUND']);
    const ofNorth = await org.tokenOf(['DESIGNER'], [north]);
    expect(await refused({}, ofNorth)).toEqual(['FORBIDDEN']);
    expect(await refused({ population: { unitId: elsewhere.id } }, ofNorth)).toEqual(['NOT_FOUND']);
    expect(
      await ask(ofNorth, CREATE_GOAL, { input: { ...input, population: { unitId: north.id } } }),
    ).toMatchObject({ population: 'North' });
    expect((await program.as(token, GOALS, { strategyId: elsewhere.id })).codes).toEqual(['NOT_FOUND']);
  });

  it('take as many statements for many as for one', async () => {
    const { org, north, south, growth, goal } = await world();
    const token = await org.designer();
    const count = (document: string) => program.countQueries(() => ask(token, document, { asOf: LATER }));
    await goal({ unitId: north.id });
    const few = await count(GOALS);
    for (const unitId of [north.id, south.id, null, null])
      // oxlint-disable-next-line no-await-in-loop
      await goal({ unitId, strategyId: growth.id, metric: 'STRATEGY_READINESS', baseline: 0.1, target: 0.5 });
    expect(await count(GOALS)).toBe(few);
  });
});
