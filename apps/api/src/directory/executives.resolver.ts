import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import type { Connection } from '../platform/connection.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { IdPipe } from '../platform/id.pipe.js';
import { DayScalar } from '../platform/scalars.js';
import { ExecutivesArgs } from './directory.inputs.js';
import { DirectoryService } from './directory.service.js';
import {
  ExecutiveConnection,
  ExecutiveType,
  LeadershipLevelType,
  OrgUnitType,
  PersonType,
} from './directory.types.js';
import { levelOf, managerOf, personOf, unitOf } from './executive-fields.js';

@Resolver(() => ExecutiveType)
export class ExecutivesResolver {
  constructor(private readonly directory: DirectoryService) {}

  @Query(() => ExecutiveConnection, {
    name: 'executives',
    description: 'Executives whom the viewer may know by name, by name.',
  })
  @Allow(SIGNED_IN)
  list(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args() args: ExecutivesArgs,
  ): Promise<Connection<ExecutiveType>> {
    return this.directory.executives(viewer, reads, args);
  }

  @Query(() => ExecutiveType, { name: 'executive', description: 'Also one who has left.' })
  @Allow(SIGNED_IN)
  one(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('id', { type: () => ID }, IdPipe) id: string,
    @Args('asOf', { type: () => DayScalar, nullable: true }) asOf?: string | null,
  ): Promise<ExecutiveType> {
    return this.directory.executive(viewer, reads, id, asOf);
  }

  @ResolveField(() => PersonType)
  person(
    @Parent() executive: ExecutiveType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<PersonType> {
    return personOf(executive, viewer, loaders);
  }

  @ResolveField(() => LeadershipLevelType, { description: 'The last held when the executive has left.' })
  leadershipLevel(
    @Parent() executive: ExecutiveType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<LeadershipLevelType> {
    return levelOf(executive, viewer, loaders);
  }

  @ResolveField(() => OrgUnitType, { description: 'The last one when the executive has left.' })
  unit(
    @Parent() executive: ExecutiveType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<OrgUnitType> {
    return unitOf(executive, viewer, loaders);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Null at the top.' })
  manager(
    @Parent() executive: ExecutiveType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<PersonType | null> {
    return managerOf(executive, viewer, loaders);
  }
}
