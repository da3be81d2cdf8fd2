import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import { CapabilityType } from '../capabilities/capabilities.types.js';
import { LeadershipLevelType } from '../directory/directory.types.js';
import type { Loaders } from '../loaders.js';
import { ContextLoaders, CurrentViewer } from '../platform/context.decorators.js';
import { RequirementType, StrategyType } from './direction.types.js';

@Resolver(() => RequirementType)
export class RequirementResolver {
  @ResolveField(() => StrategyType, { description: 'On the day asked for; as it is now when none was.' })
  strategy(
    @Parent() { strategyId, day }: RequirementType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<StrategyType> {
    return loaders.strategy.load({ id: strategyId, day });
  }

  @ResolveField(() => CapabilityType)
  capability(
    @Parent() { capabilityId }: RequirementType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<CapabilityType> {
    return loaders.capability.load(capabilityId);
  }

  @ResolveField(() => LeadershipLevelType, {
    nullable: true,
    description: 'Null: of all levels that have none of their own for the capability.',
  })
  async leadershipLevel(
    @Parent() { leadershipLevelId }: RequirementType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<LeadershipLevelType | null> {
    const levels = await loaders.leadershipLevels.load(viewer.organizationId);
    return levels.find(({ id }) => id === leadershipLevelId) ?? null;
  }
}
