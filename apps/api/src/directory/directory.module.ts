import { Module } from '@nestjs/common';
import { ImportReaders } from '../imports/import-readers.js';
import { PersonalDataKeepers } from '../personal-data/personal-data-keepers.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { directoryPersonalData } from './directory.personal-data.js';
import { DirectoryService } from './directory.service.js';
import { OrganizationService } from './organization.service.js';
import { peopleImport } from './people-import/people-import.reader.js';
import { PrivacyService } from './privacy.service.js';
import { UnitsService } from './units.service.js';

const SERVICES = [DirectoryService, OrganizationService, PrivacyService, UnitsService];

@Module({ imports: [PersonalDataModule], providers: SERVICES, exports: SERVICES })
export class DirectoryModule {
  constructor(personalData: PersonalDataKeepers, imports: ImportReaders) {
    personalData.register(directoryPersonalData);
    imports.register(peopleImport);
  }
}
