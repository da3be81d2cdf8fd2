import { Global, Module } from '@nestjs/common';
import { ImportReaders } from './import-readers.js';

/** Global: every feature that takes files enters its readers here. */
@Global()
@Module({ providers: [ImportReaders], exports: [ImportReaders] })
export class ImportsModule {}
