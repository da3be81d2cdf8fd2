import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { enqueueJob, JobKind, PlanAction, PlanEvidence, PlanEvidencePart } from '@alidade/database';
import request from 'supertest';
import { MailCatcher } from '../support/mail-catcher.js';
import type { TestExecutive } from '../support/organization.js';
import { PlanWorld, TODAY } from '../support/plan-world.js';
import { aPlan, anAction } from '../support/plans.js';
import { jobWhen, TestWorker } from '../support/worker.js';
import { until } from '../support/until.js';

const MEGABYTE = 1024 * 1024;
const PDF = 'application/pdf';

describe('a file as evidence', () => {
  let world: PlanWorld;
  beforeAll(async () => {
    world = await PlanWorld.start();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const server = () => world.parts.program.app.getHttpServer();
  async function anActionOf(executive: TestExecutive): Promise<PlanAction> {
    return anAction(world.parts.org, (await aPlan(world.parts.org, executive, { status: 'ACTIVE' })).goal);
  }
  const send = (
    token: string,
    { id }: Pick<PlanAction, 'id'>,
    file: Buffer,
    { name = 'a.pdf', type = PDF } = {},
  ) =>
    request(server())
      .post(`/plans/actions/${id}/evidence?name=${encodeURIComponent(name)}`)
      .set({ authorization: `Bearer ${token}`, 'content-type': type })
      .send(file);
  const fetch = (token: string, id: string) =>
    request(server()).get(`/plans/evidence/${id}`).set('authorization', `Bearer ${token}`);

  it('comes in whole, is told to the reviewer, and goes out as something to save, to those who see the plan', async () => {
    const { org, manager } = world.parts;
    const executive = await world.someone();
    const action = await anActionOf(executive);
    const file = Buffer.alloc(3 * MEGABYTE, 'evidence ');
    const name = 'Zwölf „Preise“ (neu).pdf';
    const { status, body } = await send(executive.token, action, file, { name });
    expect(status).toBe(201);
    const answer = await fetch(manager.token, body.evidenceId)
      .buffer()
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(answer.body.equals(file)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': PDF,
      'content-length': String(file.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-disposition': `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent(name).replaceAll('(', '%28').replaceAll(')', '%29')}`,
    });
    const [goal] = (await world.planOf(executive)).goals;
    expect(goal.actions[0].evidenceItems).toMatchObject([{ kind: 'FILE', content: name }]);
    expect((await world.mailsTo(manager)).some((mail) => mail.includes(name))).toBe(true);
    const stranger = await org.tokenOf([GrantableRole.Administrator]);
    expect((await fetch(stranger, body.evidenceId)).status).toBe(404);
    expect((await send(stranger, action, Buffer.from('x'))).status).toBe(404);
    expect((await request(server()).get(`/plans/evidence/${body.evidenceId}`)).status).toBe(401);
    const elsewhere = await (await world.parts.program.organization()).designer();
    expect((await fetch(elsewhere, body.evidenceId)).status).toBe(404);
    const coach = await org.tokenOf([GrantableRole.Coach]);
    expect((await send(coach, action, Buffer.from('x'))).status).toBe(403);
    expect((await fetch(coach, body.evidenceId)).status).toBe(200);
  });

  it('is refused when too large, empty, nameless, of another kind or for a completed plan, and leaves nothing', async () => {
    const { org } = world.parts;
    const { organizationId } = org;
    const executive = await world.someone();
    const action = await anActionOf(executive);
    const small = Buffer.from('x');
    expect((await send(executive.token, action, Buffer.alloc(10 * MEGABYTE + 1))).status).toBe(413);
    expect((await send(executive.token, action, Buffer.alloc(0))).status).toBeGreaterThanOrEqual(400);
    expect((await send(executive.token, action, small, { name: ' ' })).status).toBe(400);
    for (const type of ['text/html', 'text/plain', 'image/svg+xml', 'multipart/form-data'])
      // oxlint-disable-next-line no-await-in-loop
      expect((await send(executive.token, action, small, { type })).status).toBe(415);
    expect((await send(executive.token, action, Buffer.alloc(10 * MEGABYTE, 'x'))).status).toBe(201);
    const completed = await anAction(org, (await aPlan(org, executive, { status: 'COMPLETED' })).goal);
    expect((await send(executive.token, completed, small)).status).toBe(409);
    const [kept, parts] = await org.within(async (tx) => [
      await tx.countBy(PlanEvidence, { organizationId, actionId: action.id }),
      await tx.countBy(PlanEvidencePart, { organizationId }),
    ]);
    expect(kept).toBe(1);
    expect(parts).toBeGreaterThanOrEqual(40);
  });

  it('and all of a plan is told to who asks for what is kept, and goes when they are erased', async () => {
    const { org, program } = world.parts;
    const executive = await world.someone();
    const action = await anActionOf(executive);
    await send(executive.token, action, Buffer.from('x'), { name: 'mine.pdf' });
    const manages = await org.administrator();
    const tell = 'mutation Tell($id: ID!) { exportPersonalData(personId: $id) }';
    const told = await program.as(manages, tell, { id: executive.personId });
    expect(JSON.stringify(told.data)).toContain('mine.pdf');
    await program.as(manages, 'mutation Erase($id: ID!) { erasePerson(id: $id) { id } }', {
      id: executive.personId,
    });
    const { organizationId } = org;
    expect(await org.within((tx) => tx.existsBy(PlanAction, { organizationId, id: action.id }))).toBe(false);
  });
});

describe('a worker', () => {
  let world: PlanWorld;
  let worker: TestWorker;
  let catcher: MailCatcher;
  beforeAll(async () => {
    world = await PlanWorld.start();
    catcher = new MailCatcher();
    const env = { SMTP_URL: await catcher.start(), MAIL_FROM: 'Alidade <mail@example.org>' };
    worker = await TestWorker.start(world.parts.program, { env });
  });
  afterAll(async () => {
    await worker.stop();
    await catcher.stop();
    await world[Symbol.asyncDispose]();
  });

  const mailsWith = (text: string) =>
    catcher.mails.filter((mail) => mail.text.replaceAll(/=\r?\n/g, '').includes(text));

  it('sends what executive and manager are told as a plan goes its way', async () => {
    const { manager } = world.parts;
    const executive = await world.someone();
    const plan = await world.started(executive);
    const submitted = (await world.move(executive.token, 'submitPlan', plan)).data.submitPlan;
    await world.move(manager.token, 'returnPlan', submitted, 'Choose one goal');
    await until('two mails', async () => catcher.mails.length >= 2);
    expect(mailsWith('waits for your review').map(({ to }) => to)).toEqual([['manager@example.org']]);
    expect(mailsWith('Choose one goal')).toHaveLength(1);
  });

  it('reminds of due reviews and actions on a day of the organization, once a week at most', async () => {
    const { org, program, boss } = world.parts;
    const { organizationId } = org;
    const lead = await org.executive('Lead', { manager: boss });
    const executive = await world.someone({ manager: lead });
    const other = await world.someone({ manager: lead });
    const { goal } = await aPlan(org, executive, { status: 'ACTIVE' });
    await anAction(org, goal, { title: 'Lead the price round', dueOn: '2026-01-31' });
    await anAction(org, goal, { title: 'Far away', dueOn: '2099-01-31' });
    await anAction(org, goal, { title: 'Done long ago', dueOn: '2026-01-31', status: 'DONE' });
    await aPlan(org, other, { status: 'WAITING_FOR_REVIEW' });
    const day = async (name: string) => {
      const key = `plan-day:${name}`;
      const id = await org.within((tx) =>
        enqueueJob(tx, organizationId, { kind: JobKind.PlanDay, key, personId: null }),
      );
      expect((await jobWhen(program.db, id)).status).toBe('SUCCEEDED');
    };
    await day('first');
    await day('second');
    await until('the reminders', async () => mailsWith('What is due in capability plans').length >= 2);
    const [toExecutive, ...more] = mailsWith('Lead the price round: was due on 2026-01-31');
    expect(more).toEqual([]);
    expect(toExecutive?.text).not.toMatch(/Far away|Done long ago/);
    expect(mailsWith('which waits since 2026-01-05').map(({ to }) => to)).toEqual([['lead@example.org']]);
    await org.within((tx) =>
      tx.query(`UPDATE plan_digest SET sent_on = sent_on - 7 WHERE organization_id = $1`, [organizationId]),
    );
    await day('a week later');
    await until('the next reminders', async () => mailsWith('Lead the price round: was due').length === 2);
    const waiting = await org.within((tx) =>
      tx.query(`SELECT key FROM job WHERE organization_id = $1 AND status = 'QUEUED' AND kind = 'PLAN_DAY'`, [
        organizationId,
      ]),
    );
    expect(waiting).toHaveLength(1);
    expect(waiting[0].key > `plan-day:${TODAY}`).toBe(true);
  });
});
