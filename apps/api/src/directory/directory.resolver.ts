import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import type { Connection } from '../platform/connection.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { DayScalar } from '../platform/scalars.js';
import { PeopleArgs } from './directory.inputs.js';
import { DirectoryService } from './directory.service.js';
import {
  LeadershipLevelType,
  OrganizationType,
  OrgUnitType,
  PersonConnection,
  PersonType,
} from './directory.types.js';

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

  @Query(() => PersonConnection, {
    description: 'Everybody whom the viewer may administer, executives or not, by name.',
  })
  @Allow(Permission.DirectoryEdit)
  people(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args() args: PeopleArgs,
  ): Promise<Connection<PersonType>> {
    return this.directory.people(viewer, reads, args);
  }

  @ResolveField(() => [LeadershipLevelType], { description: 'Lowest first.' })
  leadershipLevels(
    @Parent() organization: OrganizationType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<LeadershipLevelType[]> {
    return loaders.leadershipLevels.load(organization.id);
  }

  @ResolveField(() => [OrgUnitType], { description: 'All units on that day, by name; today when not given.' })
  async units(
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args('asOf', { type: () => DayScalar, nullable: true }) asOf?: string | null,
  ): Promise<readonly OrgUnitType[]> {
    return (await loaders.unitTree.load(asOf ?? viewer.today)).placed;
  }
}
