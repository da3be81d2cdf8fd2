import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { SocketGate } from './socket-gate.js';

/** Global: GraphQL asks the gate before it takes a web socket. */
@Module({})
export class SubscriptionsModule {
  /** @param home  the address under which browsers know us */
  static with(home: string): DynamicModule {
    return {
      module: SubscriptionsModule,
      global: true,
      providers: [{ provide: SocketGate, useValue: new SocketGate(home) }],
      exports: [SocketGate],
    };
  }
}
