import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { PublicAddress } from './public-address.js';

/** Global: features put the address of the product into what they write to people. */
@Global()
@Module({})
export class PublicAddressModule {
  static at(home: string): DynamicModule {
    const providers = [{ provide: PublicAddress, useValue: new PublicAddress(home) }];
    return { module: PublicAddressModule, providers, exports: [PublicAddress] };
  }
}
