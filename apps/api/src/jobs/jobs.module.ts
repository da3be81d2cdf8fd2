import { Global, Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers.js';

/** Global: every feature that has long work enters its handlers here. */
@Global()
@Module({ providers: [JobHandlers], exports: [JobHandlers] })
export class JobsModule {}
