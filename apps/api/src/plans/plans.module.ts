import { Module } from '@nestjs/common';
import { PersonalDataKeepers } from '../personal-data/personal-data-keepers.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { ActionsService } from './actions/actions.service.js';
import { EvidenceFilesService } from './evidence/evidence-files.service.js';
import { OverviewService } from './overview/overview.service.js';
import { PlanDays } from './review/plan-days.js';
import { GoalsService } from './goals/goals.service.js';
import { LibraryService } from './library/library.service.js';
import { plansPersonalData } from './plans.personal-data.js';
import { PlansService } from './plans.service.js';
import { TemplatesJobs } from './templates/templates.jobs.js';
import { TemplatesService } from './templates/templates.service.js';

const SERVICES = [
  ActionsService,
  EvidenceFilesService,
  GoalsService,
  LibraryService,
  OverviewService,
  PlansService,
  TemplatesService,
];

@Module({
  imports: [PersonalDataModule],
  providers: [...SERVICES, PlanDays, TemplatesJobs],
  exports: SERVICES,
})
export class PlansModule {
  constructor(personalData: PersonalDataKeepers) {
    personalData.register(plansPersonalData);
  }
}
