import { Global, Module } from '@nestjs/common';
import { ImportJobs } from './import-jobs.js';
import { ImportReaders } from './import-readers.js';
import { ImportsService } from './imports.service.js';

/** Global: every feature that takes files enters its readers here. */
@Global()
@Module({ providers: [ImportReaders, ImportsService, ImportJobs], exports: [ImportReaders, ImportsService] })
export class ImportsModule {}
