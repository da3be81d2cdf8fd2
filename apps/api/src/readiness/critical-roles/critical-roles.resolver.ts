import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { StrategyType } from '../../direction/direction.types.js';
import { LeadershipLevelType, OrgUnitType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow } from '../../platform/allow.decorator.js';
import { ContextLoaders, CurrentViewer } from '../../platform/context.decorators.js';
import { IdPipe } from '../../platform/id.pipe.js';
import { DayScalar } from '../../platform/scalars.js';
import { CriticalRolesService } from './critical-roles.service.js';
import { BenchStrengthType, CriticalRoleType, NameCriticalRoleInput } from './critical-roles.types.js';

@Resolver(() => CriticalRoleType)
export class CriticalRolesResolver {
  constructor(private readonly roles: CriticalRolesService) {}

  @Mutation(() => CriticalRoleType, { description: 'CONFLICT when the strategy has the role already.' })
  @Allow(Permission.ProgramDesign)
  nameCriticalRole(@CurrentViewer() viewer: Viewer, @Args('input') input: NameCriticalRoleInput) {
    return this.roles.name(viewer, input);
  }

  @Mutation(() => CriticalRoleType)
  @Allow(Permission.ProgramDesign)
  changeCriticalRole(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }, IdPipe) id: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
    @Args('needed', { type: () => Int, description: '1..10000' }) needed: number,
  ) {
    return this.roles.change(viewer, id, expectedVersion, needed);
  }

  @Mutation(() => Boolean, { description: 'Always true; an error otherwise.' })
  @Allow(Permission.ProgramDesign)
  dropCriticalRole(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }, IdPipe) id: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
  ) {
    return this.roles.drop(viewer, id, expectedVersion);
  }

  @ResolveField(() => LeadershipLevelType)
  async leadershipLevel(
    @Parent() { leadershipLevelId }: CriticalRoleType,
    @CurrentViewer() { organizationId }: Viewer,
    @ContextLoaders() loaders: Loaders,
  ) {
    const levels = await loaders.leadershipLevels.load(organizationId);
    return levels.find(({ id }) => id === leadershipLevelId);
  }

  @ResolveField(() => OrgUnitType)
  async unit(@Parent() { unitId, day }: CriticalRoleType, @ContextLoaders() loaders: Loaders) {
    return (await loaders.unitTree.load(day)).byId.get(unitId);
  }

  @ResolveField(() => BenchStrengthType, {
    nullable: true,
    description: 'Null for viewers who may not see everybody of that level in the unit by name.',
  })
  bench(@Parent() role: CriticalRoleType, @ContextLoaders() loaders: Loaders) {
    return loaders.bench.load(role);
  }
}

@Resolver(() => StrategyType)
export class StrategyCriticalRolesResolver {
  @ResolveField(() => [CriticalRoleType], {
    description:
      'Of units whose readiness the viewer sees, the highest level first; none without READINESS_VIEW. Their bench is of the day asked.',
  })
  criticalRoles(
    @Parent() { id: strategyId, day }: StrategyType,
    @CurrentViewer() { today }: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args('asOf', { type: () => DayScalar, nullable: true, description: 'Today when not given.' })
    asOf?: string | null,
  ) {
    return loaders.criticalRoles.load({ strategyId, day: asOf ?? day ?? today });
  }
}
