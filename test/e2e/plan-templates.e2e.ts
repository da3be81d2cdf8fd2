import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlanTemplateVersion } from '@alidade/database';
import type { Cohort, Program as DevelopmentProgram } from '@alidade/database';
import type { TestExecutive } from '../support/organization.js';
import { PlanWorld, RECORD, SET } from '../support/plan-world.js';
import { aPlan } from '../support/plans.js';
import { aCohort, aProgram } from '../support/programs.js';
import { workDone } from '../support/readiness.js';
import { TestWorker } from '../support/worker.js';

const GOALS =
  'version goals { id title targetLevel dueAfterMonths capability { code } actions { id kind title } }';
const SET_TEMPLATE = `mutation Set($programId: ID!, $v: Int!, $goals: [PlanTemplateGoalInput!]!) {
  setPlanTemplate(programId: $programId, expectedVersion: $v, goals: $goals) { ${GOALS} } }`;
const ENROLL = `mutation Enroll($cohortId: ID!, $ids: [ID!]!) { enrollExecutives(cohortId: $cohortId, executiveIds: $ids) { id } }`;
const LEAVE = 'mutation Leave($id: ID!) { withdrawEnrollment(id: $id, reason: "Other duties") { status } }';
const UNLINK = 'mutation Unlink($id: ID!) { unlinkPlanGoal(goalId: $id) { id } }';

describe('the template of a program', () => {
  let world: PlanWorld;
  let worker: TestWorker;
  let designer: string;
  let program: DevelopmentProgram;
  let cohort: Cohort;
  beforeAll(async () => {
    world = await PlanWorld.start();
    worker = await TestWorker.start(world.parts.program);
    designer = await world.parts.org.designer();
  });
  afterAll(async () => {
    await worker.stop();
    await world[Symbol.asyncDispose]();
  });

  /** A program with a template of two goals, and a cohort to come. */
  async function aTemplate() {
    const { org, pricing } = world.parts;
    program = await aProgram(org, [pricing], `Price by Value ${crypto.randomUUID()}`);
    const days = { startsOn: '2030-03-04', endsOn: '2030-03-12' };
    cohort = await aCohort(org, { programId: program.id, status: 'OPEN', maxSeats: 20, ...days });
    const visit = { kind: 'EXPOSURE', title: 'Visit three customers', dueAfterMonths: 2 };
    const goals = [
      {
        title: 'Win a price round',
        capabilityId: pricing.id,
        targetLevel: 3.5,
        dueAfterMonths: 6,
        actions: [visit],
      },
      { title: 'Teach others', actions: [{ kind: 'EXPERIENCE', title: 'Hold a clinic' }] },
    ];
    return set(0, goals);
  }
  const set = async (v: number, goals: object[]) =>
    (await ask(designer, SET_TEMPLATE, { programId: program.id, v, goals })).setPlanTemplate;
  const ask = async (token: string, document: string, variables: object) => {
    const { data, errors } = await world.parts.program.as(token, document, variables);
    expect(errors).toEqual([]);
    return data;
  };
  const enroll = async ({ executiveId }: TestExecutive): Promise<string> => {
    const { enrollExecutives } = await ask(designer, ENROLL, { cohortId: cohort.id, ids: [executiveId] });
    await workDone(world.parts.program, world.parts.org);
    return enrollExecutives[0].id;
  };
  const inputOf = ({ goals }: any) =>
    goals.map(({ capability, ...goal }: any) => ({
      ...goal,
      ...(capability && { capabilityId: world.parts.pricing.id }),
    }));

  it('brings its goals with a seat, behind those that are there, and with the plan of who has a seat already', async () => {
    await aTemplate();
    const { org } = world.parts;
    const executive = await world.someone();
    await aPlan(org, executive, { status: 'ACTIVE' });
    await enroll(executive);
    const plan = await world.planOf(executive);
    expect(plan.goals.map(({ title, state }: any) => [title, state])).toEqual([
      ['Hand over what others can do', 'ACTIVE'],
      ['Win a price round', 'ACTIVE'],
      ['Teach others', 'ACTIVE'],
    ]);
    expect(plan.goals[1]).toMatchObject({
      startLevel: 2.5,
      targetLevel: 3.5,
      template: {
        version: 1,
        linked: true,
        program: { title: program.title },
        cohort: { name: cohort.name },
      },
      actions: [{ kind: 'EXPOSURE', title: 'Visit three customers', status: 'PLANNED' }],
    });
    expect(plan.history).toMatchObject([
      { act: 'TEMPLATE_GOALS_ADDED', person: null, comment: `${program.title}: ${cohort.name}` },
    ]);
    const other = await world.someone();
    await enroll(other);
    expect((await world.started(other)).goals.map(({ title, state }: any) => [title, state])).toEqual([
      [expect.stringMatching(/^pricing/), 'ACTIVE'],
      [expect.stringMatching(/^coaching/), 'ACTIVE'],
      [expect.stringMatching(/^data/), 'ACTIVE'],
      ['Win a price round', 'WAITING'],
      ['Teach others', 'WAITING'],
    ]);
  });

  it('is read by plans until they are completed, and kept in versions', async () => {
    const template = await aTemplate();
    const { org, manager } = world.parts;
    const [reading, completed, unlinked] = [
      await world.someone(),
      await world.someone(),
      await world.someone(),
    ];
    for (const executive of [reading, completed, unlinked]) {
      // oxlint-disable-next-line no-await-in-loop
      await aPlan(org, executive, { status: 'ACTIVE' });
      // oxlint-disable-next-line no-await-in-loop
      await enroll(executive);
    }
    await world.move(completed.token, 'completePlan', await world.planOf(completed));
    const [, first] = (await world.planOf(unlinked)).goals;
    await ask(manager.token, UNLINK, { id: first.id });
    const refused = {
      planId: (await world.planOf(reading)).id,
      v: 2,
      goals: [{ id: (await world.planOf(reading)).goals[1].id, title: 'My words' }],
    };
    expect((await world.parts.program.as(reading.token, SET, refused)).codes).toEqual(['INVALID_INPUT']);

    const [win, teach] = inputOf(template);
    const changed = {
      ...win,
      title: 'Win two price rounds',
      actions: [{ kind: 'EDUCATION', title: 'Read the case' }],
    };
    const after = await set(1, [changed, { title: 'Write it down', actions: [] }]);
    expect(after.version).toBe(2);
    const goalsOf = async (executive: TestExecutive) =>
      (await world.planOf(executive)).goals
        .slice(1)
        .map(({ title, actions, template: from }: any) => [
          title,
          actions.map((action: any) => action.title),
          from.linked,
        ]);
    expect(await goalsOf(reading)).toEqual([
      ['Win two price rounds', ['Read the case'], true],
      ['Write it down', [], true],
    ]);
    expect(await goalsOf(completed)).toEqual([
      ['Win a price round', ['Visit three customers'], false],
      ['Teach others', ['Hold a clinic'], false],
    ]);
    expect((await goalsOf(unlinked))[0]).toEqual(['Win a price round', ['Visit three customers'], false]);
    expect(teach.title).toBe('Teach others');
    const versions = await org.within((tx) =>
      tx.findBy(PlanTemplateVersion, { organizationId: org.organizationId }),
    );
    expect(versions.filter(({ goals }) => JSON.stringify(goals).includes(win.id))).toHaveLength(2);
    const stale = await world.parts.program.as(designer, SET_TEMPLATE, {
      programId: program.id,
      v: 1,
      goals: [],
    });
    expect(stale.codes).toEqual(['CONFLICT']);
  });

  it('takes nothing away that has evidence when the seat is given up, and comes again with a new seat', async () => {
    await aTemplate();
    const executive = await world.someone();
    await aPlan(world.parts.org, executive, { status: 'ACTIVE' });
    const enrollment = await enroll(executive);
    const [, win] = (await world.planOf(executive)).goals;
    await ask(executive.token, RECORD, {
      actionId: win.actions[0].id,
      status: 'DONE',
      evidence: 'Three visited',
    });
    await ask(executive.token, LEAVE, { id: enrollment });
    await workDone(world.parts.program, world.parts.org);
    const { goals, history } = await world.planOf(executive);
    expect(goals.map(({ title, template }: any) => [title, template?.linked ?? null])).toEqual([
      ['Hand over what others can do', null],
      ['Win a price round', false],
    ]);
    expect(history.at(-1)).toMatchObject({ act: 'TEMPLATE_GOALS_REMOVED', comment: program.title });
    const other = await world.someone();
    await aPlan(world.parts.org, other, { status: 'ACTIVE' });
    await ask(other.token, LEAVE, { id: await enroll(other) });
    await workDone(world.parts.program, world.parts.org);
    expect((await world.planOf(other)).goals).toHaveLength(1);
    await enroll(other);
    expect((await world.planOf(other)).goals).toHaveLength(3);
  });
});
