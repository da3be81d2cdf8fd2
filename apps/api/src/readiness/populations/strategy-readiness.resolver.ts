import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import { StrategyType } from '../../direction/direction.types.js';
import type { Loaders } from '../../loaders.js';
import { ContextLoaders, CurrentViewer } from '../../platform/context.decorators.js';
import { Direct } from '../../platform/direct.decorator.js';
import { firstOf, GapsArgs, ReadinessTrendArgs, StrategyReadinessArgs } from '../readiness.inputs.js';
import { CapabilityGapType, StrategyReadinessType } from '../readiness.types.js';
import { readinessOf, trendOf } from './strategy-readiness.fields.js';

@Resolver(() => StrategyType)
export class StrategyReadinessResolver {
  @ResolveField(() => StrategyReadinessType, {
    nullable: true,
    description:
      'Null while never approved, and on days on which no approved version holds. Needs READINESS_VIEW where the population is.',
  })
  @Direct()
  readiness(
    @Parent() strategy: StrategyType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args() asked: StrategyReadinessArgs,
  ): Promise<StrategyReadinessType | null> {
    return readinessOf(viewer, loaders, strategy, asked);
  }

  @ResolveField(() => [StrategyReadinessType], {
    description: 'One point per month end, oldest first; none for months in which no approved version holds.',
  })
  readinessTrend(
    @Parent() strategy: StrategyType,
    @ContextLoaders() loaders: Loaders,
    @Args() asked: ReadinessTrendArgs,
  ): Promise<StrategyReadinessType[]> {
    return trendOf(loaders, strategy, asked);
  }
}

@Resolver(() => StrategyReadinessType)
export class PopulationGapsResolver {
  @ResolveField(() => [CapabilityGapType], {
    description: 'Largest priority first; those whose figures are withheld last.',
  })
  @Direct()
  gaps(@Parent() { allGaps }: StrategyReadinessType, @Args() asked: GapsArgs): readonly CapabilityGapType[] {
    return firstOf(allGaps, asked);
  }
}

@Resolver(() => CapabilityGapType)
export class CapabilityGapResolver {
  @ResolveField(() => CapabilityType)
  @Direct()
  capability(
    @Parent() { capabilityId }: CapabilityGapType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<CapabilityType> {
    return loaders.capability.load(capabilityId);
  }
}
