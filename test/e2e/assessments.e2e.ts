import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { Person, ReleasedScore } from '@alidade/database';
import type { Capability } from '@alidade/database';
import { roundInOrganization } from '../support/rounds.js';
import type { Rounds } from '../support/rounds.js';
import type { TestExecutive, TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { TestWorker } from '../support/worker.js';

const SCORES = `query Scores($roundId: ID!, $executiveId: ID!) {
  releasedScores(roundId: $roundId, executiveId: $executiveId) {
    capability { code } others self groups { group pooledOf mean respondents } suppressedGroups standardError agreement
  }
}`;

describe('a round of assessment', () => {
  let program: Program;
  let worker: TestWorker;
  let org: TestOrganization;
  let rounds: Rounds;
  let pricing: Capability;
  let alliances: Capability;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program);
    org = await program.organization();
    rounds = await roundInOrganization(program, org);
    [pricing, alliances] = [await org.capability('pricing'), await org.capability('alliances')];
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });

  /** An executive whom a ratings file can name. */
  async function subject(name: string): Promise<TestExecutive & { externalId: string }> {
    const executive = await org.executive(`${name} ${crypto.randomUUID()}`);
    const { organizationId } = org;
    await org.within((tx) =>
      tx.update(Person, { organizationId, id: executive.personId }, { externalId: executive.personId }),
    );
    return { ...executive, externalId: executive.personId };
  }

  const scoresOf = async (roundId: string, { executiveId }: TestExecutive, token = rounds.token) =>
    (await program.as(token, SCORES, { roundId, executiveId })).data?.releasedScores;

  it('goes from draft to release, and shows then what no rater can be known by', async () => {
    const ana = await subject('Ana');
    const id = await rounds.open([ana], [pricing, alliances]);
    const file = [
      [ana.externalId, 'self', 'SELF', 'pricing', '5'],
      [ana.externalId, 'boss', 'MANAGER', 'pricing', '4'],
      [ana.externalId, 'p1', 'PEER', 'pricing', '3'],
      [ana.externalId, 'p2', 'PEER', 'pricing', '2'],
      [ana.externalId, 'd1', 'DIRECT_REPORT', 'pricing', '4'],
      [ana.externalId, 'd2', 'DIRECT_REPORT', 'pricing', 'NOT_OBSERVED'],
      [ana.externalId, 'o1', 'OTHER', 'alliances', '1'],
      [ana.externalId, 'boss', 'MANAGER', 'alliances', '2'],
    ];
    expect(await rounds.upload(id, file)).toMatchObject({ status: 'SUCCEEDED', created: 8, faultCount: 0 });
    expect(await scoresOf(id, ana)).toEqual([]);
    expect(await rounds.release(id)).toMatchObject({
      status: 'RELEASED',
      asked: 7,
      answered: 7,
      declined: 0,
    });
    // Two peers and one report are pooled: (3 + 2 + 4) / 3 = 3; X = (4 + 3) / 2. The other's 1 is left out of everything.
    expect(await scoresOf(id, ana)).toEqual([
      {
        capability: { code: 'pricing' },
        others: 3.5,
        self: 5,
        groups: [
          { group: 'MANAGER', pooledOf: [], mean: 4, respondents: 1 },
          { group: 'COLLEAGUES', pooledOf: ['PEER', 'DIRECT_REPORT'], mean: 3, respondents: 3 },
        ],
        suppressedGroups: [],
        standardError: null,
        agreement: null,
      },
      {
        capability: { code: 'alliances' },
        others: 2,
        self: null,
        groups: [{ group: 'MANAGER', pooledOf: [], mean: 2, respondents: 1 }],
        suppressedGroups: ['OTHER'],
        standardError: null,
        agreement: null,
      },
    ]);
  });

  it('counts the latest answer of a rater, and takes the same file twice without a change', async () => {
    const rui = await subject('Rui');
    const id = await rounds.open([rui], [pricing]);
    const row = (level: string) => [[rui.externalId, 'boss', 'MANAGER', 'pricing', level]];
    await rounds.upload(id, row('2'));
    expect(await rounds.upload(id, row('2'))).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await rounds.upload(id, row('4'))).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    await rounds.release(id);
    expect(await scoresOf(id, rui)).toMatchObject([{ others: 4 }]);
  });

  it('tells every fault of a ratings file with its line and keeps nothing of it', async () => {
    const [here, absent] = [await subject('Here'), await subject('Absent')];
    const id = await rounds.open([here], [pricing]);
    const report = await rounds.upload(id, [
      [here.externalId, 'boss', 'MANAGER', 'pricing', '6'],
      ['nobody', 'boss', 'MANAGER', 'pricing', '3'],
      [absent.externalId, 'boss', 'MANAGER', 'pricing', '3'],
      [here.externalId, 'chief', 'CHIEF', 'pricing', '3'],
      [here.externalId, 'p1', 'PEER', 'alliances', '3'],
      [here.externalId, 'p1', 'PEER', 'juggling', '3'],
      [here.externalId, 'p2', 'PEER', 'pricing', '3'],
      [here.externalId, 'p2', 'PEER', 'pricing', '4'],
      [here.externalId, 'one', 'SELF', 'pricing', '4'],
      [here.externalId, 'two', 'SELF', 'pricing', '4'],
    ]);
    expect(report).toMatchObject({ status: 'REJECTED', rows: 0, created: 0 });
    const faults = report.faults.map((fault: any) => `${fault.line} ${fault.column}`);
    expect(faults.toSorted()).toEqual(
      [
        '2 level',
        '3 subject_external_id',
        '4 subject_external_id',
        '5 rater_group',
        '6 capability_code',
        '7 capability_code',
        '9 rater',
        '11 rater_group',
      ].toSorted(),
    );
    expect(await rounds.read(id)).toMatchObject({ answered: 0 });
  });

  it('takes no ratings before it opens or after it closes, and moves only in its order', async () => {
    const { organizationId } = org;
    const one = await subject('One');
    const id = await rounds.create([one], [pricing]);
    const row = [[one.externalId, 'boss', 'MANAGER', 'pricing', '3']];
    expect(await rounds.upload(id, row)).toMatchObject({ status: 'REJECTED' });
    expect(await rounds.move('closeAssessmentRound', id)).toEqual(['CONFLICT']);
    expect(await rounds.move('openAssessmentRound', id)).toEqual([]);
    expect(await rounds.move('openAssessmentRound', id)).toEqual(['CONFLICT']);
    expect(await rounds.move('releaseAssessmentRound', id)).toEqual(['CONFLICT']);
    expect(await rounds.move('closeAssessmentRound', id)).toEqual([]);
    expect(await rounds.upload(id, row)).toMatchObject({ status: 'REJECTED' });
    await rounds.release(id, { closed: true });
    expect(await rounds.move('releaseAssessmentRound', id)).toEqual(['CONFLICT']);
    expect(await org.within((tx) => tx.countBy(ReleasedScore, { organizationId, roundId: id }))).toBe(0);
  });

  it('cannot open while nobody is asked, unless its answers come from a file', async () => {
    const id = await rounds.create([await subject('Asked')], [pricing], { imported: false });
    expect(await rounds.move('openAssessmentRound', id)).toEqual(['INVALID_INPUT']);
  });

  it.each([
    ['closes before it opens', { closesOn: '2026-02-01' }, 'INVALID_INPUT'],
    ['asks about nothing', { capabilityIds: [] }, 'INVALID_INPUT'],
    ['assesses nobody', { executiveIds: [] }, 'INVALID_INPUT'],
    ['names an unknown capability', { capabilityIds: [crypto.randomUUID()] }, 'NOT_FOUND'],
    ['names no id', { executiveIds: ['nobody'] }, 'NOT_FOUND'],
  ])('is refused when it %s', async (_what, wrong, code) => {
    const { codes } = await rounds.tryToCreate([await subject('Asked')], [pricing], wrong);
    expect(codes).toEqual([code]);
  });

  it('for development is shown to its subject only, and makes no level', async () => {
    const ana = await subject('Ana');
    const id = await rounds.open([ana], [pricing], { purpose: 'DEVELOPMENT' });
    await rounds.upload(id, [[ana.externalId, 'boss', 'MANAGER', 'pricing', '4']]);
    await rounds.release(id);
    expect(await scoresOf(id, ana)).toBeUndefined();
    expect(await scoresOf(id, ana, ana.token)).toHaveLength(1);
    const [levels] = await org.within((tx) =>
      tx.query('SELECT count(*) AS n FROM level_evidence WHERE round_id = $1', [id]),
    );
    expect(levels.n).toBe(0);
  });

  it('keeps reports from managers and from everybody without permission on names', async () => {
    const boss = await org.executive(`Boss ${crypto.randomUUID()}`);
    const { personId, executiveId, token } = await org.executive(`Report ${crypto.randomUUID()}`, {
      manager: boss,
    });
    const id = await rounds.open(
      [{ organizationId: org.organizationId, personId, executiveId, token }],
      [pricing],
    );
    await rounds.release(id);
    const asked = { roundId: id, executiveId };
    expect((await program.as(boss.token, SCORES, asked)).codes).toEqual(['NOT_FOUND']);
    const viewer = await org.tokenOf([GrantableRole.ExecutiveViewer]);
    expect((await program.as(viewer, SCORES, asked)).codes).toEqual(['NOT_FOUND']);
    expect((await program.as(token, SCORES, asked)).codes).toEqual([]);
  });

  it('forgets at release under which key its raters were kept', async () => {
    const one = await subject('One');
    const id = await rounds.open([one], [pricing]);
    const secret = async () =>
      (
        await org.within((tx) => tx.query('SELECT rater_secret FROM assessment_round WHERE id = $1', [id]))
      )[0];
    expect((await secret()).rater_secret).toHaveLength(32);
    await rounds.release(id);
    expect((await secret()).rater_secret).toBeNull();
  });
});
