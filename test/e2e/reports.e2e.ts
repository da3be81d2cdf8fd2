import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { OutboxMail, Policy } from '@alidade/database';
import { createTransport } from 'nodemailer';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { catchMail } from '../../apps/cli/src/mail-catcher.js';
import { Program } from '../support/program.js';
import { RatedTeam } from '../support/rated.js';
import { TestWorker } from '../support/worker.js';

const REPORT = `query Report($roundId: ID!, $executiveId: ID!) {
  releasedScores(roundId: $roundId, executiveId: $executiveId) {
    capability { code anchors { level } } others self selfView selfViewInWords requiredLevel
    groups { group pooledOf mean respondents } suppressedGroups standardError agreement comments
  }
}`;
const LOOKS = `query Looks($roundId: ID!, $executiveId: ID!) {
  reportLooks(roundId: $roundId, executiveId: $executiveId) { person { id } at }
}`;
const COACH = `mutation Coach($roundId: ID!, $executiveId: ID!, $coachId: ID) {
  giveCoach(roundId: $roundId, executiveId: $executiveId, coachId: $coachId) { id }
}`;

describe('a report', () => {
  let program: Program;
  let worker: TestWorker;
  let team: RatedTeam;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program);
  });
  beforeEach(async () => {
    team = await RatedTeam.in(program);
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });

  const of = (roundId: string) => ({ roundId, executiveId: team.subject.executiveId });
  const report = async (token: string, roundId: string) => program.as(token, REPORT, of(roundId));

  /** The boss gives 3, each peer and report what is told, with a comment. @returns the id of the released round */
  async function released(
    more: object = {},
    levels = { peers: [2, 4, 3], reports: [5, 5] },
  ): Promise<string> {
    const roundId = await team.open(more);
    await team.submit(team.subject.token, roundId, 4, 'I try.');
    await team.submit(team.boss.token, roundId, 3, 'Delivers.');
    for (const [i, { token }] of team.peers.entries())
      // oxlint-disable-next-line no-await-in-loop
      await team.submit(token, roundId, levels.peers[i] ?? 3, `Peer remark ${levels.peers[i]}`);
    for (const [i, { token }] of team.reports.entries())
      // oxlint-disable-next-line no-await-in-loop
      await team.submit(token, roundId, levels.reports[i] ?? 3, 'Only I could know this.');
    await team.rounds.release(roundId);
    return roundId;
  }

  it('shows others, self, groups, what is left out, comments in mixed order, the difference in words, and what is required', async () => {
    const [capability] = team.capabilities;
    if (capability) await team.org.strategy(`Grow ${crypto.randomUUID()}`, [[capability, 3.5]]);
    const roundId = await released();
    const { data } = await report(team.subject.token, roundId);
    expect(data.releasedScores[0]).toMatchObject({
      capability: { code: 'capability-1' },
      others: 3,
      self: 4,
      selfView: 'CLEARLY_HIGHER',
      selfViewInWords: 'You see this clearly higher than others do, by 1.0 level.',
      requiredLevel: 3.5,
      groups: [
        { group: 'MANAGER', pooledOf: [], mean: 3, respondents: 1 },
        { group: 'PEER', pooledOf: [], mean: 3, respondents: 3 },
      ],
      suppressedGroups: ['DIRECT_REPORT'],
      standardError: null,
      agreement: null,
    });
    expect(data.releasedScores[0].comments.toSorted()).toEqual([
      'Delivers.',
      'Peer remark 2',
      'Peer remark 3',
      'Peer remark 4',
    ]);
    expect(data.releasedScores[1]).toMatchObject({ requiredLevel: null, comments: [] });
    const { organizationId } = team.org;
    const told = await team.org.within((tx) =>
      tx.findBy(OutboxMail, { organizationId, personId: team.subject.personId }),
    );
    expect(told.filter(({ subject }) => subject.startsWith('Your report'))).toHaveLength(1);
  });

  it('is the same to the last byte when others gave the same answers in another order', async () => {
    const once = await report(team.subject.token, await released());
    const again = await report(team.subject.token, await released({}, { peers: [3, 2, 4], reports: [5, 5] }));
    expect(JSON.stringify(again.data)).toBe(JSON.stringify(once.data));
  });

  it('is seen by its subject, the coach they were given, and those the policy names; every look is the subject’s to see', async () => {
    const coach = await team.org.person(`Coach ${crypto.randomUUID()}`);
    const token = await team.org.token(coach);
    const roundId = await released();
    const codes = async (who: string) => (await report(who, roundId)).codes;
    expect(await codes(token)).toEqual(['NOT_FOUND']);
    await program.as(team.rounds.token, COACH, { ...of(roundId), coachId: coach.personId });
    expect(await codes(token)).toEqual([]);
    expect(await codes(team.rounds.token)).toEqual([]);
    expect(await codes(team.subject.token)).toEqual([]);
    expect(await codes(team.boss.token)).toEqual(['NOT_FOUND']);
    expect(await codes(await team.org.administrator())).toEqual(['NOT_FOUND']);
    const { data } = await program.as(team.subject.token, LOOKS, of(roundId));
    expect(data.reportLooks).toHaveLength(2);
    expect(data.reportLooks[1]).toMatchObject({ person: { id: coach.personId } });
    expect((await program.as(team.boss.token, LOOKS, of(roundId))).codes).toEqual(['NOT_FOUND']);
    expect((await program.as(team.rounds.token, LOOKS, of(roundId))).codes).toEqual(['NOT_FOUND']);
  });

  it('of a round for development is the subject’s and the coach’s alone, as raters were told', async () => {
    const coach = await team.org.person(`Coach ${crypto.randomUUID()}`);
    const roundId = await released({ purpose: 'DEVELOPMENT' });
    await program.as(team.rounds.token, COACH, { ...of(roundId), coachId: coach.personId });
    expect((await report(team.rounds.token, roundId)).codes).toEqual(['NOT_FOUND']);
    expect((await report(await team.org.token(coach), roundId)).codes).toEqual([]);
    expect((await report(team.subject.token, roundId)).data.releasedScores).toHaveLength(2);
    const another = await team.open({ purpose: 'DEVELOPMENT' });
    const { confidentiality } = await team.requestOf(team.peers[0]?.token ?? '', another);
    expect(confidentiality).toMatch(/for development: .* the subject and a coach .* only/);
  });

  it('is open to the manager where the policy of the opening says so, and raters were told', async () => {
    const { organizationId } = team.org;
    const settings = { reports: { manager: true, designer: false } };
    await team.org.within((tx) =>
      tx.insert(Policy, { organizationId, version: 2, validFrom: '2026-01-01', settings }),
    );
    const roundId = await released();
    expect((await report(team.boss.token, roundId)).codes).toEqual([]);
    expect((await report(team.rounds.token, roundId)).codes).toEqual(['NOT_FOUND']);
    const viewer = await team.org.tokenOf([GrantableRole.ReadinessViewNamed]);
    expect((await report(viewer, roundId)).codes).toEqual(['NOT_FOUND']);
    const { confidentiality } = await team.requestOf(team.boss.token, await team.open());
    expect(confidentiality).toMatch(/the subject's manager/);
  });

  it('is listed for its subject once it is there', async () => {
    const roundId = await released();
    const { data, errors } = await program.as(
      team.subject.token,
      '{ myReports { executiveId round { id } } }',
    );
    expect(errors).toEqual([]);
    expect(data.myReports).toEqual([{ executiveId: team.subject.executiveId, round: { id: roundId } }]);
    expect((await program.as(team.boss.token, '{ myReports { executiveId } }')).data.myReports).toEqual([]);
  });
});

describe('mail on one’s own machine', () => {
  it('is caught, kept and shown as text, to this machine only, and not where mail has a server', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'alidade-mail-'));
    const catcher = await catchMail(folder);
    await using program = await Program.start({ environment: { LOCAL_MAIL_FOLDER: folder } });
    const transport = createTransport({ url: catcher.url });
    await transport.sendMail({
      from: 'a@example.org',
      to: 'Ana <ana@example.org>',
      subject: 'You are <b>asked</b>',
      text: 'Go to http://127.0.0.1:3000/ratings\n<script>alert(1)</script>',
    });
    transport.close();
    const page = await request(program.app.getHttpServer()).get('/dev/mail');
    expect(page).toMatchObject({ status: 200, type: 'text/html' });
    expect(page.text).toContain('You are &lt;b&gt;asked&lt;/b&gt;');
    expect(page.text).toContain('<a href="http://127.0.0.1:3000/ratings">');
    expect(page.text).not.toContain('<script');
    for (const [header, value] of [
      ['host', 'alidade.example.org'],
      ['x-forwarded-for', '127.0.0.1'],
    ] as const) {
      const passedOn = request(program.app.getHttpServer()).get('/dev/mail').set(header, value);
      // oxlint-disable-next-line no-await-in-loop
      expect(await passedOn).toMatchObject({ status: 404 });
    }
    await using other = await Program.start();
    expect(await request(other.app.getHttpServer()).get('/dev/mail')).toMatchObject({ status: 404 });
    await catcher.close();
    await rm(folder, { recursive: true });
  });
});
