import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { DirectoryService } from './directory.service.js';
import { LeadershipLevelType, OrganizationType } from './directory.types.js';

@Resolver(() => OrganizationType)
export class DirectoryResolver {
  constructor(private readonly directory: DirectoryService) {}

  @Query(() => OrganizationType)
  @Allow(SIGNED_IN)
  organization(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
  ): Promise<OrganizationType> {
    return this.directory.organization(viewer, reads);
  }

  @ResolveField(() => [LeadershipLevelType], { description: 'Lowest first.' })
  leadershipLevels(
    @Parent() organization: OrganizationType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<LeadershipLevelType[]> {
    return loaders.leadershipLevels.load(organization.id);
  }
}
