import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow, SIGNED_IN } from '../../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { ReportsService } from './reports.service.js';
import { ReleasedScoreType } from './reports.types.js';

@Resolver(() => ReleasedScoreType)
export class ReleasedScoresResolver {
  constructor(private readonly reports: ReportsService) {}

  @Query(() => [ReleasedScoreType], {
    description:
      'Released scores of one executive in one round, in the order asked; none before the release.',
  })
  @Allow(SIGNED_IN)
  releasedScores(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('executiveId', { type: () => ID }) executiveId: string,
  ) {
    return this.reports.releasedScores(viewer, reads, { roundId, executiveId });
  }

  @ResolveField(() => CapabilityType)
  capability(@Parent() { capabilityId }: ReleasedScoreType, @ContextLoaders() loaders: Loaders) {
    return loaders.capability.load(capabilityId);
  }
}
