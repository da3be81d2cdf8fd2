import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ImportPart,
  Job,
  JobStatus,
  OutboxHead,
  OutboxStatus,
  Person,
  postMail,
  Posting,
} from '@alidade/database';
import { setTimeout as pause } from 'node:timers/promises';
import { MailCatcher } from '../support/mail-catcher.js';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { importWhen, upload } from '../support/upload.js';
import { until } from '../support/until.js';
import { jobWhen } from '../support/worker.js';
import { buildApplication, WorkerProcess } from '../support/worker-process.js';

const PEOPLE = 2000;
const line = (i: number): string =>
  `e${i},Person ${i},person.${i}@example.org,Area ${i % 40} / Team ${i % 200},Director,${i > 7 && i % 7 ? `e${i - (i % 7)}` : ''}`;
const FILE = [
  'external_id,name,email,unit,leadership_level,manager_external_id',
  ...Array.from({ length: PEOPLE }, (_, i) => line(i + 1)),
  '',
].join('\n');

describe('a worker that is killed', () => {
  let program: Program;
  let org: TestOrganization;
  let token: string;
  let worker: WorkerProcess | undefined;
  beforeAll(async () => {
    buildApplication();
    program = await Program.start();
  }, 180_000);
  beforeEach(async () => {
    org = await program.organization();
    await org.level('Director');
    token = await org.administrator();
  });
  afterEach(async () => {
    await worker?.kill();
    worker = undefined;
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const start = (env: NodeJS.ProcessEnv = {}) => {
    worker = WorkerProcess.start(program.url, env);
    return worker;
  };
  const send = async (): Promise<string> =>
    (await upload(program, token, 'people', { file: FILE })).body.importId;
  const jobOf = (id: string) => program.db.getRepository(Job).findOneByOrFail({ id });
  const isRunning = (id: string, attempt: number) =>
    until(`attempt ${attempt}`, async () => {
      const job = await jobOf(id);
      return job.status === JobStatus.RUNNING && job.attempt === attempt;
    });
  /** As if the ten seconds of its lease had gone by. */
  const letLeaseRunOut = (id: string) =>
    program.db.query(
      `UPDATE job SET lease_until = now() - interval '1 second' WHERE id = $1 AND status = 'RUNNING'`,
      [id],
    );
  const counted = () => {
    const { organizationId } = org;
    return org.within(async (tx) => ({
      people: await tx.countBy(Person, { organizationId }),
      postings: await tx.countBy(Posting, { organizationId }),
      parts: await tx.countBy(ImportPart, { organizationId }),
    }));
  };
  const NOTHING_YET = { people: 1, postings: 0, parts: 1 };
  const EVERYTHING = { people: PEOPLE + 1, postings: PEOPLE, parts: 0 };

  it('leaves exactly one whole import, however often and wherever in it it was killed', async () => {
    const undisturbed = await send();
    start();
    await isRunning(undisturbed, 1);
    const began = Date.now();
    await importWhen(program, token, undisturbed);
    const duration = Date.now() - began;
    expect(await counted()).toEqual(EVERYTHING);
    await worker?.kill();

    org = await program.organization();
    await org.level('Director');
    token = await org.administrator();
    const id = await send();
    for (const [i, share] of [0.1, 0.5, 0.9].entries()) {
      start();
      // oxlint-disable-next-line no-await-in-loop
      await isRunning(id, i + 1);
      // oxlint-disable-next-line no-await-in-loop
      await pause(share * duration);
      // oxlint-disable-next-line no-await-in-loop
      await worker?.kill();
      // oxlint-disable-next-line no-await-in-loop
      const [{ status }, found] = [await jobOf(id), await counted()];
      expect(found).toEqual(status === JobStatus.SUCCEEDED ? EVERYTHING : NOTHING_YET);
      if (status === JobStatus.SUCCEEDED) break;
      // oxlint-disable-next-line no-await-in-loop
      await letLeaseRunOut(id);
    }
    start();
    expect(await importWhen(program, token, id)).toMatchObject({
      status: 'SUCCEEDED',
      rows: PEOPLE,
      created: PEOPLE,
      updated: 0,
      unchanged: 0,
    });
    expect(await counted()).toEqual(EVERYTHING);
    expect((await jobOf(id)).attempt).toBeGreaterThan(1);
  });

  it('is followed by another one, which gives the import up when it has been tried too often', async () => {
    const id = await send();
    await program.db.query('UPDATE job SET max_attempts = 2 WHERE id = $1', [id]);
    for (const attempt of [1, 2]) {
      start();
      // oxlint-disable-next-line no-await-in-loop
      await isRunning(id, attempt);
      // oxlint-disable-next-line no-await-in-loop
      await worker?.kill();
      // oxlint-disable-next-line no-await-in-loop
      await letLeaseRunOut(id);
    }
    start();
    const given = await importWhen(program, token, id);
    expect(given).toMatchObject({
      status: 'FAILED',
      rows: 0,
      failure: expect.stringMatching(/several times/),
    });
    expect(await counted()).toEqual(NOTHING_YET);
  });

  it('by the signal of an operator hands its import back, whole, and is gone soon', async () => {
    const id = await send();
    const first = start();
    await isRunning(id, 1);
    expect(await first.stop()).toBeLessThan(10_000);
    const job = await jobOf(id);
    const wasDone = job.status === JobStatus.SUCCEEDED;
    expect(job).toMatchObject({ status: wasDone ? JobStatus.SUCCEEDED : JobStatus.QUEUED, leaseUntil: null });
    expect(await counted()).toEqual(wasDone ? EVERYTHING : NOTHING_YET);
    start();
    expect(await jobWhen(program.db, id)).toMatchObject({ status: JobStatus.SUCCEEDED });
    expect(await counted()).toEqual(EVERYTHING);
  });

  it('between sending a mail and noting it has it sent again, under the same Message-Id', async () => {
    const catcher = new MailCatcher();
    const env = { SMTP_URL: await catcher.start(), MAIL_FROM: 'mail@example.org' };
    const { organizationId } = org;
    const { personId } = await org.person('Ana Duarte');
    await org.within((tx) =>
      postMail(tx, organizationId, { personId, subject: 'Hello', body: 'Once or twice.' }),
    );
    const sent = new Promise<void>((resolve) => {
      catcher.instead = resolve;
    });
    start(env);
    await sent;
    await worker?.kill();
    catcher.instead = null;
    const headOf = () => program.db.getRepository(OutboxHead).findOneByOrFail({ organizationId });
    expect(await headOf()).toMatchObject({ status: OutboxStatus.PENDING, attempt: 1 });
    await program.db.query('UPDATE outbox_head SET due_at = now() WHERE organization_id = $1', [
      organizationId,
    ]);
    start(env);
    await until('the mail', async () => (await headOf()).status === OutboxStatus.SENT);
    const [first, second, ...more] = catcher.mails.map(({ messageId }) => messageId);
    expect([first, more]).toEqual([second, []]);
    await catcher.stop();
  });
});
