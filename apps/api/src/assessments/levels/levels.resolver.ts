import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { ExecutiveType } from '../../directory/directory.types.js';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow, SIGNED_IN } from '../../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { AssessmentRoundType } from '../rounds/rounds.types.js';
import { RecordLevelArgs, TurningStaleArgs } from './levels.inputs.js';
import { LevelsService } from './levels.service.js';
import { CapabilityLevelType, LevelTurningStaleType } from './levels.types.js';

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

  @Query(() => [LevelTurningStaleType], {
    description: 'Levels about to turn stale, the first to turn first; at most 1,000.',
  })
  @Allow(Permission.AssessmentDesign)
  levelsTurningStale(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args() { withinDays }: TurningStaleArgs,
  ) {
    return this.levels.turningStale(viewer, reads, withinDays);
  }

  @Mutation(() => Int, {
    description: 'Writes to each executive whose levels are about to turn stale, once; returns how many.',
  })
  @Allow(Permission.AssessmentDesign)
  remindOfStaleLevels(@CurrentViewer() viewer: Viewer, @Args() { withinDays }: TurningStaleArgs) {
    return this.levels.remindOfStale(viewer, withinDays);
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

@Resolver(() => LevelTurningStaleType)
export class LevelsTurningStaleResolver {
  @ResolveField(() => ExecutiveType)
  executive(@Parent() { executiveId }: LevelTurningStaleType, @ContextLoaders() loaders: Loaders) {
    return loaders.executive.load(executiveId);
  }

  @ResolveField(() => CapabilityType)
  capability(@Parent() { capabilityId }: LevelTurningStaleType, @ContextLoaders() loaders: Loaders) {
    return loaders.capability.load(capabilityId);
  }
}
