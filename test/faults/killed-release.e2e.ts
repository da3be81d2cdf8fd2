import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Job, JobStatus } from '@alidade/database';
import { setTimeout as pause } from 'node:timers/promises';
import { aRound } from '../support/assessments.js';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { until } from '../support/until.js';
import { buildApplication, WorkerProcess } from '../support/worker-process.js';

const SUBJECTS = 1500;
const CAPABILITIES = 6;
const KILLS = 20;
const TEST_MS = 600_000;

describe('a release whose worker is killed', () => {
  let program: Program;
  let org: TestOrganization;
  let worker: WorkerProcess | undefined;
  beforeAll(async () => {
    buildApplication();
    program = await Program.start();
    org = await program.organization();
  }, 180_000);
  afterEach(() => worker?.kill());
  afterAll(() => program[Symbol.asyncDispose]());

  const run = (sql: string, ...more: unknown[]) =>
    org.within((tx) => tx.query(sql, [org.organizationId, ...more]));

  /** Two closed rounds with the same answers: what one releases undisturbed the other has to release too. */
  async function twoRounds(): Promise<[string, string]> {
    const capabilities = [];
    for (let i = 0; i < CAPABILITIES; i += 1)
      // oxlint-disable-next-line no-await-in-loop
      capabilities.push(await org.capability(`capability-${i}`));
    await run(`INSERT INTO person (organization_id) SELECT $1 FROM generate_series(1, ${SUBJECTS})`);
    await run(
      `INSERT INTO executive (organization_id, person_id) SELECT $1, id FROM person WHERE organization_id = $1`,
    );
    const rounds = [];
    for (const purpose of ['READINESS', 'READINESS'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const { id } = await aRound(org, [], capabilities, {
        purpose,
        status: 'CLOSED',
        evidenceOn: '2026-03-31',
        policyVersion: 1,
        raterSecret: Buffer.alloc(32),
      });
      // oxlint-disable-next-line no-await-in-loop
      await run(
        `INSERT INTO round_subject (organization_id, round_id, executive_id) SELECT $1, $2, id FROM executive WHERE organization_id = $1`,
        id,
      );
      // oxlint-disable-next-line no-await-in-loop
      await run(
        `INSERT INTO rating (organization_id, round_id, executive_id, capability_id, rater_key, revision, rater_group, level)
         SELECT $1, $2, executive_id, capability.id, decode(md5(rater::text), 'hex'), 1,
           (ARRAY['SELF', 'MANAGER', 'PEER', 'PEER', 'PEER', 'DIRECT_REPORT', 'DIRECT_REPORT', 'OTHER'])[rater],
           1 + abs(hashtext(concat(executive_id, capability.id, rater))) % 5
         FROM round_subject JOIN capability ON capability.organization_id = $1 CROSS JOIN generate_series(1, 8) AS rater
         WHERE round_subject.organization_id = $1 AND round_id = $2`,
        id,
      );
      rounds.push(id);
    }
    return [rounds[0] ?? '', rounds[1] ?? ''];
  }

  const jobOf = async (roundId: string): Promise<Job> => {
    const [job] = await program.db.getRepository(Job).findBy({ key: `release:${roundId}` });
    if (!job) throw new Error('No release was asked for');
    return job;
  };
  const countsOf = async (roundId: string) =>
    (
      await run(
        `SELECT (SELECT count(*) FROM released_score WHERE organization_id = $1 AND round_id = $2) AS scores,
           (SELECT count(*) FROM level_evidence WHERE organization_id = $1 AND round_id = $2) AS evidence,
           (SELECT count(*) FROM audit_entry WHERE organization_id = $1 AND subject_id = $2 AND action = 'ROUND_RELEASED') AS releases,
           (SELECT status FROM assessment_round WHERE organization_id = $1 AND id = $2) AS status`,
        roundId,
      )
    )[0];
  const scoresOf = (roundId: string) =>
    run(
      `SELECT md5(string_agg(concat_ws(' ', executive_id, capability_id, others, self, groups, suppressed_groups, standard_error, agreement),
         ';' ORDER BY executive_id, capability_id)) AS hash
       FROM released_score WHERE organization_id = $1 AND round_id = $2`,
      roundId,
    );
  async function release(roundId: string): Promise<void> {
    const token = await org.designer();
    const document = 'mutation Release($id: ID!) { releaseAssessmentRound(id: $id) { status } }';
    expect((await program.as(token, document, { id: roundId })).codes).toEqual([]);
  }
  const start = () => {
    worker = WorkerProcess.start(program.url);
    return worker;
  };

  it(
    `${KILLS} times in the middle happens exactly once, whole and right`,
    async () => {
      const [undisturbed, disturbed] = await twoRounds();
      await release(undisturbed);
      const first = start();
      await until('a running release', async () => (await jobOf(undisturbed)).status === JobStatus.RUNNING);
      const began = Date.now();
      await until('a release', async () => (await countsOf(undisturbed)).status === 'RELEASED');
      const duration = Date.now() - began;
      await first.kill();
      const whole = await countsOf(undisturbed);
      expect(whole).toMatchObject({ scores: SUBJECTS * CAPABILITIES, releases: 1 });

      await release(disturbed);
      let killed = 0;
      for (let i = 0; i < KILLS; i += 1) {
        const victim = start();
        // oxlint-disable-next-line no-await-in-loop
        await until(`attempt ${i + 1}`, async () => (await jobOf(disturbed)).attempt === i + 1);
        // oxlint-disable-next-line no-await-in-loop
        await pause(((i + 0.5) / KILLS) * duration * 0.8);
        // oxlint-disable-next-line no-await-in-loop
        await victim.kill();
        // oxlint-disable-next-line no-await-in-loop
        const found = await countsOf(disturbed);
        if (found.status === 'RELEASED') break;
        expect(found).toEqual({ scores: 0, evidence: 0, releases: 0, status: 'RELEASING' });
        killed += 1;
        // As if the ten seconds of its lease had gone by.
        // oxlint-disable-next-line no-await-in-loop
        await program.db.query(
          `UPDATE job SET lease_until = now() - interval '1 second' WHERE key = $1 AND status = 'RUNNING'`,
          [`release:${disturbed}`],
        );
      }
      // A machine that became faster meanwhile may have finished before its last kills.
      expect(killed).toBeGreaterThan(KILLS / 2);
      start();
      await until('the release', async () => (await countsOf(disturbed)).status === 'RELEASED');
      expect(await countsOf(disturbed)).toEqual(whole);
      expect(await scoresOf(disturbed)).toEqual(await scoresOf(undisturbed));
      expect((await jobOf(disturbed)).status).toBe(JobStatus.SUCCEEDED);
    },
    TEST_MS,
  );
});
