import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow, SIGNED_IN } from '../../platform/allow.decorator.js';
import { ContextLoaders, CurrentViewer } from '../../platform/context.decorators.js';
import { AssessmentRoundType } from '../rounds/rounds.types.js';
import { RecordLevelArgs } from './levels.inputs.js';
import { LevelsService } from './levels.service.js';
import { CapabilityLevelType } from './levels.types.js';

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
