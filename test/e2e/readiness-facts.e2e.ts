import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inOrganization } from '@alidade/database';
import fc from 'fast-check';
import { readinessDifferences } from '../../apps/api/src/readiness/readiness-differences.js';
import type { Difference } from '../../apps/api/src/readiness/readiness-differences.js';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { draws, RandomHistory, someDay } from '../support/random-history.js';
import type { Draw } from '../support/random-history.js';
import { tellReadiness, workDone } from '../support/readiness.js';
import { TestWorker } from '../support/worker.js';

const RUNS = 6;
const DAYS = 12;

async function differencesOn(org: TestOrganization, day: string): Promise<Difference[]> {
  const found: Difference[] = [];
  await org.within(async (tx) => {
    for await (const difference of readinessDifferences(tx, org, day)) found.push(difference);
  });
  return found;
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
      () => history.assess(executiveId).then(() => tellReadiness(org, { from, executiveId })),
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
