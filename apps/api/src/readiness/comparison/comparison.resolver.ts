import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import { StrategyType } from '../../direction/direction.types.js';
import type { Loaders } from '../../loaders.js';
import { ContextLoaders, CurrentViewer } from '../../platform/context.decorators.js';
import { readinessOf } from '../populations/strategy-readiness.fields.js';
import { StrategyReadinessType } from '../readiness.types.js';
import { changesOf } from './comparison.fields.js';
import {
  ComparisonArgs,
  ReadinessChangePartType,
  ReadinessChangeType,
  ReadinessComparisonType,
  ReadinessMoveType,
} from './comparison.types.js';

@Resolver(() => StrategyType)
export class StrategyComparisonResolver {
  @ResolveField(() => ReadinessComparisonType, {
    description: 'Two days, and what made the difference. Needs READINESS_VIEW where the population is.',
  })
  readinessComparison(
    @Parent() strategy: StrategyType,
    @Args() { population, from, to }: ComparisonArgs,
  ): ReadinessComparisonType {
    return { strategy, population: population ?? null, from, to };
  }
}

@Resolver(() => ReadinessComparisonType)
export class ReadinessComparisonResolver {
  @ResolveField(() => StrategyReadinessType, {
    nullable: true,
    description: 'On the first day; null where no approved version holds on it.',
  })
  before(
    @Parent() { strategy, population, from: asOf }: ReadinessComparisonType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<StrategyReadinessType | null> {
    return readinessOf(viewer, loaders, strategy, { population, asOf });
  }

  @ResolveField(() => StrategyReadinessType, {
    nullable: true,
    description: 'On the second day; null as before.',
  })
  after(
    @Parent() { strategy, population, to: asOf }: ReadinessComparisonType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<StrategyReadinessType | null> {
    return readinessOf(viewer, loaders, strategy, { population, asOf });
  }

  @ResolveField(() => [ReadinessChangeType], {
    description:
      'By cause; they add up to after - before. Empty for viewers who may not see everybody of the population by name on both days, and where nobody has enough evidence on one of them.',
  })
  changes(@Parent() compared: ReadinessComparisonType, @ContextLoaders() loaders: Loaders) {
    return changesOf(loaders, compared).then(({ changes }) => changes);
  }

  @ResolveField(() => [ReadinessMoveType], {
    description:
      'From band to band; they add up to the counts of either day. Empty for viewers as changes is.',
  })
  moves(@Parent() compared: ReadinessComparisonType, @ContextLoaders() loaders: Loaders) {
    return changesOf(loaders, compared).then(({ moves }) => moves);
  }
}

@Resolver(() => ReadinessChangePartType)
export class ReadinessChangePartResolver {
  @ResolveField(() => CapabilityType)
  capability(
    @Parent() { capabilityId }: ReadinessChangePartType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<CapabilityType> {
    return loaders.capability.load(capabilityId);
  }
}
