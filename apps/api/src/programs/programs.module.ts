import { Module } from '@nestjs/common';
import { CohortsService } from './cohorts.service.js';
import { EnrollmentsService } from './enrollments.service.js';
import { ProgramsService } from './programs.service.js';

@Module({
  providers: [CohortsService, EnrollmentsService, ProgramsService],
  exports: [CohortsService, EnrollmentsService, ProgramsService],
})
export class ProgramsModule {}
