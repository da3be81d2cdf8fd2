import { Module } from '@nestjs/common';
import { ImportReaders } from '../imports/import-readers.js';
import { capabilitiesImport } from './capabilities.import.js';
import { CapabilitiesService } from './capabilities.service.js';
import { frameworkImport } from './framework.import.js';
import { FrameworksService } from './frameworks.service.js';

@Module({
  providers: [CapabilitiesService, FrameworksService],
  exports: [CapabilitiesService, FrameworksService],
})
export class CapabilitiesModule {
  constructor(readers: ImportReaders) {
    readers.register(capabilitiesImport);
    readers.register(frameworkImport);
  }
}
