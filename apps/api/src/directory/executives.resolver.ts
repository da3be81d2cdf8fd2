import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { PageArgs } from '../platform/connection.js';
import type { Connection } from '../platform/connection.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { DirectoryService } from './directory.service.js';
import { ExecutiveConnection, ExecutiveType, PersonType } from './directory.types.js';

@Resolver(() => ExecutiveType)
export class ExecutivesResolver {
  constructor(private readonly directory: DirectoryService) {}

  @Query(() => ExecutiveConnection, { name: 'executives' })
  @Allow(SIGNED_IN)
  list(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args() page: PageArgs,
  ): Promise<Connection<ExecutiveType>> {
    return this.directory.executives(viewer, reads, page);
  }

  @ResolveField(() => PersonType)
  person(@Parent() { personId }: ExecutiveType, @ContextLoaders() loaders: Loaders): Promise<PersonType> {
    return loaders.person.load(personId);
  }
}
