import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelJob, claimJob, enqueueJob, JobContent, JobStatus } from '@alidade/database';
import type { JobRequest, RunningJob } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { CollectedLog } from '../support/collected-log.js';
import { Program } from '../support/program.js';
import type { TestOrganization } from '../support/organization.js';
import { jobWhen, TestWorker } from '../support/worker.js';
import type { WorkerSettings } from '../support/worker.js';

describe('long work', () => {
  let program: Program;
  let org: TestOrganization;
  beforeAll(async () => {
    program = await Program.start();
    org = await program.organization();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const workers: TestWorker[] = [];
  const work = async (settings: WorkerSettings): Promise<TestWorker> => {
    const worker = await TestWorker.start(program, settings);
    workers.push(worker);
    return worker;
  };

  const ask = (kind: string, more: Partial<JobRequest> = {}): Promise<string> =>
    org.within((tx) =>
      enqueueJob(tx, org.organizationId, { kind, key: `${kind}:${randomUUID()}`, personId: null, ...more }),
    );
  const claim = async (kind: string): Promise<RunningJob> => {
    const job = await claimJob(program.db, [kind]);
    if (!job) throw new Error(`There is no ${kind} to claim`);
    return job;
  };
  const contentOf = (id: string) =>
    org.within((tx) => tx.findOneByOrFail(JobContent, { organizationId: org.organizationId, id }));

  it('is done by a worker, once, and keeps what came of it', async () => {
    const done: unknown[] = [];
    await work({
      handlers: {
        SUM: (job) =>
          job.complete(async () => {
            done.push(job.claim.input);
            return { sum: 3 };
          }),
      },
    });
    const ids = await Promise.all([1, 2, 3].map((n) => ask('SUM', { input: { n } })));
    for (const id of ids) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await jobWhen(program.db, id)).toMatchObject({
        status: JobStatus.SUCCEEDED,
        progress: 1,
        attempt: 1,
      });
    }
    expect((await contentOf(ids[0] ?? '')).result).toEqual({ sum: 3 });
    expect(done.length).toBe(3);
  });

  it('runs on one of several workers only', async () => {
    const runs: string[] = [];
    const handlers = {
      ONCE: async (job: RunningJob) => {
        runs.push(job.claim.id);
        await pause(20);
        await job.complete(async () => undefined);
      },
    };
    await work({ handlers, env: { WORKER_CONCURRENCY: '4' } });
    await work({ handlers, env: { WORKER_CONCURRENCY: '4' } });
    const ids = await Promise.all(Array.from({ length: 30 }, () => ask('ONCE')));
    await Promise.all(ids.map((id) => jobWhen(program.db, id)));
    expect(runs.toSorted()).toEqual(ids.toSorted());
  });

  it('fails with a sentence of the handler for whoever asked, without being tried again', async () => {
    let tidied = 0;
    await work({
      handlers: {
        REFUSED: async () => {
          throw new UseCaseError('CONFLICT', 'The round is closed.');
        },
      },
      tidyUp: async () => void (tidied += 1),
    });
    const id = await ask('REFUSED');
    expect(await jobWhen(program.db, id)).toMatchObject({ status: JobStatus.FAILED, attempt: 1 });
    expect((await contentOf(id)).failure).toBe('The round is closed.');
    expect(tidied).toBe(1);
  });

  it('is tried again after an accident, and given up after the last attempt without telling what happened', async () => {
    const attempts: number[] = [];
    const log = new CollectedLog();
    await work({
      log,
      handlers: {
        BROKEN: async (job) => {
          attempts.push(job.claim.attempt);
          throw new Error('secret detail');
        },
        FORGETFUL: async () => undefined,
      },
    });
    const [broken, forgetful] = await Promise.all([
      ask('BROKEN', { maxAttempts: 2 }),
      ask('FORGETFUL', { maxAttempts: 1 }),
    ]);
    expect(await jobWhen(program.db, broken)).toMatchObject({ status: JobStatus.FAILED });
    expect(attempts).toEqual([1, 2]);
    expect(log.named(`BROKEN ${broken}, attempt 2 failed`)).toMatchObject([
      { err: { message: 'secret detail' } },
    ]);
    expect((await contentOf(broken)).failure).toMatch(/^Something went wrong, several times/);
    expect(await jobWhen(program.db, forgetful)).toMatchObject({ status: JobStatus.FAILED });
  });

  it('stops within seconds when somebody asks for that, whether it runs or waits', async () => {
    let tidied = 0;
    await work({
      handlers: { ENDLESS: (_, signal) => once(signal, 'abort').then(() => signal.throwIfAborted()) },
      tidyUp: async () => void (tidied += 1),
    });
    const id = await ask('ENDLESS');
    await jobWhen(program.db, id, ({ status }) => status === JobStatus.RUNNING);
    expect(await org.within((tx) => cancelJob(tx, org.organizationId, id))).toBe(true);
    expect(await jobWhen(program.db, id)).toMatchObject({ status: JobStatus.CANCELLED });
    expect(tidied).toBe(1);
    expect(await org.within((tx) => cancelJob(tx, org.organizationId, id))).toBe(false);
  });

  it('is handed back uncounted by a worker that stops, and begun by the next at once', async () => {
    const id = await ask('LONG', { maxAttempts: 1 });
    const first = await work({
      handlers: { LONG: (_, signal) => once(signal, 'abort').then(() => signal.throwIfAborted()) },
    });
    await jobWhen(program.db, id, ({ status }) => status === JobStatus.RUNNING);
    await first.stop();
    expect(await jobWhen(program.db, id, () => true)).toMatchObject({
      status: JobStatus.QUEUED,
      leaseUntil: null,
    });
    await work({
      handlers: { LONG: (job) => job.complete(async () => undefined) },
    });
    expect(await jobWhen(program.db, id)).toMatchObject({ status: JobStatus.SUCCEEDED });
  });

  it('is done once more when it was asked for while it ran', async () => {
    const key = `AGAIN:${randomUUID()}`;
    let runs = 0;
    const events = new EventEmitter();
    const [started, askedAgain] = [once(events, 'started'), once(events, 'asked again')];
    await work({
      handlers: {
        AGAIN: (job) =>
          job.complete(async () => {
            runs += 1;
            events.emit('started');
            await askedAgain;
            return undefined;
          }),
      },
    });
    const id = await ask('AGAIN', { key });
    await started;
    expect(await ask('AGAIN', { key })).toBe(id);
    events.emit('asked again');
    await jobWhen(program.db, id);
    expect(runs).toBe(2);
  });

  it('keeps nothing of an attempt that another worker has overtaken', async () => {
    const id = await ask('FENCED');
    const stale = await claim('FENCED');
    expect(stale.claim.id).toBe(id);
    await program.db.query(`UPDATE job SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]);
    const current = await claim('FENCED');
    expect(current.claim).toMatchObject({ id, attempt: 2 });

    const late = [
      stale.complete((tx) =>
        tx.query(`INSERT INTO audit_entry (organization_id, action) VALUES ($1, 'STALE')`, [
          org.organizationId,
        ]),
      ),
      stale.report(0.5),
      stale.fail('too late'),
    ];
    for (const result of await Promise.allSettled(late))
      expect(result).toMatchObject({ status: 'rejected', reason: { reason: 'LOST' } });
    await stale.postpone(1000);
    await stale.handBack();
    await current.complete(async () => ({ by: 'current' }));
    expect(await jobWhen(program.db, id)).toMatchObject({ status: JobStatus.SUCCEEDED, attempt: 2 });
    expect((await contentOf(id)).result).toEqual({ by: 'current' });
    expect(await org.within((tx) => tx.query(`SELECT FROM audit_entry WHERE action = 'STALE'`))).toEqual([]);
  });
});
