import { Logger, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { createDataSource, OF_LONG_WORK, requireHarmlessRole } from '@alidade/database';
import { setTimeout as pause } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import type { DataSource } from 'typeorm';
import { RunLimitsModule } from './cohort-design/runs/run-limits.module.js';
import { FEATURES } from './features.js';
import { ImportSweep } from './imports/import-sweep.js';
import { ImportsModule } from './imports/imports.module.js';
import { JobHandlers } from './jobs/job-handlers.js';
import { JobRunner } from './jobs/job-runner.js';
import { JobsModule } from './jobs/jobs.module.js';
import { MailSender } from './mail/mail-sender.js';
import { databaseFault } from './platform/database-fault.js';
import type { Env } from './platform/env.js';
import { PublicAddressModule } from './platform/public-address.module.js';
import { Metrics } from './platform/metrics.js';

/** What one job may hold at once: its transaction, its heartbeat and its progress; and what else the worker does. */
const CONNECTIONS = { ofJob: 3, besides: 6 };

const ASK_AGAIN_MS = 1000;

/** The same application without its API: takes the long work that requests leave behind. */
@Module({})
export class WorkerModule {
  static with(env: Env): DynamicModule {
    const needed = CONNECTIONS.ofJob * env.WORKER_CONCURRENCY + CONNECTIONS.besides;
    const dataSource = createDataSource(
      env.DATABASE_URL,
      Math.max(env.DATABASE_POOL, needed),
      OF_LONG_WORK,
      env.DATABASE_PREPARE,
    );
    return {
      module: WorkerModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSource.options, retryAttempts: 0 }),
          dataSourceFactory: async () => {
            await connect(dataSource);
            await requireHarmlessRole(dataSource);
            return dataSource;
          },
        }),
        JobsModule,
        PublicAddressModule.at(env.PUBLIC_URL),
        ImportsModule,
        RunLimitsModule.with(env.COHORT_RUN_MEMORY_MB),
        ...FEATURES,
      ],
      providers: [
        Metrics,
        {
          provide: ImportSweep,
          inject: [getDataSourceToken()],
          useFactory: (db: DataSource) => new ImportSweep(db),
        },
        {
          provide: MailSender,
          inject: [getDataSourceToken()],
          useFactory: (db: DataSource) => new MailSender(db, env.mail),
        },
        {
          provide: JobRunner,
          inject: [getDataSourceToken(), JobHandlers],
          useFactory: (db: DataSource, handlers: JobHandlers) =>
            new JobRunner(db, handlers, env.WORKER_CONCURRENCY),
        },
      ],
    };
  }
}

/** A worker that starts before its database, or while that starts anew, waits for it. */
async function connect(dataSource: DataSource): Promise<void> {
  for (;;) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      await dataSource.initialize();
      return;
    } catch (error) {
      if (!isNativeError(error) || databaseFault(error)?.code !== 'SERVICE_UNAVAILABLE') throw error;
      new Logger('Worker').warn({ err: error }, 'Waiting for the database');
      // oxlint-disable-next-line no-await-in-loop
      await pause(ASK_AGAIN_MS);
    }
  }
}
