import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import { StrategyType } from '../../direction/direction.types.js';
import { LeadershipLevelType, OrgUnitType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import { ContextLoaders, CurrentViewer } from '../../platform/context.decorators.js';
import { Direct } from '../../platform/direct.decorator.js';
import { firstOf, GapsArgs } from '../readiness.inputs.js';
import { HeatMapArgs, HeatMapColumnType, HeatMapRowType, HeatMapType } from './heat-map.types.js';

@Resolver(() => StrategyType)
export class StrategyHeatMapResolver {
  @ResolveField(() => HeatMapType, {
    nullable: true,
    description:
      'Null where no approved version holds. Needs READINESS_VIEW where the population is; of the leadership levels of a unit, cells are shown to who may see everybody in it by name.',
  })
  heatMap(
    @Parent() { id: strategyId, day }: StrategyType,
    @CurrentViewer() { today }: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args() { by, population, asOf }: HeatMapArgs,
  ): Promise<HeatMapType | null> {
    return loaders.heatMap.load({
      strategyId,
      by,
      population: population ?? null,
      day: asOf ?? day ?? today,
    });
  }
}

@Resolver(() => HeatMapType)
export class HeatMapRowsResolver {
  @ResolveField(() => [HeatMapRowType], {
    description: 'Largest priority of the whole population first; those whose figures are withheld last.',
  })
  @Direct()
  rows(@Parent() { allRows }: HeatMapType, @Args() asked: GapsArgs): readonly HeatMapRowType[] {
    return firstOf(allRows, asked);
  }
}

@Resolver(() => HeatMapColumnType)
export class HeatMapColumnResolver {
  @ResolveField(() => OrgUnitType, {
    nullable: true,
    description: 'Null when columns are leadership levels.',
  })
  @Direct()
  async unit(
    @Parent() { unitId, day }: HeatMapColumnType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<OrgUnitType | null> {
    return unitId === null ? null : ((await loaders.unitTree.load(day)).byId.get(unitId) ?? null);
  }

  @ResolveField(() => LeadershipLevelType, { nullable: true, description: 'Null when columns are units.' })
  @Direct()
  async leadershipLevel(
    @Parent() { leadershipLevelId }: HeatMapColumnType,
    @CurrentViewer() { organizationId }: Viewer,
    @ContextLoaders() loaders: Loaders,
  ): Promise<LeadershipLevelType | null> {
    const levels = await loaders.leadershipLevels.load(organizationId);
    return levels.find(({ id }) => id === leadershipLevelId) ?? null;
  }
}

@Resolver(() => HeatMapRowType)
export class HeatMapRowResolver {
  @ResolveField(() => CapabilityType)
  @Direct()
  capability(
    @Parent() { capabilityId }: HeatMapRowType,
    @ContextLoaders() loaders: Loaders,
  ): Promise<CapabilityType> {
    return loaders.capability.load(capabilityId);
  }
}
