import { Module } from '@nestjs/common';
import { AcceptanceService } from './acceptance/acceptance.service.js';
import { DesignsService } from './designs/designs.service.js';
import { PlansOfRunsService } from './plans/plans.service.js';
import { CohortRunJobs } from './runs/run.jobs.js';
import { RunsService } from './runs/runs.service.js';

@Module({
  providers: [AcceptanceService, CohortRunJobs, DesignsService, PlansOfRunsService, RunsService],
  exports: [AcceptanceService, DesignsService, PlansOfRunsService, RunsService],
})
export class CohortDesignModule {}
