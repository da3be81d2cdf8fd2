import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readEnv } from './platform/env.js';
import { createLog, NestLog } from './platform/log.js';
import { serveMetrics } from './platform/metrics-server.js';
import { Metrics } from './platform/metrics.js';
import { stopWhenAsked } from './platform/stop-when-asked.js';
import { WorkerModule } from './worker.module.js';

/** A handler that does not notice that it is to stop must not keep the process. */
const LONGEST_FAREWELL_MS = 20_000;

const env = readEnv();
const log = createLog(env.LOG_LEVEL);
const app = await NestFactory.createApplicationContext(WorkerModule.with(env), {
  logger: new NestLog(log),
  abortOnError: false,
});
const { registry } = app.get(Metrics);
const metrics = await serveMetrics(registry, { host: env.HOST, port: env.METRICS_PORT }, log);
log.info('working');
stopWhenAsked(
  async () => {
    await app.close();
    await metrics.close();
  },
  log,
  LONGEST_FAREWELL_MS,
);
