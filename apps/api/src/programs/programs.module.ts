import { Module } from '@nestjs/common';
import { PersonalDataKeepers } from '../personal-data/personal-data-keepers.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { programsPersonalData } from './programs.personal-data.js';
import { CohortsService } from './cohorts.service.js';
import { EnrollmentsService } from './enrollments.service.js';
import { ProgramsService } from './programs.service.js';

@Module({
  imports: [PersonalDataModule],
  providers: [CohortsService, EnrollmentsService, ProgramsService],
  exports: [CohortsService, EnrollmentsService, ProgramsService],
})
export class ProgramsModule {
  constructor(personalData: PersonalDataKeepers) {
    personalData.register(programsPersonalData);
  }
}
