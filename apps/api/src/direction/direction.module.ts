import { Module } from '@nestjs/common';
import { PersonalDataKeepers } from '../personal-data/personal-data-keepers.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { directionPersonalData } from './direction.personal-data.js';
import { ImportReaders } from '../imports/import-readers.js';
import { DirectionService } from './direction.service.js';
import { requirementsImport } from './requirements.import.js';
import { StatementsService } from './statements.service.js';

@Module({
  imports: [PersonalDataModule],
  providers: [DirectionService, StatementsService],
  exports: [DirectionService, StatementsService],
})
export class DirectionModule {
  constructor(personalData: PersonalDataKeepers, readers: ImportReaders) {
    personalData.register(directionPersonalData);
    readers.register(requirementsImport);
  }
}
