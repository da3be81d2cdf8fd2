import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { JobKind, ReadSession } from '@alidade/database';
import type { RunningJob } from '@alidade/database';
import { DataSource } from 'typeorm';
import { JobHandlers } from '../jobs/job-handlers.js';
import { workInCauses } from './facts/work-in-causes.js';

/** Of the snapshot that a rebuild reads from: longer than any rebuild takes. */
const LONGEST_REBUILD_MS = 3_600_000;

/**
 * Puts levels, readiness and tallies right after changes: made anew from the raw history for those concerned, and only
 * differences are written. One job per organization at a time. All of it is one transaction with the end of the job,
 * so a reader sees the change whole or not at all, and a worker that dies in the middle leaves nothing behind.
 *
 * The history is read from one snapshot, and with it the causes: a change that is written meanwhile is seen by nothing
 * of this rebuild, keeps its cause and asks for the next one.
 */
@Injectable()
export class ReadinessJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.handlers.register(JobKind.Readiness, (job, signal) => this.rebuild(job, signal));
  }

  private async rebuild(job: RunningJob, signal: AbortSignal): Promise<void> {
    const { organizationId } = job.claim;
    const raw = new ReadSession(this.db, { organizationId }, LONGEST_REBUILD_MS);
    try {
      await job.complete((tx) => workInCauses(tx, raw, { organizationId }, signal));
    } finally {
      await raw.close();
    }
  }
}
