import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { PersonType } from '../directory/directory.types.js';
import type { Loaders } from '../loaders.js';
import { Allow } from '../platform/allow.decorator.js';
import type { Connection } from '../platform/connection.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { AuditTrailService } from './audit-trail.service.js';
import { AuditEntryConnection, AuditEntryType, AuditTrailArgs } from './audit-trail.types.js';

@Resolver(() => AuditEntryType)
export class AuditTrailResolver {
  constructor(private readonly trail: AuditTrailService) {}

  @Query(() => AuditEntryConnection, {
    description:
      'Newest first. Whose role holds in some units sees what was done to those, and to the people who are there today.',
  })
  @Allow(Permission.AuditView)
  auditTrail(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args() args: AuditTrailArgs,
  ): Promise<Connection<AuditEntryType>> {
    return this.trail.list(viewer, reads, args);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Null for a command, for the worker, and for somebody who was not signed in.',
  })
  async actor(
    @Parent() { actorId }: AuditEntryType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<PersonType | null> {
    return actorId === null ? null : loaders.person.load(actorId);
  }
}
