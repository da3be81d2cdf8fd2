import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import { StrategyType } from '../../direction/direction.types.js';
import { ExecutiveType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow, SIGNED_IN } from '../../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { CapabilityPlanType } from '../plans.types.js';
import { OverviewService } from './overview.service.js';
import { NeglectedCapabilityType, PlanOverviewType, TeamPlanType } from './overview.types.js';

@Resolver()
export class PlanOverviewResolver {
  constructor(private readonly service: OverviewService) {}

  @Query(() => PlanOverviewType, {
    description:
      'For designers: plans by status, stuck ones, goals without actions, and what nobody works on.',
  })
  @Allow(Permission.ProgramDesign)
  planOverview(@CurrentViewer() viewer: Viewer, @ContextReads() reads: ReadSession) {
    return this.service.overview(viewer, reads);
  }

  @Query(() => [TeamPlanType], {
    description: 'For managers: all direct reports who are executives, by name.',
  })
  @Allow(SIGNED_IN)
  teamPlans(@CurrentViewer() viewer: Viewer, @ContextReads() reads: ReadSession) {
    return this.service.team(viewer, reads);
  }
}

@Resolver(() => TeamPlanType)
export class TeamPlanResolver {
  @ResolveField(() => ExecutiveType)
  executive(@Parent() { executiveId, personId }: TeamPlanType): ExecutiveType {
    return { id: executiveId, personId };
  }

  @ResolveField(() => CapabilityPlanType, {
    nullable: true,
    description: 'The one that is not completed, else the last completed; null: none.',
  })
  plan(@Parent() { executiveId }: TeamPlanType, @ContextLoaders() loaders: Loaders) {
    return loaders.planOfExecutive.load(executiveId);
  }
}

@Resolver(() => NeglectedCapabilityType)
export class NeglectedCapabilityResolver {
  @ResolveField(() => CapabilityType)
  capability(@Parent() { capabilityId }: NeglectedCapabilityType, @ContextLoaders() loaders: Loaders) {
    return loaders.capability.load(capabilityId);
  }

  @ResolveField(() => [StrategyType], { description: 'Those for which it is critical.' })
  strategies(@Parent() { strategyIds }: NeglectedCapabilityType, @ContextLoaders() loaders: Loaders) {
    return Promise.all(strategyIds.map((id) => loaders.strategy.load({ id, day: null })));
  }
}
