import { Module } from '@nestjs/common';
import { GainsService } from './gains.service.js';

@Module({ providers: [GainsService], exports: [GainsService] })
export class GainsModule {}
