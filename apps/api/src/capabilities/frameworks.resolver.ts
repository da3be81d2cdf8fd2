import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { CapabilityType } from './capabilities.types.js';
import { FrameworksService } from './frameworks.service.js';
import { FrameworkType } from './frameworks.types.js';

@Resolver(() => FrameworkType)
export class FrameworksResolver {
  constructor(private readonly service: FrameworksService) {}

  @Query(() => [FrameworkType], { description: 'By title.' })
  @Allow(SIGNED_IN)
  frameworks(@CurrentViewer() viewer: Viewer, @ContextReads() reads: ReadSession): Promise<FrameworkType[]> {
    return this.service.list(viewer, reads);
  }

  @ResolveField(() => [CapabilityType], {
    description: 'Of the newest version, headings too, each before what stands under it.',
  })
  capabilities(
    @Parent() { id }: FrameworkType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<readonly CapabilityType[]> {
    return loaders.capabilitiesOfFramework.load(id);
  }
}
