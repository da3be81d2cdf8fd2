import { Module } from '@nestjs/common';
import { GoalDayJobs } from './alerts/goal-day.jobs.js';
import { GoalsService } from './goals.service.js';

@Module({ providers: [GoalsService, GoalDayJobs], exports: [GoalsService] })
export class GoalsModule {}
