import { Module } from '@nestjs/common';
import { GoalDayJobs } from './alerts/goal-day.jobs.js';
import { GoalsService } from './goals.service.js';
import { WaitingGoalsJobs } from './waiting-goals.jobs.js';

@Module({ providers: [GoalsService, GoalDayJobs, WaitingGoalsJobs], exports: [GoalsService] })
export class GoalsModule {}
