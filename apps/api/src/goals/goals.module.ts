import { Module } from '@nestjs/common';
import { PersonalDataKeepers } from '../personal-data/personal-data-keepers.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { GoalDayJobs } from './alerts/goal-day.jobs.js';
import { goalsPersonalData } from './goals.personal-data.js';
import { GoalsService } from './goals.service.js';
import { WaitingGoalsJobs } from './waiting-goals.jobs.js';

@Module({
  imports: [PersonalDataModule],
  providers: [GoalsService, GoalDayJobs, WaitingGoalsJobs],
  exports: [GoalsService],
})
export class GoalsModule {
  constructor(personalData: PersonalDataKeepers) {
    personalData.register(goalsPersonalData);
  }
}
