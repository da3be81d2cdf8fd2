import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { AlignmentGoal, enqueueJob, JobKind, OutboxMail } from '@alidade/database';
import { dayFromToday } from '../support/direction.js';
import { aGoal, CREATE_GOAL, levelsOf } from '../support/goals.js';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { tellReadiness, workDone } from '../support/readiness.js';
import { TestWorker } from '../support/worker.js';

const CLOSE = /* GraphQL */ `
  mutation Close($id: ID!, $expectedVersion: Int!, $note: String!) {
    closeAlignmentGoal(id: $id, expectedVersion: $expectedVersion, note: $note) {
      version
      closedOn
      closingNote
    }
  }
`;

const mailsOf = (org: TestOrganization) =>
  org.within(async (tx) => {
    const mails = await tx.findBy(OutboxMail, { organizationId: org.organizationId });
    return mails.map(({ personId, subject, body }) => ({ personId, subject, body }));
  });

describe('alignment goals in the course of days', () => {
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

  /** Ann is at 50 of 100; half of the way's days to 90 are over. */
  async function world() {
    const org = await program.organization();
    const owner = await org.person('Olga Mbeki', [GrantableRole.Designer]);
    const pricing = await org.capability('pricing');
    const growth = await org.strategy('Growth', [[pricing, 3]]);
    const ann = await org.executive('Ann');
    await levelsOf(org, pricing, dayFromToday(-100), [[ann, 2]]);
    const goal = await aGoal(org, {
      title: 'Ready',
      strategyId: growth.id,
      ownerId: owner.personId,
      baselineOn: dayFromToday(-100),
      dueOn: dayFromToday(100),
    });
    const learns = async (level: number, day: string) => {
      await levelsOf(org, pricing, day, [[ann, level]]);
      await tellReadiness(org);
      await workDone(program, org);
    };
    return { org, owner, growth, goal, learns, token: await org.token(owner) };
  }

  /** A day begins. */
  async function dawn(org: TestOrganization): Promise<void> {
    const { organizationId } = org;
    const key = `dawn:${crypto.randomUUID()}`;
    await org.within((tx) => enqueueJob(tx, organizationId, { kind: JobKind.GoalDay, key, personId: null }));
    await workDone(program, org);
  }

  it('tell their owner once when they stand otherwise than before, and not how they stood at first', async () => {
    const { org, owner, goal, learns } = await world();
    await learns(2, dayFromToday(-20));
    await dawn(org);
    expect(await mailsOf(org)).toEqual([]);
    await learns(3, dayFromToday(-1));
    await dawn(org);
    await dawn(org);
    expect(await mailsOf(org)).toEqual([
      {
        personId: owner.personId,
        subject: 'Ready: achieved',
        body: `Your goal "Ready" is achieved; it was off track. It is due on ${goal.dueOn}.`,
      },
    ]);
  });

  it('are looked at again on the next day, by one job', async () => {
    const { org, token, growth } = await world();
    const input = {
      title: 'Another',
      strategyId: growth.id,
      metric: 'MEAN_READINESS',
      baseline: 50,
      baselineOn: dayFromToday(-1),
      target: 90,
      dueOn: dayFromToday(100),
    };
    expect((await program.as(token, CREATE_GOAL, { input })).codes).toEqual([]);
    await dawn(org);
    const jobs: { key: string; early: boolean }[] = await org.within((tx) =>
      tx.query(
        `SELECT key, run_after <= now() AS early FROM job WHERE organization_id = $1 AND kind = 'GOAL_DAY' AND status = 'QUEUED'`,
        [org.organizationId],
      ),
    );
    expect(jobs).toEqual([{ key: `goal-day:${dayFromToday(1)}`, early: false }]);
  });

  it('are closed with a note, once and for good, and tell nobody of what comes after', async () => {
    const { org, goal, learns, token } = await world();
    await learns(2, dayFromToday(-20));
    await dawn(org);
    const asked = { id: goal.id, expectedVersion: 1, note: ' We bought the skill. ' };
    expect((await program.as(token, CLOSE, { ...asked, note: ' ' })).codes).toEqual(['INVALID_INPUT']);
    expect((await program.as(token, CLOSE, { ...asked, expectedVersion: 2 })).codes).toEqual(['CONFLICT']);
    const { data } = await program.as(token, CLOSE, asked);
    expect(data.closeAlignmentGoal).toEqual({
      version: 2,
      closedOn: dayFromToday(0),
      closingNote: 'We bought the skill.',
    });
    expect((await program.as(token, CLOSE, { ...asked, expectedVersion: 2 })).codes).toEqual(['CONFLICT']);
    await learns(3, dayFromToday(-1));
    await dawn(org);
    expect(await mailsOf(org)).toEqual([]);
    const { organizationId } = org;
    const kept = await org.within((tx) => tx.findOneByOrFail(AlignmentGoal, { organizationId, id: goal.id }));
    expect(kept.statusTold).toBe('OFF_TRACK');
  });
});
