import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { CapabilityType } from '../capabilities/capabilities.types.js';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { RecordLevelArgs } from './assessments.inputs.js';
import { AssessmentRoundType, CapabilityLevelType, ReleasedScoreType } from './assessments.types.js';
import { LevelsService } from './levels.service.js';

@Resolver(() => CapabilityLevelType)
export class LevelsResolver {
  constructor(private readonly levels: LevelsService) {}

  @Mutation(() => CapabilityLevelType, {
    description:
      "Calibration by a panel (its members named in rationale) after release, or a manager's rating outside a round.",
  })
  @Allow(SIGNED_IN)
  recordLevel(@CurrentViewer() viewer: Viewer, @Args() args: RecordLevelArgs) {
    return this.levels.record(viewer, args);
  }

  @ResolveField(() => CapabilityType)
  capability(@Parent() { capabilityId }: CapabilityLevelType, @ContextLoaders() loaders: Loaders) {
    return loaders.capability.load(capabilityId);
  }

  @ResolveField(() => AssessmentRoundType, { nullable: true, description: 'Null: from outside a round.' })
  async round(@Parent() { roundId }: CapabilityLevelType, @ContextLoaders() loaders: Loaders) {
    return roundId === null ? null : loaders.round.load(roundId);
  }
}

@Resolver(() => ReleasedScoreType)
export class ReleasedScoresResolver {
  constructor(private readonly levels: LevelsService) {}

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
    return this.levels.releasedScores(viewer, reads, { roundId, executiveId });
  }

  @ResolveField(() => CapabilityType)
  capability(@Parent() { capabilityId }: ReleasedScoreType, @ContextLoaders() loaders: Loaders) {
    return loaders.capability.load(capabilityId);
  }
}
