/** Whatever happens in an organization, what is said to have moved a goal's figure is exactly how far it moved. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inOrganization, Unit } from '@alidade/database';
import fc from 'fast-check';
import { answerTo } from '../support/gains-world.js';
import { aGoal } from '../support/goals.js';
import { Program } from '../support/program.js';
import { draws, RandomHistory, someDay } from '../support/random-history.js';
import type { Draw } from '../support/random-history.js';
import { tellReadiness, workDone } from '../support/readiness.js';
import { TestWorker } from '../support/worker.js';

const RUNS = 2;
const DAYS = 5;

const SUMS = /* GraphQL */ `
  query Sums($asOf: Date) {
    alignmentGoals {
      baseline
      current(asOf: $asOf)
      contributions(asOf: $asOf) {
        amount
      }
    }
  }
`;

const COMPARED = /* GraphQL */ `
  query Compared($from: Date!, $to: Date!) {
    strategies {
      readinessComparison(from: $from, to: $to) {
        before {
          executives
          meanReadiness
          readyShare
        }
        after {
          executives
          meanReadiness
          readyShare
        }
        changes {
          meanReadiness
          readyShare
          parts {
            meanReadiness
          }
        }
        moves {
          before
          after
          people
        }
      }
    }
  }
`;

const sumOf = (rows: any[], name: string): number => rows.reduce((total, row) => total + row[name], 0);

/** @returns how many comparisons had changes */
function expectToAddUp(strategies: readonly any[]): number {
  const compared = strategies.map(({ readinessComparison }) => readinessComparison);
  for (const { before, after, moves } of compared) {
    const counted = (side: string) =>
      sumOf(
        moves.filter((move: any) => move[side] !== null),
        'people',
      );
    expect([counted('before'), counted('after')]).toEqual([before?.executives ?? 0, after?.executives ?? 0]);
  }
  const moved = compared.filter(({ changes }) => changes.length > 0);
  for (const { before, after, changes } of moved) {
    for (const name of ['meanReadiness', 'readyShare'])
      expect(Math.abs(sumOf(changes, name) - (after[name] - before[name]))).toBeLessThan(1e-9);
    for (const { meanReadiness, parts } of changes)
      expect(Math.abs(sumOf(parts, 'meanReadiness') - meanReadiness)).toBeLessThan(1e-9);
  }
  return moved.length;
}

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

/** An organization to which anything has happened, with goals of every kind of readiness and population. */
async function eventful(draw: Draw) {
  const org = await program.organization();
  const { organizationId } = org;
  const history = new RandomHistory(org, draw);
  await history.begin();
  await history.reorganize();
  await history.postAll();
  // Some of what is approved holds on no day.
  const strategyIds = [await history.approve(), await history.approve(), await history.approve()];
  for (let i = 0; i < 150; i += 1)
    // oxlint-disable-next-line no-await-in-loop
    await history.assess(history.executives[i % 12]?.executiveId ?? '');
  await inOrganization(program.owner, org, (tx) => history.choosePolicy(tx));
  await tellReadiness(org);
  await workDone(program, org);
  const units = await org.within((tx) => tx.findBy(Unit, { organizationId }));
  const metrics = ['MEAN_READINESS', 'STRATEGY_READINESS'] as const;
  const measured = strategyIds.flatMap((strategyId) => metrics.map((metric) => ({ strategyId, metric })));
  for (const unitId of [null, ...units.slice(0, 2).map(({ id }) => id)])
    for (const each of measured) {
      const baselineOn = someDay(draw);
      const way = {
        baselineOn,
        dueOn: '2099-12-31',
        baseline: draw(),
        target: 2,
        baselineTyped: draw() < 0.5,
      };
      // oxlint-disable-next-line no-await-in-loop
      await aGoal(org, { ...each, unitId, ...way });
    }
  return org.designer();
}

it('add up to the figure less the baseline, and what parts two days to their difference, on any days, after any history', async () => {
  let unfolded = 0;
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(draws(), async (draw) => {
      const token = await eventful(draw);
      for (let i = 0; i < DAYS; i += 1) {
        const [from, to] = [someDay(draw), someDay(draw)];
        // oxlint-disable-next-line no-await-in-loop
        compared += expectToAddUp(await answerTo({ program, token }, COMPARED, { from, to }));
        // oxlint-disable-next-line no-await-in-loop
        const goals = await answerTo({ program, token }, SUMS, { asOf: someDay(draw) });
        for (const { current, baseline, contributions } of goals) {
          if (contributions.length === 0) continue;
          const sum = contributions.reduce((total: number, { amount }: any) => total + amount, 0);
          expect(Math.abs(sum - (current - baseline))).toBeLessThan(1e-9);
          unfolded += 1;
        }
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(unfolded).toBeGreaterThan(0);
  expect(compared).toBeGreaterThan(0);
}, 300_000);
