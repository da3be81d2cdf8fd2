import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { UnavailablePeriod } from '@alidade/database';
import { ADD, COMMENT, MINE, RECORD, SET, TO_REVIEW, TODAY, PlanWorld } from '../support/plan-world.js';
import { aPlan } from '../support/plans.js';

const LONG_AGO = '2020-01-01';

describe('a capability plan', () => {
  let world: PlanWorld;
  let program: PlanWorld['parts']['program'];
  let org: PlanWorld['parts']['org'];
  let unit: PlanWorld['parts']['unit'];
  let level: PlanWorld['parts']['level'];
  let boss: PlanWorld['parts']['boss'];
  let manager: PlanWorld['parts']['manager'];
  beforeAll(async () => {
    world = await PlanWorld.start();
    ({ program, org, unit, level, boss, manager } = world.parts);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it('runs its life as executive and manager, with every step in its history and told by mail', async () => {
    const executive = await world.someone();
    const draft = await world.started(executive);
    const submitted = (await world.move(executive.token, 'submitPlan', draft)).data.submitPlan;
    expect(submitted).toMatchObject({
      status: 'WAITING_FOR_REVIEW',
      version: 2,
      allows: ['approvePlan', 'returnPlan', 'recordPlanProgress', 'namePlanReviewer'],
    });
    expect((await program.as(manager.token, TO_REVIEW)).data.plansToReview).toContainEqual({ id: draft.id });
    const returned = (await world.move(manager.token, 'returnPlan', submitted, 'One goal less')).data
      .returnPlan;
    const goals = returned.goals.slice(0, 2).map(({ id, title }: any) => ({ id, title }));
    const set = (await program.as(executive.token, SET, { planId: draft.id, v: 3, goals })).data.setPlanGoals;
    expect(set.goals.map((goal: any) => goal.targetLevel)).toEqual([4, 4]);
    const action = (
      await program.as(executive.token, ADD, {
        goalId: set.goals[0].id,
        kind: 'EXPERIENCE',
        title: 'Lead the price round',
        dueOn: '2027-01-31',
        supportFromId: boss.personId,
        supportWanted: 'A seat at the table',
      })
    ).data.addPlanAction;
    const waiting = (await world.move(executive.token, 'submitPlan', set)).data.submitPlan;
    const active = (await world.move(manager.token, 'approvePlan', waiting)).data.approvePlan;
    const done = await program.as(executive.token, RECORD, {
      actionId: action.id,
      status: 'DONE',
      evidence: 'Margin up by a point',
      link: 'https://example.org/round',
    });
    expect(done.data.recordPlanProgress).toMatchObject({
      status: 'DONE',
      evidence: 'Margin up by a point',
      evidenceItems: [{ kind: 'TEXT' }, { kind: 'LINK', content: 'https://example.org/round' }],
    });
    await program.as(manager.token, COMMENT, { id: draft.id, comment: 'Well done' });
    const completed = (await world.move(executive.token, 'completePlan', active)).data.completePlan;
    expect(completed).toMatchObject({ status: 'COMPLETED', completedOn: TODAY, allows: [] });
    expect(completed.history.map(({ act, status, comment }: any) => [act, status, comment])).toEqual([
      ['STARTED', 'DRAFT', null],
      ['SUBMITTED', 'WAITING_FOR_REVIEW', null],
      ['RETURNED', 'DRAFT', 'One goal less'],
      ['GOALS_SET', 'DRAFT', null],
      ['SUBMITTED', 'WAITING_FOR_REVIEW', null],
      ['APPROVED', 'ACTIVE', null],
      ['COMMENTED', 'ACTIVE', 'Well done'],
      ['COMPLETED', 'COMPLETED', null],
    ]);
    expect(completed.goals[0]).toMatchObject({
      progress: { actions: 1, done: 1 },
      result: null,
      actions: [{ supportFrom: { id: boss.personId } }],
    });
    expect(completed.balance).toContainEqual({ kind: 'EXPERIENCE', actions: 1, share: 1, guide: 0.7 });
    const told = (await world.mailsTo(executive)).map((mail) => mail.split('\n')[0]);
    expect(told).toEqual([
      'Your plan has been returned',
      'Your plan has been approved',
      expect.stringMatching(/^A comment/),
    ]);
    expect(
      (await world.mailsTo(manager)).filter((mail) => mail.includes('Margin up by a point')),
    ).toHaveLength(1);
    expect((await world.mailsTo(boss)).filter((mail) => mail.includes('A seat at the table'))).toHaveLength(
      1,
    );
    expect((await world.started(executive)).status).toBe('DRAFT');
  });

  it('says what is allowed where something is not', async () => {
    const executive = await world.someone();
    const designer = await org.designer();
    const refusals = async (status: 'DRAFT' | 'WAITING_FOR_REVIEW' | 'ACTIVE' | 'COMPLETED') => {
      const plan = await aPlan(org, executive, { status });
      const refused: string[] = [];
      for (const [name, comment] of [
        ['submitPlan'],
        ['approvePlan'],
        ['returnPlan', 'No'],
        ['completePlan'],
      ] as const) {
        // oxlint-disable-next-line no-await-in-loop
        const { codes, errors } = await world.move(designer, name, { id: plan.id, version: 9 }, comment);
        expect(codes).toEqual(['CONFLICT']);
        if (errors[0].message.includes(`does not allow ${name}`)) refused.push(errors[0].message);
      }
      await org.within((tx) =>
        tx.query('DELETE FROM capability_plan WHERE organization_id = $1 AND id = $2', [
          org.organizationId,
          plan.id,
        ]),
      );
      return refused;
    };
    expect(await refusals('DRAFT')).toHaveLength(3);
    expect(await refusals('WAITING_FOR_REVIEW')).toEqual([
      'This plan is WAITING_FOR_REVIEW, which does not allow submitPlan; it allows approvePlan, returnPlan, recordPlanProgress, namePlanReviewer.',
      'This plan is WAITING_FOR_REVIEW, which does not allow completePlan; it allows approvePlan, returnPlan, recordPlanProgress, namePlanReviewer.',
    ]);
    expect(await refusals('ACTIVE')).toHaveLength(3);
    expect(
      (await refusals('COMPLETED')).every((message) => message.includes('it allows nothing any more')),
    ).toBe(true);
  });

  it('is approved by nobody whose own it is, whatever else they are', async () => {
    const executive = await world.someone();
    await org.grant(executive, GrantableRole.Designer);
    const { id } = await aPlan(org, executive, { status: 'WAITING_FOR_REVIEW' });
    expect((await world.move(executive.token, 'approvePlan', { id, version: 1 })).codes).toEqual([
      'FORBIDDEN',
    ]);
    expect((await program.as(executive.token, TO_REVIEW)).data.plansToReview).not.toContainEqual({ id });
    const stale = await world.move(manager.token, 'approvePlan', { id, version: 7 });
    expect(stale.codes).toEqual(['CONFLICT']);
  });

  it('is reviewed by whoever is above an absent manager', async () => {
    const away = await org.executive('Away', { unit, level, manager: boss });
    const executive = await world.someone({ manager: away });
    const { id } = await aPlan(org, executive, { status: 'WAITING_FOR_REVIEW' });
    const reviewer = async () => (await program.as(executive.token, MINE)).data.myPlan.reviewer.id;
    expect(await reviewer()).toBe(away.personId);
    expect((await world.move(boss.token, 'approvePlan', { id, version: 1 })).codes).toEqual(['NOT_FOUND']);
    await org.within((tx) =>
      tx.insert(UnavailablePeriod, {
        organizationId: org.organizationId,
        personId: away.personId,
        startsOn: LONG_AGO,
        endsOn: '2099-12-31',
      }),
    );
    expect(await reviewer()).toBe(boss.personId);
    expect((await program.as(boss.token, TO_REVIEW)).data.plansToReview).toContainEqual({ id });
    expect((await world.move(boss.token, 'approvePlan', { id, version: 1 })).data.approvePlan.status).toBe(
      'ACTIVE',
    );
  });

  it('waits for designers where nobody is above', async () => {
    const chief = await org.executive('Chief', { unit, level });
    const { id } = await aPlan(org, chief, { status: 'WAITING_FOR_REVIEW' });
    const designer = await org.designer();
    expect((await program.as(designer, TO_REVIEW)).data.plansToReview).toContainEqual({ id });
  });
});
