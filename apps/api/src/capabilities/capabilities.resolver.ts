import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { IdPipe } from '../platform/id.pipe.js';
import { CapabilitiesService } from './capabilities.service.js';
import { CapabilityType, LevelAnchorType } from './capabilities.types.js';
import { FrameworkType } from './frameworks.types.js';

@Resolver(() => CapabilityType)
export class CapabilitiesResolver {
  constructor(private readonly capabilities: CapabilitiesService) {}

  @Query(() => [CapabilityType], {
    name: 'capabilities',
    description: 'Framework by framework, each in its own order.',
  })
  @Allow(SIGNED_IN)
  list(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('search', {
      type: () => String,
      nullable: true,
      description: 'A part of the code or the name, in any case; not given: all.',
    })
    search: string | null | undefined,
  ): Promise<CapabilityType[]> {
    return this.capabilities.list(viewer, reads, search ?? null);
  }

  @Query(() => CapabilityType, { name: 'capability' })
  @Allow(SIGNED_IN)
  one(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('id', { type: () => ID }, IdPipe) id: string,
  ): Promise<CapabilityType> {
    return this.capabilities.get(viewer, reads, id);
  }

  @ResolveField(() => FrameworkType)
  framework(
    @Parent() { frameworkId }: CapabilityType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<FrameworkType> {
    return loaders.framework.load(frameworkId);
  }

  @ResolveField(() => CapabilityType, {
    nullable: true,
    description: 'The heading it stands under; null: none.',
  })
  async parent(
    @Parent() { parentId }: CapabilityType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<CapabilityType | null> {
    return parentId === null ? null : loaders.capability.load(parentId);
  }

  @ResolveField(() => [LevelAnchorType], {
    description: 'What each proficiency level looks like, lowest first.',
  })
  anchors(
    @Parent() { id, anchors }: CapabilityType,
    @ContextLoaders() loaders: Loaders,
  ): readonly LevelAnchorType[] | Promise<readonly LevelAnchorType[]> {
    return anchors ?? loaders.anchors.load(id);
  }
}
