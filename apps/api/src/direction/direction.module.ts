import { Module } from '@nestjs/common';
import { ImportReaders } from '../imports/import-readers.js';
import { DirectionService } from './direction.service.js';
import { requirementsImport } from './requirements.import.js';
import { StatementsService } from './statements.service.js';

@Module({
  providers: [DirectionService, StatementsService],
  exports: [DirectionService, StatementsService],
})
export class DirectionModule {
  constructor(readers: ImportReaders) {
    readers.register(requirementsImport);
  }
}
