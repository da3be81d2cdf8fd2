import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADD, PlanWorld, SET, TODAY } from '../support/plan-world.js';
import { aPlan } from '../support/plans.js';
import { aCohort, aProgram } from '../support/programs.js';

describe('a goal of a plan', () => {
  let world: PlanWorld;
  beforeAll(async () => {
    world = await PlanWorld.start();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it('is offered seats in open cohorts and the library of its capability, each until it is taken', async () => {
    const { org, program, pricing } = world.parts;
    const designer = await org.designer();
    const library = `mutation Set($id: ID!, $actions: [DevelopmentActionInput!]!) { setDevelopmentActions(capabilityId: $id, actions: $actions) { id title } }`;
    const actions = [
      { kind: 'EXPERIENCE', title: 'Lead the next price round' },
      { kind: 'EXPOSURE', title: 'Watch the best negotiator' },
    ];
    const set = await program.as(designer, library, {
      id: pricing.id,
      actions: [...actions, { kind: 'EDUCATION', title: 'Read' }],
    });
    await program.as(designer, library, { id: pricing.id, actions });
    const { id: programId } = await aProgram(org, [pricing], 'Price by Value');
    const open = await aCohort(org, {
      programId,
      name: 'Spring',
      status: 'OPEN',
      startsOn: '2030-03-04',
      endsOn: '2030-03-12',
    });
    await aCohort(org, { programId, name: 'Not open', startsOn: '2030-03-04', endsOn: '2030-03-12' });
    const executive = await world.someone();
    const plan = await world.started(executive);
    const proposed = async () => {
      const document =
        '{ myPlan { goals { proposedActions { kind title dueOn developmentActionId cohort { id } } } } }';
      return (await program.as(executive.token, document)).data.myPlan.goals[0].proposedActions;
    };
    expect(await proposed()).toEqual([
      {
        kind: 'EDUCATION',
        title: 'Price by Value: Spring',
        dueOn: '2030-03-12',
        developmentActionId: null,
        cohort: { id: open.id },
      },
      { ...actions[0], dueOn: null, developmentActionId: set.data.setDevelopmentActions[0].id, cohort: null },
      { ...actions[1], dueOn: null, developmentActionId: set.data.setDevelopmentActions[1].id, cohort: null },
    ]);
    const add = ADD.replace('$dueOn: Date', '$dueOn: Date, $entry: ID, $cohort: ID').replace(
      'dueOn: $dueOn',
      'dueOn: $dueOn, developmentActionId: $entry, cohortId: $cohort',
    );
    const goalId = plan.goals[0].id;
    await program.as(executive.token, add, {
      goalId,
      ...actions[0],
      entry: set.data.setDevelopmentActions[0].id,
    });
    await program.as(executive.token, add, {
      goalId,
      kind: 'EDUCATION',
      title: 'Take part',
      cohort: open.id,
    });
    expect((await proposed()).map(({ title }: any) => title)).toEqual(['Watch the best negotiator']);
  });

  it('makes room when it is closed, and goes on in the next plan when it is not reached', async () => {
    const { program, manager } = world.parts;
    const executive = await world.someone();
    const plan = await world.started(executive);
    const goals = [...plan.goals, { title: 'Write a book' }].map(({ id, title }: any) => ({ id, title }));
    const set = (await program.as(executive.token, SET, { planId: plan.id, v: 1, goals })).data.setPlanGoals;
    await program.as(executive.token, ADD, {
      goalId: set.goals[3].id,
      kind: 'EXPERIENCE',
      title: 'Write a chapter',
    });
    const submitted = (await world.move(executive.token, 'submitPlan', set)).data.submitPlan;
    const active = (await world.move(manager.token, 'approvePlan', submitted)).data.approvePlan;
    const close =
      'mutation Close($id: ID!) { closePlanGoal(goalId: $id, comment: "Enough") { version goals { title state closedOn } } }';
    const closed = (await program.as(executive.token, close, { id: active.goals[0].id })).data.closePlanGoal;
    expect(closed.goals.map(({ state }: any) => state)).toEqual(['CLOSED', 'ACTIVE', 'ACTIVE', 'ACTIVE']);
    expect(closed.goals[0].closedOn).toBe(TODAY);
    expect((await program.as(executive.token, close, { id: active.goals[0].id })).codes).toEqual([
      'CONFLICT',
    ]);
    await world.move(executive.token, 'completePlan', { id: plan.id, version: closed.version });
    const next = await world.started(executive);
    expect(next.goals.map(({ carriedFromId }: any) => carriedFromId)).toEqual(
      set.goals.slice(1).map(({ id }: any) => id),
    );
    expect(next.goals[2]).toMatchObject({
      title: 'Write a book',
      actions: [{ title: 'Write a chapter', status: 'PLANNED' }],
    });
  });

  it('is reviewed by somebody else whom the manager names, never by its executive', async () => {
    const { org, program, manager, boss } = world.parts;
    const executive = await world.someone();
    const { id } = await aPlan(org, executive, { status: 'WAITING_FOR_REVIEW' });
    const colleague = await org.executive('Colleague', {});
    const name =
      'mutation Name($id: ID!, $v: Int!, $who: ID) { namePlanReviewer(id: $id, expectedVersion: $v, reviewerId: $who) { version reviewer { id } } }';
    expect((await program.as(manager.token, name, { id, v: 1, who: executive.personId })).codes).toEqual([
      'INVALID_INPUT',
    ]);
    expect((await program.as(executive.token, name, { id, v: 1, who: boss.personId })).codes).toEqual([
      'FORBIDDEN',
    ]);
    const named = await program.as(manager.token, name, { id, v: 1, who: colleague.personId });
    expect(named.data.namePlanReviewer).toEqual({ version: 2, reviewer: { id: colleague.personId } });
    expect(
      (await program.as(manager.token, '{ plansToReview { id } }')).data.plansToReview,
    ).not.toContainEqual({ id });
    const approved = await world.move(colleague.token, 'approvePlan', { id, version: 2 });
    expect(approved.data.approvePlan.status).toBe('ACTIVE');
  });
});
