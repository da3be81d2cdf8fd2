import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { Credential, OutboxMail, PersonIdentity } from '@alidade/database';
import PostalMime from 'postal-mime';
import request from 'supertest';
import { MailCatcher } from '../support/mail-catcher.js';
import { Program } from '../support/program.js';
import { RatedTeam } from '../support/rated.js';
import { until } from '../support/until.js';
import { TestWorker } from '../support/worker.js';

const OWED =
  '{ myRatingRequests { id status confidentiality subject { name } capabilities { id anchors { level } } } }';
const LINK = /https?:\/\/\S+\/rate\/(\S+)/;

interface Letter {
  readonly to: string | undefined;
  readonly subject: string | undefined;
  readonly text: string;
}

describe('mail to raters', () => {
  let program: Program;
  let worker: TestWorker;
  let catcher: MailCatcher;
  let team: RatedTeam;
  beforeAll(async () => {
    program = await Program.start();
    catcher = new MailCatcher();
    const SMTP_URL = await catcher.start();
    worker = await TestWorker.start(program, {
      env: { SMTP_URL, MAIL_FROM: 'Alidade <mail@example.org>', PUBLIC_URL: 'https://alidade.example.org/' },
    });
  });
  beforeEach(async () => {
    team = await RatedTeam.in(program);
  });
  afterEach(() => {
    catcher.mails.length = 0;
  });
  afterAll(async () => {
    await worker.stop();
    await catcher.stop();
    await program[Symbol.asyncDispose]();
  });

  /** All mails, once there are at least so many and no more are waiting. */
  const letters = (count: number): Promise<Letter[]> =>
    until(`${count} mails`, async () => {
      const [{ waiting }] = await program.db.query(
        `SELECT (SELECT count(*) FROM outbox_head WHERE status = 'PENDING') + (
           SELECT count(*) FROM job WHERE status IN ('QUEUED', 'RUNNING') AND run_after <= now()) AS waiting`,
      );
      if (waiting > 0 || catcher.mails.length < count) return null;
      return Promise.all(
        catcher.mails.map(async ({ to, text }) => {
          const mail = await PostalMime.parse(text);
          return { to: to[0], subject: mail.subject, text: mail.text ?? '' };
        }),
      );
    });
  const addressOf = async ({ personId }: { readonly personId: string }): Promise<string> => {
    const { organizationId } = team.org;
    const known = await team.org.within((tx) =>
      tx.findOneByOrFail(PersonIdentity, { organizationId, personId }),
    );
    return known.email ?? '';
  };
  /** As if the day had come that the round waits for next. */
  const letDayCome = () =>
    program.db.query(`UPDATE job SET run_after = now() WHERE kind = 'ROUND_DAY' AND status = 'QUEUED'`);
  const take = (link: string) =>
    request(program.app.getHttpServer()).post('/rate').set('content-type', 'application/json').send({ link });

  it('tells everybody once of all they owe, reminds on its days those who owe still, and closes the round', async () => {
    const second = await team.org.executive(`Zoe ${crypto.randomUUID()}`, { manager: team.boss });
    const roundId = await team.rounds.create([team.subject, second], team.capabilities, {
      imported: false,
      closesOn: '2099-03-31',
      remindsOn: ['2099-03-20'],
    });
    const [peer] = team.peers;
    await team.setRaters(team.rounds.token, roundId, team.everybody());
    await program.as(
      team.rounds.token,
      `mutation Set($roundId: ID!, $executiveId: ID!, $raters: [RaterInput!]!) {
        setRaters(roundId: $roundId, executiveId: $executiveId, raters: $raters) { id } }`,
      {
        roundId,
        executiveId: second.executiveId,
        raters: [
          { group: 'MANAGER', personId: team.boss.personId },
          { group: 'PEER', personId: peer?.personId },
        ],
      },
    );
    await team.rounds.move('openAssessmentRound', roundId);
    const first = await letters(7);
    expect(first).toHaveLength(7);
    const toBoss = await addressOf(team.boss);
    const boss = first.filter(({ to }) => to === toBoss);
    expect(boss.map(({ subject }) => subject)).toEqual(['You are asked to rate 2 people']);
    expect(boss[0]?.text).toContain('until 2099-03-31');
    expect(boss[0]?.text).toContain(await team.org.nameOf(team.subject));
    expect(boss[0]?.text).toContain(await team.org.nameOf(second));
    expect(boss[0]?.text).toContain('https://alidade.example.org/ratings');
    expect(first.find(({ text }) => text.includes('yourself'))?.to).toBe(await addressOf(team.subject));

    for (const { token } of [...team.peers.slice(1), team.subject])
      // oxlint-disable-next-line no-await-in-loop
      await team.submit(token, roundId, 3);
    await team.submit(team.boss.token, roundId, 4);
    catcher.mails.length = 0;
    await letDayCome();
    const reminders = await letters(4);
    const owing = [team.boss, peer, ...team.reports].map((each) => addressOf(each ?? team.boss));
    expect(reminders.map(({ to }) => String(to)).toSorted()).toEqual((await Promise.all(owing)).toSorted());
    expect(reminders.every(({ subject }) => subject?.startsWith('Reminder: '))).toBe(true);

    catcher.mails.length = 0;
    await letDayCome();
    await until('the closing', async () => (await team.rounds.read(roundId)).status === 'CLOSED');
    expect(await team.rounds.read(roundId)).toMatchObject({ answered: 4, declined: 0 });
    expect(await letters(0)).toEqual([]);
  });

  it('brings somebody from outside a link that works once and opens their own requests and nothing else', async () => {
    const guest = { group: 'OTHER', email: 'Guest@Customer.example', name: 'Gil Guest' };
    const roundId = await team.open({}, [...team.everybody().slice(0, 2), guest]);
    const mails = await letters(3);
    const invited = mails.find(({ to }) => to === 'guest@customer.example');
    const link = LINK.exec(invited?.text ?? '')?.[1] ?? '';
    expect(invited?.text).toContain(`https://alidade.example.org/rate/${link}`);

    const { organizationId } = team.org;
    const kept = await team.org.within(async (tx) =>
      JSON.stringify([
        await tx.findBy(OutboxMail, { organizationId }),
        await tx.findBy(Credential, { organizationId }),
      ]),
    );
    expect(kept).not.toContain(link.slice(-43));
    expect(kept).not.toMatch(/Gil|customer\.example/);

    const page = await request(program.app.getHttpServer()).get(`/rate/${link}`);
    expect(page).toMatchObject({ status: 200, type: 'text/html' });
    const taken = await take(link);
    expect(taken.body).toEqual({ token: expect.stringMatching(/^alr_/), expiresAt: expect.any(String) });
    expect((await take(link)).status).toBe(401);
    const { token } = taken.body;
    expect((await program.as(link, OWED)).codes).toEqual(['UNAUTHENTICATED']);
    const { data } = await program.as(token, OWED);
    expect(data.myRatingRequests).toMatchObject([{ status: 'OPEN', confidentiality: expect.any(String) }]);

    for (const query of [
      '{ organization { units { id } } }',
      '{ assessmentRounds { id } }',
      '{ myRatingRequests { subject { unit { name } } } }',
      '{ myRatingRequests { round { asked } } }',
      '{ __schema { types { name } } }',
      'fragment F on RatingRequest { round { answered } } { myRatingRequests { ...F } }',
      `{ executives { totalCount } }`,
      `mutation { closeAssessmentRound(id: "${roundId}") { id } }`,
    ])
      // oxlint-disable-next-line no-await-in-loop
      expect({ query, codes: (await program.as(token, query)).codes }).toEqual({
        query,
        codes: ['FORBIDDEN'],
      });
    const route = await request(program.app.getHttpServer())
      .get('/schema.graphql')
      .set('authorization', `Bearer ${token}`);
    expect(route.status).toBe(403);

    const [{ id }] = data.myRatingRequests;
    const answers = team.capabilities.map((each) => ({ capabilityId: each.id, level: 5 }));
    expect((await team.answer(token, 'submitRatings', id, answers)).data.submitRatings.status).toBe(
      'SUBMITTED',
    );
    const { id: foreign } = await team.requestOf(team.boss.token, roundId);
    expect((await team.answer(token, 'submitRatings', foreign, answers)).codes).toEqual(['NOT_FOUND']);
    expect(await team.rounds.read(roundId)).toMatchObject({ asked: 3, answered: 1 });
  });

  it('with a link that was used, made up or has run out leads to a page that says so', async () => {
    const guest = { group: 'PEER', email: `${crypto.randomUUID()}@customer.example` };
    await team.open({}, [guest]);
    const [invited] = await letters(1);
    const link = LINK.exec(invited?.text ?? '')?.[1] ?? '';
    await take(link);
    const expired = await team.org.token(team.subject, 'RATER_LINK', -1000);
    for (const shown of [link, expired, 'made-up', ''])
      // oxlint-disable-next-line no-await-in-loop
      expect(
        await request(program.app.getHttpServer()).post('/rate').type('form').send({ link: shown }),
      ).toMatchObject({ status: 401, text: expect.stringContaining('opens nothing') });
  });

  it('goes to whom the directory knows by the address given, who signs in as always', async () => {
    const known = await team.org.person(`Kim ${crypto.randomUUID()}`, [GrantableRole.Facilitator]);
    const roundId = await team.open({}, [{ group: 'OTHER', email: await addressOf(known) }]);
    const [mail] = await letters(1);
    expect(mail?.text).toMatch(/\/ratings$/m);
    expect(await team.requestOf(await team.org.token(known), roundId)).toMatchObject({ group: 'OTHER' });
  });
});
