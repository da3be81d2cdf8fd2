import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OutboxHead, OutboxMail, OutboxStatus, PersonIdentity, postMail } from '@alidade/database';
import { setTimeout as pause } from 'node:timers/promises';
import { CollectedLog } from '../support/collected-log.js';
import { MailCatcher } from '../support/mail-catcher.js';
import type { TestOrganization, TestPerson } from '../support/organization.js';
import { Program } from '../support/program.js';
import { TestWorker } from '../support/worker.js';

describe('mail', () => {
  let program: Program;
  let org: TestOrganization;
  let catcher: MailCatcher;
  let url: string;
  const workers: TestWorker[] = [];
  beforeAll(async () => {
    program = await Program.start();
  });
  beforeEach(async () => {
    org = await program.organization();
    catcher = new MailCatcher();
    url = await catcher.start();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    await catcher.stop();
    await program.db.query('DELETE FROM outbox_head');
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const work = async (
    env: NodeJS.ProcessEnv = { SMTP_URL: url, MAIL_FROM: 'Alidade <mail@example.org>' },
    log?: CollectedLog,
  ) => {
    workers.push(await TestWorker.start(program, { env, ...(log && { log }) }));
  };
  const post = ({ personId }: TestPerson, subject = 'Your seat') =>
    org.within((tx) =>
      postMail(tx, org.organizationId, { personId, subject, body: 'You have a seat.\n.\nGood luck — Grüße' }),
    );
  const heads = () => program.db.getRepository(OutboxHead).findBy({ organizationId: org.organizationId });
  const headsWhen = async (status: OutboxStatus): Promise<OutboxHead[]> => {
    for (let i = 0; i < 1000; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const found = await heads();
      if (found.every((head) => head.status === status)) return found;
      // oxlint-disable-next-line no-await-in-loop
      await pause(20);
    }
    throw new Error(`Not all became ${status}`);
  };

  it('goes to the address that the person has now, once each, whichever of two workers takes it', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, i) => org.person(`Person ${i}`)));
    for (const person of people) {
      // oxlint-disable-next-line no-await-in-loop
      await post(person);
    }
    const { organizationId } = org;
    const [first] = people;
    await org.within((tx) =>
      tx.update(
        PersonIdentity,
        { organizationId, personId: first?.personId ?? '' },
        { email: 'new@example.org' },
      ),
    );
    await Promise.all([work(), work()]);
    await headsWhen(OutboxStatus.SENT);
    const posted = await org.within((tx) => tx.findBy(OutboxMail, { organizationId }));
    expect(catcher.mails.map(({ messageId }) => messageId).toSorted()).toEqual(
      posted.map(({ messageId }) => messageId).toSorted(),
    );
    expect(catcher.mails.flatMap(({ to }) => to)).toContain('new@example.org');
    const { text } = catcher.mails[0] ?? { text: '' };
    expect(text).toMatch(/^From: Alidade <mail@example\.org>/m);
    expect(text).toMatch(/^Subject: Your seat/m);
    expect(text).toMatch(/^Auto-Submitted: auto-generated/m);
  });

  it('is kept without a mail server, which is no error, and sent when a worker with one starts', async () => {
    await post(await org.person('Ana Duarte'));
    await work({});
    await headsWhen(OutboxStatus.KEPT);
    expect(catcher.mails).toEqual([]);
    await work();
    await headsWhen(OutboxStatus.SENT);
    expect(catcher.mails).toMatchObject([{ to: ['ana.duarte@example.org'] }]);
  });

  it('that a server does not take now is tried again later, with the same Message-Id', async () => {
    catcher.refusal = () => 451;
    await post(await org.person('Ana Duarte'));
    await work();
    for (let i = 0; i < 500 && (await heads())[0]?.attempt !== 1; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await pause(20);
    }
    await pause(200);
    const [head] = await heads();
    expect(head).toMatchObject({ status: OutboxStatus.PENDING, attempt: 1 });
    expect(head?.dueAt.getTime()).toBeGreaterThan(Date.now() + 20_000);
    catcher.refusal = null;
    await program.db.query('UPDATE outbox_head SET due_at = now() WHERE organization_id = $1', [
      org.organizationId,
    ]);
    await headsWhen(OutboxStatus.SENT);
    expect(catcher.mails.map(({ messageId }) => messageId)).toEqual([`<${head?.id}@alidade>`]);
  });

  it('is given up when it is refused for good, after the last attempt, or without an address; the log names no address', async () => {
    const log = new CollectedLog();
    catcher.refusal = (address) => (address.startsWith('gone') ? 550 : 451);
    const [gone, tired, erased] = [
      await org.person('Gone Away'),
      await org.person('Tired Server'),
      await org.person('Erased Person'),
    ];
    for (const person of [gone, tired, erased]) {
      // oxlint-disable-next-line no-await-in-loop
      await post(person);
    }
    const { organizationId } = org;
    await org.within((tx) =>
      tx.update(PersonIdentity, { organizationId, personId: erased.personId }, { email: null }),
    );
    await program.db.query('UPDATE outbox_head SET attempt = 9 WHERE organization_id = $1', [organizationId]);
    await work(undefined, log);
    await headsWhen(OutboxStatus.FAILED);
    expect(catcher.mails).toEqual([]);
    expect(log.named('A mail is given up').length).toBe(3);
    expect(log.text).not.toMatch(/example\.org|Away|Tired|Erased/);
  });
});
