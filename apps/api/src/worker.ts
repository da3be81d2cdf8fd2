import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readEnv } from './platform/env.js';
import { createLog, NestLog } from './platform/log.js';
import { WorkerModule } from './worker.module.js';

/** A handler that does not notice that it is to stop must not keep the process. */
const LONGEST_FAREWELL_MS = 20_000;

const env = readEnv();
const app = await NestFactory.createApplicationContext(WorkerModule.with(env), {
  logger: new NestLog(createLog(env.LOG_LEVEL)),
  abortOnError: false,
});
app.enableShutdownHooks();
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => setTimeout(() => process.exit(1), LONGEST_FAREWELL_MS).unref());
// Started by a command: when that is gone, so is the reason to run.
if (process.channel) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
