import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { DirectoryService } from './directory.service.js';
import { OrganizationType, PersonType, ViewerType } from './directory.types.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly directory: DirectoryService) {}

  @Query(() => ViewerType)
  @Allow(SIGNED_IN)
  viewer(@CurrentViewer() viewer: Viewer): ViewerType {
    return { personId: viewer.personId, permissions: [...viewer.permissions.keys()] };
  }

  @ResolveField(() => OrganizationType)
  organization(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
  ): Promise<OrganizationType> {
    return this.directory.organization(viewer, reads);
  }

  @ResolveField(() => PersonType)
  person(@Parent() { personId }: ViewerType, @ContextLoaders() loaders: Loaders): Promise<PersonType> {
    return loaders.person.load(personId);
  }
}
