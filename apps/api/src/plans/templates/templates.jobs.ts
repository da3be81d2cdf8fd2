import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { JobKind } from '@alidade/database';
import type { RunningJob } from '@alidade/database';
import { JobHandlers } from '../../jobs/job-handlers.js';
import { todayOf } from '../../platform/organization-day.js';
import { followSeats } from './template-links.js';

/** Lets plans follow the seats of their executives, after seats have changed hands. */
@Injectable()
export class TemplatesJobs implements OnModuleInit {
  constructor(private readonly handlers: JobHandlers) {}

  onModuleInit(): void {
    this.handlers.register(JobKind.PlanTemplates, (job) => this.follow(job));
  }

  private async follow(job: RunningJob): Promise<void> {
    const { organizationId } = job.claim;
    await job.complete(async (tx) => {
      await followSeats(tx, { organizationId, today: await todayOf(tx, organizationId) }, null);
      return undefined;
    });
  }
}
