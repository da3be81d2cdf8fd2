import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MINE, RECORD, SET, START, TODAY, PlanWorld } from '../support/plan-world.js';
import { aPlan, anAction, someEvidence } from '../support/plans.js';
import { evidence, factsMade } from '../support/readiness.js';

describe('the goals of a plan', () => {
  let world: PlanWorld;
  let program: PlanWorld['parts']['program'];
  let org: PlanWorld['parts']['org'];
  let pricing: PlanWorld['parts']['pricing'];
  let coaching: PlanWorld['parts']['coaching'];
  let data: PlanWorld['parts']['data'];
  let boss: PlanWorld['parts']['boss'];
  let manager: PlanWorld['parts']['manager'];
  beforeAll(async () => {
    world = await PlanWorld.start();
    ({ program, org, pricing, coaching, data, boss, manager } = world.parts);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it('begins with the goals that close the gaps that matter most, each with its reasons and its start level', async () => {
    const executive = await world.someone();
    const plan = await world.started(executive);
    expect(plan).toMatchObject({
      status: 'DRAFT',
      version: 1,
      executive: { id: executive.executiveId },
      reviewer: { id: manager.personId },
    });
    // pricing 2·2·1.5 = 6; coaching 2·1·0 + 1·5·1 = 5; data 1·1·0.1; service is not assessed
    expect(plan.goals.map((goal: any) => goal.capability.code)).toEqual(['pricing', 'coaching', 'data']);
    expect(plan.goals[0]).toMatchObject({
      state: 'ACTIVE',
      startLevel: 2.5,
      currentLevel: 2.5,
      targetLevel: 4,
      startEvidence: { evidenceOn: TODAY },
      result: null,
    });
    expect(plan.goals[1].strategies).toEqual([{ title: 'Integrity' }, { title: 'Growth' }]);
    expect(plan.goals[1].reasons).toEqual([
      {
        strategy: { title: 'Integrity' },
        requirement: { requiredLevel: 4, weight: 5 },
        strategyWeight: 1,
        gap: 1,
        points: 5,
      },
      {
        strategy: { title: 'Growth' },
        requirement: { requiredLevel: 3, weight: 1 },
        strategyWeight: 2,
        gap: 0,
        points: 0,
      },
    ]);
    const again = await program.as(executive.token, START, { executiveId: executive.executiveId });
    expect(again.codes).toEqual(['CONFLICT']);
  });

  it('has three active goals at most, keeps what has evidence and drops the rest', async () => {
    const executive = await world.someone();
    const { id, goal } = await aPlan(org, executive);
    const titles = ['One', 'Two', 'Three', 'Four'].map((title) => ({ title }));
    const four = (await program.as(executive.token, SET, { planId: id, v: 1, goals: titles })).data
      .setPlanGoals;
    expect(four.goals.map(({ title, state }: any) => [title, state])).toEqual([
      ['One', 'ACTIVE'],
      ['Two', 'ACTIVE'],
      ['Three', 'ACTIVE'],
      ['Four', 'WAITING'],
    ]);
    const action = await anAction(org, four.goals[1]);
    await someEvidence(org, action, executive);
    const one = { id: four.goals[3].id, title: 'Four', capabilityId: pricing.id, success: 'They pay gladly' };
    const set = (await program.as(executive.token, SET, { planId: id, v: 2, goals: [one] })).data
      .setPlanGoals;
    expect(set.goals).toMatchObject([
      { title: 'Four', state: 'ACTIVE', startLevel: 2.5, success: 'They pay gladly' },
      { title: 'Two', actions: [{ evidence: 'Done and seen.' }] },
    ]);
    const wrong = { planId: id, v: 3, goals: [{ id: goal.id, title: 'Gone' }] };
    expect((await program.as(executive.token, SET, wrong)).codes).toEqual(['NOT_FOUND']);
  });

  it('shows progress and a re-assessed level side by side; the start stays', async () => {
    const executive = await world.someone();
    const plan = await world.started(executive);
    const { id } = await anAction(org, plan.goals[0]);
    await program.as(executive.token, RECORD, { actionId: id, status: 'DONE', evidence: 'Done' });
    const goalNow = async () => (await program.as(executive.token, MINE)).data.myPlan.goals[0];
    expect(await goalNow()).toMatchObject({
      progress: { actions: 1, done: 1 },
      currentLevel: 2.5,
      result: null,
    });
    await evidence(org, executive, pricing, { level: 3.25, evidenceOn: TODAY, source: 'PANEL' });
    await factsMade(program, org);
    expect(await goalNow()).toMatchObject({
      startLevel: 2.5,
      currentLevel: 3.25,
      result: { change: 0.75, level: { level: 3.25 } },
    });
  });

  it('costs the same number of statements whatever its size, at most eight', async () => {
    const executive = await world.someone();
    const plan = await world.started(executive);
    const read = () => program.as(executive.token, MINE);
    await read();
    const small = await program.countQueries(read);
    await program.as(executive.token, SET, {
      planId: plan.id,
      v: 1,
      goals: Array.from({ length: 20 }, (_, i) => ({
        title: `Goal ${i}`,
        capabilityId: [pricing, coaching, data][i % 3]?.id,
      })),
    });
    const { goals } = (await read()).data.myPlan;
    for (const goal of goals)
      for (const status of ['DONE', 'PLANNED'] as const)
        // oxlint-disable-next-line no-await-in-loop
        await someEvidence(
          org,
          await anAction(org, goal, { status, supportFromId: boss.personId }),
          executive,
        );
    expect((await read()).data.myPlan.goals).toHaveLength(20);
    const large = await program.countQueries(read);
    expect(large).toBeLessThanOrEqual(8);
    expect(large).toBeGreaterThanOrEqual(small);
  });

  it('is read with fifty executives in as many statements as with ten', async () => {
    const designer = await org.designer();
    const list = (first: number) =>
      program.as(
        designer,
        `{ executives(first: ${first}) { edges { node { id plan { id status goals { title strategies { id } } } } } } }`,
      );
    await list(10);
    const few = await program.countQueries(() => list(10));
    expect(await program.countQueries(() => list(50))).toBe(few);
  });
});
