import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { activeJobs, poolUse } from '@alidade/database';
import type { ActiveJobs } from '@alidade/database';
import { Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import type { RequestObserver } from './request-trace.js';

/** Seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What this process tells Prometheus: of requests as they go, of pool and jobs when it is asked. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly logger = new Logger('Metrics');
  private counting: Promise<readonly ActiveJobs[]> | undefined;

  private readonly http = new Histogram({
    name: 'alidade_http_request_duration_seconds',
    help: 'From the headers of a request to the end of its answer, by the pattern of its route.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });

  private readonly graphql = new Histogram({
    name: 'alidade_graphql_operation_duration_seconds',
    help: 'The same of valid GraphQL documents, by their first field; code is the first error, or OK.',
    labelNames: ['type', 'field', 'code'],
    buckets: BUCKETS,
    registers: [this.registry],
  });

  constructor(@InjectDataSource() private readonly db: DataSource) {
    this.watchPool();
    this.watchJobs();
  }

  /** Routes and fields are names of ours, so that their number is bounded whatever is asked. */
  readonly observe: RequestObserver = ({ method, routeOptions, trace }, { statusCode, elapsedTime }) => {
    const seconds = elapsedTime / 1000;
    const route = routeOptions.url ?? 'none';
    this.http.observe({ method, route, status: statusCode }, seconds);
    const { operationType: type, firstField: field, outcome: code = 'OK' } = trace;
    if (type !== undefined && field !== undefined) this.graphql.observe({ type, field, code }, seconds);
  };

  private watchPool(): void {
    const { db } = this;
    // oxlint-disable-next-line no-new -- It enters itself in the registry.
    new Gauge({
      name: 'alidade_database_connections',
      help: 'Connections of the pool in use and idle, and requests that wait for one.',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        const { inUse, idle, waiting } = poolUse(db);
        this.set({ state: 'in_use' }, inUse);
        this.set({ state: 'idle' }, idle);
        this.set({ state: 'waiting' }, waiting);
      },
    });
  }

  private watchJobs(): void {
    this.jobsGauge('alidade_jobs', 'Jobs of all organizations that are queued or running.', 'count');
    this.jobsGauge(
      'alidade_jobs_oldest_seconds',
      'How long the oldest of them has been due.',
      'oldestSeconds',
    );
  }

  private jobsGauge(name: string, help: string, figure: 'count' | 'oldestSeconds'): void {
    const jobs = () => this.jobs();
    // oxlint-disable-next-line no-new -- It enters itself in the registry.
    new Gauge({
      name,
      help,
      labelNames: ['kind', 'status'],
      registers: [this.registry],
      async collect() {
        const found = await jobs();
        this.reset();
        for (const { kind, status, [figure]: value } of found) this.set({ kind, status }, value);
      },
    });
  }

  /** Asked once for both gauges; without the database there are no figures, and no failure either. */
  private jobs(): Promise<readonly ActiveJobs[]> {
    this.counting ??= activeJobs(this.db)
      .catch((error: unknown) => {
        this.logger.warn({ err: error }, 'jobs cannot be counted');
        return [];
      })
      .finally(() => (this.counting = undefined));
    return this.counting;
  }
}
