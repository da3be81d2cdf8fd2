import { Injectable } from '@nestjs/common';
import type { RunningJob } from '@alidade/database';
import type { EntityManager } from 'typeorm';

/**
 * Does one kind of long work. It may be started again from the beginning at any time, so all it keeps goes through
 * `job.write` and, last, `job.complete`. It stops when the signal is aborted.
 * @throws UseCaseError when the job is to fail for good, with a sentence for whoever asked; anything else is an
 *         accident, and the job is tried again
 */
export type JobHandler = (job: RunningJob, signal: AbortSignal) => Promise<void>;

/** What is to be left behind no longer when a job has ended without a result; in the transaction of its end. */
export type TidyUp = (tx: EntityManager, job: RunningJob['claim']) => Promise<unknown>;

interface Entry {
  readonly handle: JobHandler;
  readonly tidyUp: TidyUp;
}

/** Which handler takes which kind of job: each feature enters its own when the process starts. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, Entry>();

  register(kind: string, handle: JobHandler, tidyUp: TidyUp = async () => undefined): void {
    if (this.handlers.has(kind)) throw new RangeError(`Two handlers for jobs of kind ${kind}`);
    this.handlers.set(kind, { handle, tidyUp });
  }

  get kinds(): readonly string[] {
    return [...this.handlers.keys()];
  }

  of(kind: string): Entry {
    const handler = this.handlers.get(kind);
    if (!handler) throw new RangeError(`No handler for jobs of kind ${kind}`);
    return handler;
  }
}
