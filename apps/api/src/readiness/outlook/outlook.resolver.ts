import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import { StrategyType } from '../../direction/direction.types.js';
import { ExecutiveType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import { ContextLoaders, CurrentViewer } from '../../platform/context.decorators.js';
import { ExecutiveReadinessType } from '../readiness.types.js';
import { almostReadyOf, executiveOf, liftsOf, readinessOfOne } from './outlook.fields.js';
import { AlmostReadyType, CapabilityLiftType, OutlookArgs } from './outlook.types.js';

@Resolver(() => StrategyType)
export class StrategyOutlookResolver {
  @ResolveField(() => [CapabilityLiftType], {
    description:
      'What would help most, by capability. Empty for viewers who may not see everybody of the population by name, and while no approved version holds.',
  })
  whatWouldHelpMost(
    @Parent() strategy: StrategyType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args() asked: OutlookArgs,
  ): Promise<readonly CapabilityLiftType[]> {
    return liftsOf(viewer, loaders, strategy, asked);
  }

  @ResolveField(() => [AlmostReadyType], {
    description:
      'Executives with enough evidence who are not READY_NOW, the nearest first. Empty for viewers as whatWouldHelpMost is.',
  })
  almostReady(
    @Parent() strategy: StrategyType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args() asked: OutlookArgs,
  ): Promise<readonly AlmostReadyType[]> {
    return almostReadyOf(viewer, loaders, strategy, asked);
  }
}

@Resolver(() => CapabilityLiftType)
export class CapabilityLiftResolver {
  @ResolveField(() => CapabilityType)
  capability(
    @Parent() { capabilityId }: CapabilityLiftType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<CapabilityType> {
    return loaders.capability.load(capabilityId);
  }
}

@Resolver(() => AlmostReadyType)
export class AlmostReadyResolver {
  @ResolveField(() => ExecutiveType)
  executive(@Parent() one: AlmostReadyType, @ContextLoaders() loaders: Loaders): Promise<ExecutiveType> {
    return executiveOf(one, loaders);
  }

  @ResolveField(() => ExecutiveReadinessType)
  readiness(
    @Parent() one: AlmostReadyType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<ExecutiveReadinessType> {
    return readinessOfOne(one, viewer, loaders);
  }

  @ResolveField(() => [CapabilityType], {
    description: 'Each of which alone would make them READY_NOW, if it reached what is required.',
  })
  wouldMakeReady(
    @Parent() { capabilityIds }: AlmostReadyType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<readonly CapabilityType[]> {
    return Promise.all(capabilityIds.map((id) => loaders.capability.load(id)));
  }
}
