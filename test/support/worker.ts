import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Job } from '@alidade/database';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { ImportReader } from '../../apps/api/src/imports/import-reader.js';
import { ImportReaders } from '../../apps/api/src/imports/import-readers.js';
import { JobHandlers } from '../../apps/api/src/jobs/job-handlers.js';
import type { JobHandler, TidyUp } from '../../apps/api/src/jobs/job-handlers.js';
import { createLog, NestLog } from '../../apps/api/src/platform/log.js';
import { WorkerModule } from '../../apps/api/src/worker.module.js';
import type { CollectedLog } from './collected-log.js';
import { testEnv } from './program.js';

export interface WorkerSettings {
  /** Beside the handlers of the features. */
  readonly handlers?: Readonly<Record<string, JobHandler>>;
  readonly tidyUp?: TidyUp;
  /** In the place of those of the features. */
  readonly readers?: readonly ImportReader[];
  /** e.g. `{ SMTP_URL: … }` */
  readonly env?: NodeJS.ProcessEnv;
  /** Not given: errors go to stderr. */
  readonly log?: CollectedLog;
}

/** The worker, in this process, on the database of a Program. */
export class TestWorker {
  private constructor(private readonly app: INestApplicationContext) {}

  static async start(
    { url }: { readonly url: string },
    { handlers = {}, tidyUp, readers = [], env = {}, log }: WorkerSettings = {},
  ): Promise<TestWorker> {
    const app = await NestFactory.createApplicationContext(WorkerModule.with(testEnv(url, {}, env)), {
      logger: new NestLog(log?.log ?? createLog('error')),
      abortOnError: false,
    });
    for (const [kind, handler] of Object.entries(handlers))
      app.get(JobHandlers).register(kind, handler, tidyUp);
    for (const reader of readers) app.get(ImportReaders).register(reader);
    return new TestWorker(app);
  }

  stop(): Promise<void> {
    return this.app.close();
  }
}

const ENDED = ['SUCCEEDED', 'FAILED', 'CANCELLED'];

/** @returns the job as it is once it has ended, or fulfills `when` */
export async function jobWhen(
  db: DataSource,
  id: string,
  when: (job: Job) => boolean = ({ status }) => ENDED.includes(status),
): Promise<Job> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const job = await db.getRepository(Job).findOneByOrFail({ id });
    if (when(job)) return job;
    if (Date.now() > deadline) throw new Error(`Job ${job.kind} stayed ${job.status}`);
    // oxlint-disable-next-line no-await-in-loop
    await pause(20);
  }
}
