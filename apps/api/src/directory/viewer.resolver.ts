import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { DirectoryService } from './directory.service.js';
import { ExecutiveType, OrganizationType, OrgUnitType, PersonType, ViewerType } from './directory.types.js';

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

  @ResolveField(() => ExecutiveType, {
    nullable: true,
    description: "The viewer's own record; null for somebody who has never been an executive.",
  })
  executive(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
  ): Promise<ExecutiveType | null> {
    return this.directory.ownExecutive(viewer, reads);
  }

  @ResolveField(() => [OrgUnitType], {
    description: 'Units that bound what the viewer sees; empty means the whole organization.',
  })
  scope(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
  ): Promise<readonly OrgUnitType[]> {
    return this.directory.scope(viewer, reads);
  }
}
