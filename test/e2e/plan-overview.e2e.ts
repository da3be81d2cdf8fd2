import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { PlanWorld } from '../support/plan-world.js';
import { aPlan, anAction } from '../support/plans.js';
import { evidence, factsMade } from '../support/readiness.js';

const OVERVIEW = `{ planOverview {
  executives withoutPlan byStatus { status plans } stuck { reason since plan { id status executive { person { name } } } }
  goalsWithoutActions { title plan { id } } neglected { capability { code } strategies { title } executivesBelow }
} }`;
const TEAM = '{ teamPlans { executive { id } plan { id status } overdueActions lastProgressOn waitsForMe } }';

describe('an overview of plans', () => {
  let world: PlanWorld;
  beforeAll(async () => {
    world = await PlanWorld.start();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it('shows a designer where plans are stuck, empty, or missing where it is critical', async () => {
    const { org, program, data, coaching } = world.parts;
    await org.strategy('Survive', [
      [data, 5, { critical: true }],
      [coaching, 5, { critical: true }],
    ]);
    const today = new Date();
    const ago = (days: number) => new Date(today.getTime() - days * 86_400_000).toISOString().slice(0, 10);
    const [draft, waiting, active, moving, none] = [
      await world.someone(),
      await world.someone(),
      await world.someone(),
      await world.someone(),
      await world.someone(),
    ];
    const old = { startedOn: ago(90), statusSince: ago(90) };
    const stuck = await aPlan(org, draft, old);
    const late = await aPlan(org, waiting, {
      status: 'WAITING_FOR_REVIEW',
      startedOn: ago(90),
      statusSince: ago(20),
    });
    const still = await aPlan(org, active, { status: 'ACTIVE', ...old });
    await anAction(org, still.goal, { statusSince: ago(70) });
    const going = await aPlan(org, moving, { status: 'ACTIVE', ...old });
    await anAction(org, going.goal, { statusSince: ago(3), status: 'IN_PROGRESS' });
    await evidence(org, none, coaching, { level: 5, evidenceOn: ago(0), source: 'PANEL' });
    await factsMade(program, org);
    const designer = await org.designer();
    const before = (await program.as(designer, OVERVIEW)).data.planOverview;
    expect(before).toMatchObject({ executives: 7, withoutPlan: 3 });
    expect(before.byStatus).toEqual([
      { status: 'DRAFT', plans: 1 },
      { status: 'WAITING_FOR_REVIEW', plans: 1 },
      { status: 'ACTIVE', plans: 2 },
      { status: 'COMPLETED', plans: 0 },
    ]);
    expect(before.stuck.map(({ plan, reason, since }: any) => [plan.id, reason, since])).toEqual([
      [stuck.id, 'NOT_SUBMITTED', ago(90)],
      [still.id, 'NO_PROGRESS', ago(70)],
      [late.id, 'NOT_REVIEWED', ago(20)],
    ]);
    expect(before.goalsWithoutActions.map(({ plan }: any) => plan.id)).toEqual([stuck.id, late.id]);
    expect(before.neglected).toEqual([
      { capability: { code: 'data' }, strategies: [{ title: 'Survive' }], executivesBelow: 5 },
      { capability: { code: 'coaching' }, strategies: [{ title: 'Survive' }], executivesBelow: 4 },
    ]);
    await world.started(none);
    const after = (await program.as(designer, OVERVIEW)).data.planOverview;
    expect(after.neglected.map(({ capability }: any) => capability.code)).toEqual(['coaching']);
    const elsewhere = await org.tokenOf([GrantableRole.Designer], [await org.unit()]);
    expect((await program.as(elsewhere, OVERVIEW)).data.planOverview).toMatchObject({
      executives: 0,
      stuck: [],
      neglected: [],
    });
  });

  it('shows a manager all direct reports, what is late and what waits, in as many statements as for one', async () => {
    const { org, program, boss } = world.parts;
    const lead = await org.executive('Lead of many', { manager: boss });
    const read = () => program.as(lead.token, TEAM);
    const first = await world.someone({ manager: lead });
    const plan = await aPlan(org, first, { status: 'WAITING_FOR_REVIEW' });
    await anAction(org, plan.goal, { dueOn: '2026-01-31', status: 'IN_PROGRESS' });
    await read();
    const one = await program.countQueries(read);
    for (let i = 0; i < 9; i += 1)
      // oxlint-disable-next-line no-await-in-loop
      await aPlan(org, await org.executive(`Report ${i}`, { manager: lead }), { status: 'ACTIVE' });
    const without = await org.executive('Without', { manager: lead });
    expect(await program.countQueries(read)).toBe(one);
    const { teamPlans } = (await read()).data;
    expect(teamPlans).toHaveLength(11);
    expect(teamPlans).toContainEqual({
      executive: { id: first.executiveId },
      plan: { id: plan.id, status: 'WAITING_FOR_REVIEW' },
      overdueActions: 1,
      lastProgressOn: '2026-01-05',
      waitsForMe: true,
    });
    expect(teamPlans).toContainEqual({
      executive: { id: without.executiveId },
      plan: null,
      overdueActions: 0,
      lastProgressOn: null,
      waitsForMe: false,
    });
  });
});
