import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { claimJob, JobEnded } from '@alidade/database';
import type { RunningJob } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { JobHandlers } from './job-handlers.js';

const IDLE_MS = 250;
/** After a claim that failed, e.g. because the database is away. */
const TROUBLE_MS = 1000;
const HEARTBEAT_MS = 1000;
/** How long handlers have to notice that the worker stops. */
const PATIENCE_MS = 10_000;
const LONGEST_BACKOFF_S = 300;

/** After the first accident 1 s, then 4, 16, 64, 256 and at most 300 s. */
const backoffSeconds = (attempt: number): number => Math.min(LONGEST_BACKOFF_S, 4 ** (attempt - 1));

/** Takes jobs and has them done, some at a time, as long as the process lives. */
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private claiming: Promise<void> | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly handlers: JobHandlers,
    private readonly concurrency: number,
  ) {}

  onApplicationBootstrap(): void {
    this.claiming = this.claim();
  }

  /** Takes nothing more, asks what is running to stop and hands it back, so that another worker begins it at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort(new Error('The worker stops'));
    await this.claiming;
    await Promise.race([Promise.all(this.running), pause(PATIENCE_MS, undefined, { ref: false })]);
  }

  private async claim(): Promise<void> {
    while (!this.stopping.signal.aborted)
      // oxlint-disable-next-line no-await-in-loop
      await (this.running.size < this.concurrency ? this.next() : Promise.race(this.running));
  }

  private async next(): Promise<void> {
    try {
      const job = await claimJob(this.db, this.handlers.kinds);
      if (!job) return await this.rest(IDLE_MS);
      const work: Promise<void> = this.run(job).finally(() => this.running.delete(work));
      this.running.add(work);
    } catch (error) {
      this.logger.warn({ err: error }, 'No jobs can be taken');
      await this.rest(TROUBLE_MS);
    }
  }

  private rest(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  /** Never fails: what cannot be written down now, the next claim after the lease makes good. */
  private async run(job: RunningJob): Promise<void> {
    const ended = new AbortController();
    const heartbeat = this.keepAlive(job, ended);
    try {
      await this.work(job, AbortSignal.any([ended.signal, this.stopping.signal]));
    } catch (error) {
      await this.settle(job, ended.signal.aborted ? ended.signal.reason : error).catch((trouble: unknown) =>
        this.logger.warn({ err: trouble }, `${nameOf(job)} is left to its lease`),
      );
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async work(job: RunningJob, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await this.handlers.of(job.claim.kind).handle(job, signal);
    if (!job.hasEnded) throw new Error('The handler came back without having ended its job');
  }

  /** Renews the lease and passes on that the job is to stop or was lost. */
  private keepAlive(job: RunningJob, ended: AbortController): NodeJS.Timeout {
    let inFlight = false;
    return setInterval(() => {
      if (inFlight || job.hasEnded) return;
      inFlight = true;
      job
        .report()
        .catch((error: unknown) => {
          if (error instanceof JobEnded) ended.abort(error);
          else this.logger.warn({ err: error }, `${nameOf(job)} gave no sign of life`);
        })
        .finally(() => (inFlight = false));
    }, HEARTBEAT_MS);
  }

  /** What becomes of a job whose handler did not bring it to an end. */
  private async settle(job: RunningJob, error: unknown): Promise<void> {
    const tidyUp = (tx: EntityManager) => this.handlers.of(job.claim.kind).tidyUp(tx, job.claim);
    if (error instanceof JobEnded) return error.reason === 'CANCELLED' ? job.cancelled(tidyUp) : undefined;
    if (this.stopping.signal.aborted) return job.handBack();
    if (error instanceof UseCaseError && isFinal(error)) return job.fail(error.message, tidyUp);
    this.logger.error({ err: error }, `${nameOf(job)} failed`);
    if (job.claim.attempt < job.claim.maxAttempts) return job.postpone(backoffSeconds(job.claim.attempt));
    return job.fail('Something went wrong, several times. The log of the worker says what.', tidyUp);
  }
}

const isFinal = ({ code }: UseCaseError): boolean =>
  code !== 'SERVICE_UNAVAILABLE' && code !== 'INTERNAL_SERVER_ERROR';

const nameOf = ({ claim }: RunningJob): string => `${claim.kind} ${claim.id}, attempt ${claim.attempt}`;
