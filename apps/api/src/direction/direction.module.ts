import { Module } from '@nestjs/common';
import { DirectionService } from './direction.service.js';
import { StatementsService } from './statements.service.js';

@Module({
  providers: [DirectionService, StatementsService],
  exports: [DirectionService, StatementsService],
})
export class DirectionModule {}
