import { Module } from '@nestjs/common';
import { PersonalDataKeepers } from './personal-data-keepers.js';

/** Imported by every feature that keeps something about people: it enters itself when it starts. */
@Module({ providers: [PersonalDataKeepers], exports: [PersonalDataKeepers] })
export class PersonalDataModule {}
