import { Module } from '@nestjs/common';
import { AcceptanceService } from './acceptance/acceptance.service.js';
import { DesignsService } from './designs/designs.service.js';
import { CohortRunJobs } from './runs/run.jobs.js';
import { RunsService } from './runs/runs.service.js';

@Module({
  providers: [AcceptanceService, CohortRunJobs, DesignsService, RunsService],
  exports: [AcceptanceService, DesignsService, RunsService],
})
export class CohortDesignModule {}
