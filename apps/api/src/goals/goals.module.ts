import { Module } from '@nestjs/common';
import { GoalsService } from './goals.service.js';

@Module({ providers: [GoalsService], exports: [GoalsService] })
export class GoalsModule {}
