import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { OutboxMail, RatingRequest } from '@alidade/database';
import { aRound } from '../support/assessments.js';
import type { TestExecutive, TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { TestWorker } from '../support/worker.js';
import { until } from '../support/until.js';

const COMPLETION = `query Completion($roundId: ID!) {
  roundCompletion(roundId: $roundId) { unit { name } group asked answered declined suppressed }
}`;
const STALE =
  'query ($days: Int!) { levelsTurningStale(withinDays: $days) { capability { code } executive { id } level staleOn } }';
const REMIND = 'mutation ($days: Int!) { remindOfStaleLevels(withinDays: $days) }';
const RECORD = `mutation Record($executiveId: ID!, $capabilityId: ID!, $on: Date!) {
  recordLevel(executiveId: $executiveId, capabilityId: $capabilityId, level: 3, source: PANEL, rationale: "Panel", evidenceOn: $on) { level }
}`;

/** So many months before a day, on the same day of the month, which all months have. */
function monthsBefore(day: string, months: number): string {
  const at = new Date(`${day.slice(0, 7)}-15T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.toISOString().slice(0, 10);
}

describe('what designers follow', () => {
  let program: Program;
  let worker: TestWorker;
  let org: TestOrganization;
  let designer: string;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program);
    org = await program.organization();
    designer = await org.designer();
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });

  it('is how far a round is by unit and group, and of nobody whether they have answered', async () => {
    const { organizationId } = org;
    const top = await org.unit('Company');
    const units = [await org.unit('Large', top), await org.unit('Middle', top), await org.unit('Small', top)];
    const subjects: TestExecutive[] = [];
    for (const unit of units)
      // oxlint-disable-next-line no-await-in-loop
      subjects.push(await org.executive(`Subject ${crypto.randomUUID()}`, { unit }));
    const { id: roundId } = await aRound(org, subjects, [], { imported: false, status: 'OPEN' });
    const asked = [
      { PEER: 9, DIRECT_REPORT: 6 },
      { PEER: 5, DIRECT_REPORT: 5 },
      { PEER: 2, DIRECT_REPORT: 5 },
    ];
    for (const [i, groups] of asked.entries())
      for (const [raterGroup, count] of Object.entries(groups))
        for (let n = 0; n < count; n += 1) {
          // oxlint-disable-next-line no-await-in-loop
          const { personId } = await org.person(`Rater ${crypto.randomUUID()}`);
          const request = { organizationId, roundId, executiveId: subjects[i]?.executiveId ?? '', personId };
          // oxlint-disable-next-line no-await-in-loop
          await org.within((tx) =>
            tx.insert(RatingRequest, {
              ...request,
              raterGroup: raterGroup as 'PEER',
              status: n % 2 ? 'OPEN' : 'SUBMITTED',
            }),
          );
        }
    const { data } = await program.as(designer, COMPLETION, { roundId });
    const cells = new Map<string, any>(
      data.roundCompletion.map((cell: any) => [`${cell.unit.name} ${cell.group}`, cell]),
    );
    expect(cells.get('Large PEER')).toMatchObject({ asked: 9, answered: 5, declined: 0, suppressed: false });
    expect(cells.get('Small DIRECT_REPORT')).toMatchObject({ asked: 5, answered: 3 });
    // Two peers alone, and the next smallest with them: nine peers and the whole would tell of the two.
    for (const hidden of ['Small PEER', 'Middle PEER'])
      expect(cells.get(hidden)).toMatchObject({
        asked: null,
        answered: null,
        declined: null,
        suppressed: true,
      });
  });

  it('is which levels turn stale soon, and their executives are written to, once each', async () => {
    const { organizationId } = org;
    const executive = await org.executive(`Rui ${crypto.randomUUID()}`);
    const [soon, later] = [await org.capability('soon'), await org.capability('later')];
    const today = new Date().toISOString().slice(0, 10);
    for (const [capability, months] of [
      [soon, 17],
      [later, 2],
    ] as const)
      // oxlint-disable-next-line no-await-in-loop
      await program.as(designer, RECORD, {
        executiveId: executive.executiveId,
        capabilityId: capability.id,
        on: monthsBefore(today, months),
      });
    const list = await until('levels', async () => {
      const { data } = await program.as(designer, STALE, { days: 62 });
      return data.levelsTurningStale.length > 0 && data.levelsTurningStale;
    });
    expect(list).toEqual([
      {
        capability: { code: 'soon' },
        executive: { id: executive.executiveId },
        level: 3,
        staleOn: expect.any(String),
      },
    ]);
    expect((await program.as(designer, STALE, { days: 0 })).data.levelsTurningStale).toEqual([]);
    expect((await program.as(designer, REMIND, { days: 62 })).data.remindOfStaleLevels).toBe(1);
    const mails = await org.within((tx) =>
      tx.findBy(OutboxMail, { organizationId, personId: executive.personId }),
    );
    expect(mails.map(({ body }) => body)).toEqual([expect.stringContaining('- soon, on ')]);
    const elsewhere = await org.tokenOf([GrantableRole.Designer], [await org.unit()]);
    expect((await program.as(elsewhere, STALE, { days: 62 })).data.levelsTurningStale).toEqual([]);
  });
});
