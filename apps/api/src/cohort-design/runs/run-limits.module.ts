import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { MemoryLimit } from './memory.js';

/** Global: what the process was told that a run may take. */
@Module({})
export class RunLimitsModule {
  static with(memoryMb: number): DynamicModule {
    return {
      module: RunLimitsModule,
      global: true,
      providers: [{ provide: MemoryLimit, useValue: new MemoryLimit(memoryMb) }],
      exports: [MemoryLimit],
    };
  }
}
