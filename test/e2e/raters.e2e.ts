import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntry, Posting, RatingRequest } from '@alidade/database';
import { RatedTeam } from '../support/rated.js';
import { Program } from '../support/program.js';
import { TestWorker } from '../support/worker.js';

const PROPOSED = `query Proposed($roundId: ID!, $executiveId: ID!) {
  proposedRaters(roundId: $roundId, executiveId: $executiveId) { group person { id } email executive { id } }
}`;
const NAMED = `query Named($roundId: ID!, $executiveId: ID!) {
  namedRaters(roundId: $roundId, executiveId: $executiveId) { group approved person { id } }
}`;
const SMALL = `query Small($roundId: ID!) {
  smallRaterGroups(roundId: $roundId) { group raters missing together executive { id } }
}`;
const APPROVE = `mutation Approve($roundId: ID!, $executiveId: ID!) {
  approveNominatedRaters(roundId: $roundId, executiveId: $executiveId) { id }
}`;
const TAKE = `mutation Take($roundId: ID!) { takeProposedRaters(roundId: $roundId) { id } }`;
const DECLINE = `mutation Decline($id: ID!) { declineRatingRequest(requestId: $id, reason: "We have hardly worked together.") { status } }`;

describe('raters', () => {
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
  const designer = () => team.rounds.token;
  const named = async (roundId: string) =>
    (await program.as(designer(), NAMED, of(roundId))).data.namedRaters.map(
      ({ group, approved, person }: any) => `${group} ${person.id} ${approved}`,
    );

  it('are proposed from the directory as of the opening day: self, manager, reports, and peers under that manager', async () => {
    const { organizationId } = team.org;
    const [gone] = team.peers;
    await team.org.within((tx) =>
      tx.update(Posting, { organizationId, personId: gone?.personId ?? '' }, { validTo: '2026-02-01' }),
    );
    const roundId = await team.create();
    const { data } = await program.as(designer(), PROPOSED, of(roundId));
    const proposed = data.proposedRaters.map(({ group, person }: any) => `${group} ${person.id}`);
    expect(proposed.toSorted()).toEqual(
      team
        .everybody()
        .filter(({ personId }) => personId !== gone?.personId)
        .map(({ group, personId }) => `${group} ${personId}`)
        .toSorted(),
    );
    const earlier = await team.create({ opensOn: '2026-01-15' });
    expect((await program.as(designer(), PROPOSED, of(earlier))).data.proposedRaters).toHaveLength(7);
    const fewer = await team.create({ opensOn: '2026-01-15', wantedRaters: [{ group: 'PEER', wanted: 1 }] });
    expect((await program.as(designer(), PROPOSED, of(fewer))).data.proposedRaters).toHaveLength(5);
  });

  it('are nominated by the subject, approved by the manager or a designer, and changed until the opening only', async () => {
    const { subject, boss, peers } = team;
    const roundId = await team.create();
    const nominated = peers.slice(0, 2).map(({ personId }) => ({ group: 'PEER', personId }));
    expect((await team.setRaters(subject.token, roundId, nominated)).codes).toEqual([]);
    expect(await named(roundId)).toEqual(
      expect.arrayContaining(nominated.map((r) => `PEER ${r.personId} false`)),
    );
    expect(await team.rounds.move('openAssessmentRound', roundId)).toEqual(['INVALID_INPUT']);
    expect((await program.as(subject.token, APPROVE, of(roundId))).codes).toEqual(['FORBIDDEN']);
    expect((await program.as(boss.token, APPROVE, of(roundId))).codes).toEqual([]);
    // The subject cannot take back what was approved, only add to it.
    await team.setRaters(subject.token, roundId, [{ group: 'PEER', personId: peers[2]?.personId ?? '' }]);
    expect((await named(roundId)).toSorted()).toEqual(
      [...nominated.map((r) => `PEER ${r.personId} true`), `PEER ${peers[2]?.personId} false`].toSorted(),
    );
    expect(await team.rounds.move('openAssessmentRound', roundId)).toEqual([]);
    expect(await named(roundId)).toHaveLength(2);
    for (const token of [subject.token, boss.token, designer()])
      // oxlint-disable-next-line no-await-in-loop
      expect((await team.setRaters(token, roundId, nominated)).codes).toEqual(['CONFLICT']);
  });

  it('cannot be named twice, as somebody else’s SELF, without a name, or by two', async () => {
    const { subject, peers } = team;
    const roundId = await team.create();
    const personId = peers[0]?.personId ?? '';
    const faults = [
      [
        { group: 'PEER', personId },
        { group: 'OTHER', personId },
      ],
      [{ group: 'SELF', personId }],
      [{ group: 'PEER', personId: subject.personId }],
      [{ group: 'PEER' }],
      [{ group: 'PEER', personId, email: 'x@example.org' }],
      [{ group: 'OTHER', email: 'no address' }],
    ];
    for (const raters of faults)
      // oxlint-disable-next-line no-await-in-loop
      expect((await team.setRaters(designer(), roundId, raters)).codes).toEqual(['INVALID_INPUT']);
    const unknown = [{ group: 'PEER', personId: crypto.randomUUID() }];
    expect((await team.setRaters(designer(), roundId, unknown)).codes).toEqual(['NOT_FOUND']);
  });

  it('who will stay too few are told with how many are missing, before the opening', async () => {
    const roundId = await team.create();
    await program.as(designer(), TAKE, { roundId });
    expect(await named(roundId)).toHaveLength(7);
    const { data } = await program.as(designer(), SMALL, { roundId });
    expect(data.smallRaterGroups).toEqual([
      {
        group: 'DIRECT_REPORT',
        raters: 2,
        missing: 1,
        together: 2,
        executive: { id: team.subject.executiveId },
      },
    ]);
  });

  it('read what becomes of their answers, and the anchors as they were when the round opened', async () => {
    const roundId = await team.open();
    await team.org.capability('capability-1');
    const of3 = await team.requestOf(team.peers[0]?.token ?? '', roundId);
    expect(of3).toMatchObject({
      status: 'OPEN',
      group: 'PEER',
      subject: { id: team.subject.personId },
      answers: [],
    });
    expect(of3.capabilities.map(({ code }: any) => code)).toEqual(['capability-1', 'capability-2']);
    expect(of3.confidentiality).toMatch(/only if at least 3/);
    expect((await team.requestOf(team.boss.token, roundId)).confidentiality).toMatch(
      /can tell that it is yours/,
    );
    expect(await team.owed(await team.org.tokenOf([]))).toEqual([]);
  });

  const decline = (token: string, id: string) => program.as(token, DECLINE, { id });

  it('keep drafts, submit, correct until the closing, and decline with a reason', async () => {
    const roundId = await team.open();
    const [capability] = team.capabilities;
    const capabilityId = capability?.id ?? '';
    const [peer, other] = team.peers.map(({ token }) => token);
    const { id } = await team.requestOf(peer ?? '', roundId);
    const answer = (operation: 'submitRatings' | 'saveRatingDraft', level: number | null) =>
      team.answer(peer ?? '', operation, id, [{ capabilityId, level, comment: 'Listens.' }]);
    expect((await answer('saveRatingDraft', 2)).data.saveRatingDraft).toMatchObject({
      status: 'OPEN',
      isDraft: true,
    });
    expect(await team.requestOf(peer ?? '', roundId)).toMatchObject({
      answers: [{ level: 2, comment: 'Listens.' }],
    });
    expect(await team.rounds.read(roundId)).toMatchObject({ asked: 7, answered: 0 });
    expect((await answer('submitRatings', 4)).data.submitRatings).toMatchObject({
      status: 'SUBMITTED',
      isDraft: false,
    });
    expect((await answer('submitRatings', null)).data.submitRatings.answers).toEqual([
      { capabilityId, level: null, comment: 'Listens.' },
    ]);
    expect((await decline(peer ?? '', id)).codes).toEqual(['CONFLICT']);
    const { id: declined } = await team.requestOf(other ?? '', roundId);
    expect((await decline(other ?? '', declined)).data.declineRatingRequest.status).toBe('DECLINED');
    expect(await team.submit(other ?? '', roundId, 3)).toEqual(['CONFLICT']);
    expect(await team.rounds.read(roundId)).toMatchObject({ asked: 7, answered: 1, declined: 1 });
    await team.rounds.move('closeAssessmentRound', roundId);
    expect((await answer('submitRatings', 5)).codes).toEqual(['CONFLICT']);
    expect((await team.requestOf(team.boss.token, roundId)).status).toBe('EXPIRED');
  });

  it('answer for what is asked, once each, on the scale, and only their own requests', async () => {
    const roundId = await team.open();
    const [peer, other] = team.peers.map(({ token }) => token);
    const { id } = await team.requestOf(peer ?? '', roundId);
    const [capabilityId, second] = team.capabilities.map((each) => each.id);
    const foreign = await team.org.capability('foreign');
    const attempt = async (token: string | undefined, ratings: any[]) =>
      (await team.answer(token ?? '', 'submitRatings', id, ratings)).codes;
    expect(await attempt(peer, [])).toEqual(['INVALID_INPUT']);
    expect(await attempt(peer, [{ capabilityId: foreign.id, level: 3 }])).toEqual(['INVALID_INPUT']);
    expect(await attempt(peer, [{ capabilityId, level: 6 }])).toEqual(['INVALID_INPUT']);
    expect(
      await attempt(peer, [
        { capabilityId, level: 2 },
        { capabilityId, level: 3 },
      ]),
    ).toEqual(['INVALID_INPUT']);
    expect(await attempt(other, [{ capabilityId, level: 2 }])).toEqual(['NOT_FOUND']);
    expect(await attempt(designer(), [{ capabilityId: second, level: 2 }])).toEqual(['NOT_FOUND']);
  });

  it('leave nothing in the audit trail and no time anywhere, and their answers come out as released', async () => {
    const roundId = await team.open();
    const { organizationId } = team.org;
    const trail = () => team.org.within((tx) => tx.countBy(AuditEntry, { organizationId }));
    const before = await trail();
    for (const [i, { token }] of team.peers.entries())
      // oxlint-disable-next-line no-await-in-loop
      await team.submit(token, roundId, i + 3);
    await team.submit(team.boss.token, roundId, 2);
    await team.submit(team.reports[0]?.token ?? '', roundId, 1);
    expect(await trail()).toBe(before);
    await team.rounds.release(roundId);
    const { data } = await program.as(
      team.subject.token,
      `query ($roundId: ID!, $executiveId: ID!) {
        releasedScores(roundId: $roundId, executiveId: $executiveId) { others suppressedGroups groups { group mean respondents } }
      }`,
      of(roundId),
    );
    expect(data.releasedScores[0]).toEqual({
      others: 3,
      suppressedGroups: ['DIRECT_REPORT'],
      groups: [
        { group: 'MANAGER', mean: 2, respondents: 1 },
        { group: 'PEER', mean: 4, respondents: 3 },
      ],
    });
    const requests = await team.org.within((tx) => tx.findBy(RatingRequest, { organizationId, roundId }));
    expect(requests.map(({ status }) => status).toSorted()).toEqual([
      'EXPIRED',
      'EXPIRED',
      ...Array.from({ length: 5 }, () => 'SUBMITTED'),
    ]);
  });

  it('open a form with as few statements for thirty capabilities as for two', async () => {
    const wide = await RatedTeam.in(program, 30);
    const statements = async (rated: RatedTeam) => {
      const roundId = await rated.open();
      const token = rated.boss.token;
      await rated.submit(token, roundId, 3);
      return program.countQueries(() => rated.owed(token, ['SUBMITTED']));
    };
    const few = await statements(team);
    expect(few).toBeLessThanOrEqual(6);
    expect(await statements(wide)).toBe(few);
  });
});
