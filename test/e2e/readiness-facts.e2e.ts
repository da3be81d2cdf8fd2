import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  inOrganization,
  LevelFact,
  Organization,
  ReadinessCause,
  ReadinessFact,
  ReadSession,
} from '@alidade/database';
import fc from 'fast-check';
import { readinessDifferences } from '../../apps/api/src/readiness/facts/readiness-differences.js';
import type { Difference } from '../../apps/api/src/readiness/facts/readiness-differences.js';
import { reportVerification } from '../../apps/api/src/readiness/facts/report-verification.js';
import { workInCauses } from '../../apps/api/src/readiness/facts/work-in-causes.js';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { draws, RandomHistory, someDay } from '../support/random-history.js';
import type { Draw } from '../support/random-history.js';
import { evidence, factsMade, tellReadiness, workDone } from '../support/readiness.js';
import { TestWorker } from '../support/worker.js';

const fail = (line: string): never => {
  throw new Error(line);
};

const RUNS = 6;
const DAYS = 12;

async function differencesOn(org: TestOrganization, day: string): Promise<Difference[]> {
  const found: Difference[] = [];
  await org.within(async (tx) => {
    for await (const difference of readinessDifferences(tx, org, day)) found.push(difference);
  });
  return found;
}

const counted = (org: TestOrganization) =>
  org.within(async (tx) => ({
    causes: await tx.countBy(ReadinessCause, { organizationId: org.organizationId }),
    levels: await tx.countBy(LevelFact, { organizationId: org.organizationId }),
    facts: await tx.countBy(ReadinessFact, { organizationId: org.organizationId }),
  }));

/** Two executives, of whom one is assessed, and a cause that no job is asked to work in. */
async function begun(program: Program) {
  const org = await program.organization();
  const { organizationId } = org;
  const pricing = await org.capability('pricing');
  await org.strategy('Grow', [[pricing, 4]]);
  const [ana, bo] = [await org.executive('Ana Duarte'), await org.executive('Bo Lind')];
  const cause = (executiveId: string) =>
    org.within((tx) => tx.insert(ReadinessCause, { organizationId, validFrom: '2026-03-31', executiveId }));
  await evidence(org, ana, pricing, { level: 3, evidenceOn: '2026-03-31' });
  await cause(ana.executiveId);
  return { org, pricing, bo, cause };
}

async function verified(program: Program, org: TestOrganization, days: number) {
  const { name } = await program.owner
    .getRepository(Organization)
    .findOneByOrFail({ id: org.organizationId });
  const [printed, told]: [string[], string[]] = [[], []];
  const voice = {
    print: (line: string) => printed.push(line),
    progress: (line: string) => told.push(line),
  };
  const isRight = await reportVerification(program.db, { organization: name, days, seed: 1 }, voice);
  return { isRight, printed: printed.map((line) => line.replace(name, 'It')), told };
}

describe('the facts of readiness', () => {
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

  async function expectRight(org: TestOrganization, draw: Draw): Promise<void> {
    await workDone(program, org);
    for (let i = 0; i < DAYS; i += 1)
      // oxlint-disable-next-line no-await-in-loop
      expect(await differencesOn(org, someDay(draw))).toEqual([]);
  }

  /** Something happens, and the worker is told no more of it than what it touches. */
  async function change(org: TestOrganization, history: RandomHistory, draw: Draw): Promise<void> {
    const { executives } = history;
    const executive = executives[Math.floor(draw() * executives.length)];
    if (!executive) throw new Error('Nobody');
    const { executiveId } = executive;
    const from = '-infinity';
    const changes: (() => Promise<unknown>)[] = [
      () =>
        history
          .assess(executiveId)
          .then((capabilityId) => tellReadiness(org, { from, executiveId, capabilityId })),
      () => history.postAll([executive]).then(() => tellReadiness(org, { from, executiveId })),
      () =>
        history.rewrite().then((strategyId) => tellReadiness(org, { from, executiveId: null, strategyId })),
      () =>
        history.approve().then((strategyId) => tellReadiness(org, { from, executiveId: null, strategyId })),
      () => history.reorganize().then(() => tellReadiness(org)),
      () =>
        inOrganization(program.owner, org, (tx) => history.choosePolicy(tx)).then(() => tellReadiness(org)),
    ];
    await changes[Math.floor(draw() * changes.length)]?.();
  }

  it('are on every day, after any history in any order, what the pure functions make of it', async () => {
    await fc.assert(
      fc.asyncProperty(draws(), async (draw) => {
        const org = await program.organization();
        const history = new RandomHistory(org, draw);
        await history.begin();
        await history.reorganize();
        await history.postAll();
        for (let i = 0; i < 2; i += 1)
          // oxlint-disable-next-line no-await-in-loop
          await history.approve();
        for (let i = 0; i < 80; i += 1)
          // oxlint-disable-next-line no-await-in-loop
          await history.assess(history.executives[i % 12]?.executiveId ?? '');
        await tellReadiness(org);
        await expectRight(org, draw);
        for (let i = 0; i < 6; i += 1) {
          // oxlint-disable-next-line no-await-in-loop
          await change(org, history, draw);
          // oxlint-disable-next-line no-await-in-loop
          if (draw() < 0.6) await expectRight(org, draw);
        }
        await expectRight(org, draw);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 300_000);

  describe('while they are made', () => {
    const never = new AbortController().signal;
    it('nothing is kept of a rebuild that does not come to its end, and its causes stay', async () => {
      const { org } = await begun(program);
      const before = await counted(org);
      const raw = new ReadSession(program.db, org);
      const failing = org.within(async (tx) => {
        expect(await workInCauses(tx, raw, org, never)).toEqual({
          causes: 1,
          levels: 1,
          facts: 3,
          tallies: 6,
        });
        throw new Error('The worker is gone');
      });
      await expect(failing).rejects.toThrow('gone');
      await raw.close();
      expect(await counted(org)).toEqual(before);
      expect(before).toEqual({ causes: 1, levels: 0, facts: 0 });
    });

    it('what is written meanwhile waits, with its cause, for the next rebuild', async () => {
      const { org, pricing, bo, cause } = await begun(program);
      const raw = new ReadSession(program.db, org);
      await raw.read((tx) => tx.query('SELECT 1'));
      await evidence(org, bo, pricing, { level: 5, evidenceOn: '2026-03-31' });
      await cause(bo.executiveId);
      await org.within((tx) => workInCauses(tx, raw, org, never));
      await raw.close();
      expect(await counted(org)).toMatchObject({ causes: 1, levels: 1 });
      const next = new ReadSession(program.db, org);
      await org.within((tx) => workInCauses(tx, next, org, never));
      await next.close();
      expect(await counted(org)).toMatchObject({ causes: 0, levels: 2 });
    });
  });

  describe('verified by the command', () => {
    it('are right on so many days, with a line of progress for each', async () => {
      const { org } = await begun(program);
      await factsMade(program, org);
      const found = await verified(program, org, 5);
      expect(found).toMatchObject({ isRight: true, printed: ['It: what is kept is right on 5 days.'] });
      expect(found.told).toHaveLength(5);
      expect(found.told[4]).toMatch(/^org-.*: \d{4}-\d\d-\d\d \(5 of 5\) …$/);
    });

    it('are wrong at the first difference, which is named, and not yet right while changes wait', async () => {
      const { org, pricing } = await begun(program);
      expect(await verified(program, org, 3)).toMatchObject({
        isRight: false,
        printed: ['It: 1 changes wait for the worker; verify when it has worked them in.'],
      });
      await factsMade(program, org);
      await org.within((tx) =>
        tx.query(`UPDATE level_fact SET level = 3.5 WHERE organization_id = $1`, [org.organizationId]),
      );
      const { isRight, printed } = await verified(program, org, 3);
      expect(isRight).toBe(false);
      expect(printed[0]).toMatch(
        new RegExp(
          `^It: on \\d{4}-\\d\\d-\\d\\d, level \\S+ ${pricing.id}: kept .*3\\.5.*, by the history .*"level":3,`,
        ),
      );
    });

    it('are those of an organization that there is', async () => {
      const asked = { organization: 'Nowhere', days: 1, seed: 1 };
      await expect(reportVerification(program.db, asked, { print: fail, progress: fail })).rejects.toThrow(
        'There is no organization called Nowhere.',
      );
    });
  });

  it('that stay right are not written again', async () => {
    const org = await program.organization();
    const draw = fc.sample(draws(), { numRuns: 1, seed: 7 })[0];
    if (!draw) throw new Error('No draw');
    const history = new RandomHistory(org, draw);
    await history.begin();
    await history.postAll();
    await history.approve();
    for (const { executiveId } of [...history.executives, ...history.executives])
      // oxlint-disable-next-line no-await-in-loop
      await history.assess(executiveId);
    const recorded = () =>
      org.within((tx) =>
        tx.query(
          `SELECT 'level' AS kind, count(*), max(recorded_at) FROM level_fact
           UNION ALL SELECT 'readiness', count(*), max(recorded_at) FROM readiness_fact
           UNION ALL SELECT 'tally', count(*), max(recorded_at) FROM readiness_tally ORDER BY 1`,
        ),
      );
    await tellReadiness(org);
    await workDone(program, org);
    const before = await recorded();
    expect(before.every(({ count }: { count: number }) => count > 5)).toBe(true);
    await tellReadiness(org);
    await workDone(program, org);
    expect(await recorded()).toEqual(before);
  });
});
