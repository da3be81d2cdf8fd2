import { Module } from '@nestjs/common';
import { PersonalDataKeepers } from '../personal-data/personal-data-keepers.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { ActionsService } from './actions/actions.service.js';
import { plansPersonalData } from './plans.personal-data.js';
import { PlansService } from './plans.service.js';

const SERVICES = [ActionsService, PlansService];

@Module({ imports: [PersonalDataModule], providers: SERVICES, exports: SERVICES })
export class PlansModule {
  constructor(personalData: PersonalDataKeepers) {
    personalData.register(plansPersonalData);
  }
}
