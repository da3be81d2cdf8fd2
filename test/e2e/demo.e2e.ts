import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CredentialKind, inOrganization, issueCredential } from '@alidade/database';
import { generateDemo } from '@alidade/demo';
import type { Demo } from '@alidade/demo';
import { jobsDone } from '../../apps/cli/src/demo/jobs-done.js';
import { loadDemo } from '../../apps/cli/src/demo/load-demo.js';
import { answerTo, REPORT } from '../support/gains-world.js';
import { Program } from '../support/program.js';
import { TestWorker } from '../support/worker.js';

const SIZE = { executives: 240, seed: 1, today: '2026-11-24' };
const MINUTE_MS = 60_000;

interface Report {
  readonly capability: { readonly code: string };
  readonly meanGain: number;
  readonly gainLow: number;
  readonly gainHigh: number;
  readonly comparison: { readonly meanPre: number; readonly meanPost: number };
}

describe('the demo organization', () => {
  let program: Program;
  let demo: Demo;
  let asker: { program: Program; token: string };
  beforeAll(async () => {
    program = await Program.start();
    demo = generateDemo(SIZE);
    const { organization } = await loadDemo(program.owner, SIZE);
    const { id: organizationId } = organization;
    const token = await inOrganization(program.db, { organizationId }, async (tx) => {
      const [designer]: { personId: string }[] = await tx.query(
        `SELECT person_id AS "personId" FROM role_grant WHERE organization_id = $1 AND role = 'DESIGNER'`,
        [organizationId],
      );
      const owner = { organizationId, personId: designer!.personId };
      return issueCredential(tx, owner, CredentialKind.AccessToken, 10 * MINUTE_MS);
    });
    asker = { program, token };
    // Killed and begun again: what the first worker has not done, the second does.
    const first = await TestWorker.start(program);
    await first.stop();
    const second = await TestWorker.start(program);
    await jobsDone(program.owner, organizationId, { signal: AbortSignal.timeout(5 * MINUTE_MS) });
    await second.stop();
  }, 6 * MINUTE_MS);
  afterAll(() => program[Symbol.asyncDispose]());

  it('shows the true effects of its programs in the gain reports, within their intervals', async () => {
    const cohorts: { id: string; name: string; status: string }[] = (
      await answerTo(asker, '{ programs { cohorts { id name status } } }')
    ).flatMap((each: any) => each.cohorts);
    let found = 0;
    let outside = 0;
    for (const { key, name } of demo.cohorts.filter(({ status }) => status === 'COMPLETED')) {
      const { id: cohortId } = cohorts.find((cohort) => cohort.name === name)!;
      // oxlint-disable-next-line no-await-in-loop
      const reports: Report[] = await answerTo(asker, REPORT, { cohortId });
      for (const { capabilityCode, meanTrueGain } of demo.truth.effects.filter(
        ({ cohortKey }) => cohortKey === key,
      )) {
        const report = reports.find(({ capability }) => capability.code === capabilityCode)!;
        // What would have come about without the program shows in those who were in none.
        const anyway = report.comparison.meanPost - report.comparison.meanPre;
        const width = report.gainHigh - report.gainLow;
        found += 1;
        if (meanTrueGain < report.gainLow - anyway || meanTrueGain > report.gainHigh - anyway) outside += 1;
        expect(Math.abs(report.meanGain - anyway - meanTrueGain)).toBeLessThan(width);
      }
    }
    expect(found).toBeGreaterThanOrEqual(15);
    expect(outside).toBeLessThanOrEqual(Math.ceil(found / 10));
  });

  it('has goals in every status it was made for, once each', async () => {
    const goals: { title: string; status: string }[] = await answerTo(
      asker,
      '{ alignmentGoals { title status } }',
    );
    expect(goals.map(({ title }) => title).toSorted()).toEqual(
      demo.goals.map(({ title }) => title).toSorted(),
    );
    expect(new Set(goals.map(({ status }) => status))).toEqual(
      new Set(['ACHIEVED', 'ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'MISSED', 'NO_DATA']),
    );
  });
});
