import { Args, Float, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { GoalStatus } from '@alidade/gains';
import { CapabilityType } from '../capabilities/capabilities.types.js';
import { StrategyType } from '../direction/direction.types.js';
import type { Loaders } from '../loaders.js';
import { Allow } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { CohortType } from '../programs/programs.types.js';
import { currentOf, dayOf, progressOf, statusOf } from './goal-fields.js';
import { CloseGoalArgs, CreateGoalInput, GoalDayArgs } from './goals.inputs.js';
import { GoalsService } from './goals.service.js';
import { AlignmentGoalType, GoalContributionType, GoalForecastType, GoalStatusEnum } from './goals.types.js';

@Resolver(() => AlignmentGoalType)
export class GoalsResolver {
  constructor(private readonly goals: GoalsService) {}

  @Query(() => [AlignmentGoalType], {
    description:
      'Of one strategy, or all: those of populations within the units whose readiness the viewer sees, the first to be due first. One that would tell what is withheld is left out: of a cohort, or with a baseline read off the figures of a few.',
  })
  @Allow(Permission.ReadinessView)
  alignmentGoals(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('strategyId', { type: () => ID, nullable: true }) strategyId?: string | null,
  ) {
    return this.goals.list(viewer, reads, strategyId ?? null);
  }

  @Mutation(() => AlignmentGoalType)
  @Allow(Permission.GoalEdit)
  createAlignmentGoal(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateGoalInput) {
    return this.goals.create(viewer, input);
  }

  @Mutation(() => AlignmentGoalType, {
    description: 'For good: its figures stay to be seen, and its owner is told of no further status.',
  })
  @Allow(Permission.GoalEdit)
  closeAlignmentGoal(@CurrentViewer() viewer: Viewer, @Args() args: CloseGoalArgs) {
    return this.goals.close(viewer, args);
  }

  @ResolveField(() => StrategyType, { nullable: true, description: 'Null: none in particular.' })
  strategy(@Parent() { strategyId }: AlignmentGoalType, @ContextLoaders() loaders: Loaders) {
    return strategyId === null ? null : loaders.strategy.load({ id: strategyId, day: null });
  }

  @ResolveField(() => CapabilityType, { nullable: true, description: 'Of CAPABILITY_LEVEL only, else null.' })
  capability(@Parent() { capabilityId }: AlignmentGoalType, @ContextLoaders() loaders: Loaders) {
    return capabilityId === null ? null : loaders.capability.load(capabilityId);
  }

  @ResolveField(() => GoalForecastType, {
    nullable: true,
    description: 'Null under four evidence days, and from the due day on.',
  })
  forecast(@Parent() goal: AlignmentGoalType, @ContextLoaders() loaders: Loaders) {
    return loaders.goalForecast.load(goal);
  }
}

/** What a goal is on a day. */
@Resolver(() => AlignmentGoalType)
export class GoalDayResolver {
  @ResolveField(() => Float, {
    nullable: true,
    description:
      'In the unit of the metric; null when nobody has enough evidence, or the population is too small to show. For a viewer who may not see everybody in it by name: rounded, and of the last release.',
  })
  current(
    @Parent() goal: AlignmentGoalType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args() { asOf }: GoalDayArgs,
  ) {
    return currentOf(goal, { viewer, loaders, asOf });
  }

  @ResolveField(() => Float, {
    nullable: true,
    description:
      'Share of the way from baseline to target: 1 at the target, above it beyond, below 0 the wrong way; null as current is.',
  })
  progress(
    @Parent() goal: AlignmentGoalType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args() { asOf }: GoalDayArgs,
  ) {
    return progressOf(goal, { viewer, loaders, asOf });
  }

  @ResolveField(() => GoalStatusEnum)
  status(
    @Parent() goal: AlignmentGoalType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args() { asOf }: GoalDayArgs,
  ): Promise<GoalStatus> {
    return statusOf(goal, { viewer, loaders, asOf });
  }

  @ResolveField(() => [GoalContributionType], {
    description:
      'Who and what moved it; the parts add up to current - baseline. Of readiness metrics, and for viewers who may see everybody of the population by name; else empty.',
  })
  contributions(
    @Parent() goal: AlignmentGoalType,
    @CurrentViewer() viewer: Viewer,
    @ContextLoaders() loaders: Loaders,
    @Args() { asOf }: GoalDayArgs,
  ) {
    return loaders.goalContributions.load({ goal, day: dayOf({ viewer, asOf }) });
  }
}

@Resolver(() => GoalContributionType)
export class GoalContributionsResolver {
  @ResolveField(() => CohortType, { nullable: true, description: 'Of the source COHORT only, else null.' })
  cohort(@Parent() { cohortId }: GoalContributionType, @ContextLoaders() loaders: Loaders) {
    return cohortId === null ? null : loaders.cohort.load(cohortId);
  }

  @ResolveField(() => CapabilityType, {
    nullable: true,
    description: 'Of MEAN_READINESS only; null where a part does not unfold by capability.',
  })
  capability(@Parent() { capabilityId }: GoalContributionType, @ContextLoaders() loaders: Loaders) {
    return capabilityId === null ? null : loaders.capability.load(capabilityId);
  }
}

/** Adds `goals` to a strategy, wherever one is read. */
@Resolver(() => StrategyType)
export class StrategyGoalsResolver {
  @ResolveField(() => [AlignmentGoalType], {
    description: 'Those that the viewer may see, as alignmentGoals; none without READINESS_VIEW.',
  })
  goals(@Parent() { id }: StrategyType, @ContextLoaders() loaders: Loaders) {
    return loaders.goalsOfStrategy.load(id);
  }
}
