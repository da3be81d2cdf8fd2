import { Args, Float, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { RunEffort } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import { StrategyType } from '../../direction/direction.types.js';
import { ExecutiveType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow } from '../../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { CohortType } from '../../programs/programs.types.js';
import { explanationOf, gapPercentOf, knownOnly, penaltiesShown } from './run-fields.js';
import { StartRunArgs } from './runs.inputs.js';
import { RunsService } from './runs.service.js';
import {
  CohortRunType,
  ExpectedReadinessType,
  PenaltyPointsType,
  PlacementReasonType,
  PlacementType,
  RuleConflictType,
} from './runs.types.js';

@Resolver(() => CohortRunType)
export class RunsResolver {
  constructor(private readonly runs: RunsService) {}

  @Query(() => CohortRunType)
  @Allow(Permission.ProgramDesign)
  cohortRun(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('id', { type: () => ID }) id: string,
  ) {
    return this.runs.one(viewer, reads, id);
  }

  @Mutation(() => CohortRunType, {
    description:
      'Freezes the problem as it is today and asks a worker to solve it; several runs may go side by side. seed not given: 1; effort not given: STANDARD.',
  })
  @Allow(Permission.ProgramDesign)
  startCohortRun(@CurrentViewer() viewer: Viewer, @Args() { designId, seed, effort }: StartRunArgs) {
    return this.runs.start(viewer, designId, { seed, effort: effort ?? RunEffort.STANDARD });
  }

  @Mutation(() => CohortRunType, { description: 'Stops within a moment and keeps the best plan so far.' })
  @Allow(Permission.ProgramDesign)
  cancelCohortRun(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.runs.cancel(viewer, id);
  }

  @ResolveField(() => Float, {
    nullable: true,
    description: '100 * (bound - objective) / |bound|; null when the bound is 0, or one of them is null.',
  })
  gapPercent(@Parent() run: CohortRunType) {
    return gapPercentOf(run);
  }

  @ResolveField(() => [PenaltyPointsType], {
    description:
      'What the plan pays for preferences: benefit less these is the objective. Empty without a plan.',
  })
  penalties(@Parent() { penalties }: CohortRunType) {
    return penaltiesShown(penalties);
  }

  @ResolveField(() => [ExpectedReadinessType], {
    description:
      'What the plan is expected to do: readiness per strategy before and after. Empty without a plan.',
  })
  expected(@Parent() { expected }: CohortRunType) {
    return expected;
  }

  @ResolveField(() => [PlacementType], {
    description: 'By cohort as they start, then by points. Of those named, when executives or a cohort are.',
  })
  placements(
    @Parent() { id }: CohortRunType,
    @ContextLoaders() loaders: Loaders,
    @Args('executiveIds', { type: () => [ID], nullable: true }) executiveIds?: string[] | null,
    @Args('cohortId', { type: () => ID, nullable: true }) cohortId?: string | null,
  ) {
    return knownOnly(loaders.placementsOfRun.load(id), { executiveIds, cohortId });
  }

  @ResolveField(() => [RuleConflictType], {
    description: 'When INFEASIBLE: a smallest set of rules that cannot hold together.',
  })
  conflicts(@Parent() { conflicts }: CohortRunType) {
    return conflicts;
  }

  @ResolveField(() => [RuleConflictType], {
    description: 'Rules that a plan changed by hand breaks; a solved plan breaks none.',
  })
  breaks(@Parent() { breaks }: CohortRunType) {
    return breaks;
  }

  @ResolveField(() => CohortRunType, {
    nullable: true,
    description: 'The run that this one was copied from to be changed by hand; null: it was solved.',
  })
  copiedFrom(@Parent() { copiedFromId }: CohortRunType, @ContextLoaders() loaders: Loaders) {
    return copiedFromId === null ? null : loaders.cohortRun.load(copiedFromId);
  }
}

@Resolver(() => ExpectedReadinessType)
export class ExpectedReadinessResolver {
  @ResolveField(() => StrategyType)
  strategy(@Parent() { strategyId }: ExpectedReadinessType, @ContextLoaders() loaders: Loaders) {
    return loaders.strategy.load({ id: strategyId, day: null });
  }
}

@Resolver(() => PlacementReasonType)
export class PlacementReasonResolver {
  @ResolveField(() => StrategyType)
  strategy(@Parent() { strategyId }: PlacementReasonType, @ContextLoaders() loaders: Loaders) {
    return loaders.strategy.load({ id: strategyId, day: null });
  }

  @ResolveField(() => CapabilityType)
  capability(@Parent() { capabilityId }: PlacementReasonType, @ContextLoaders() loaders: Loaders) {
    return loaders.capability.load(capabilityId);
  }
}

@Resolver(() => PlacementType)
export class PlacementResolver {
  @ResolveField(() => ExecutiveType)
  executive(@Parent() { executiveId }: PlacementType, @ContextLoaders() loaders: Loaders) {
    return loaders.executive.load(executiveId);
  }

  @ResolveField(() => CohortType)
  cohort(@Parent() { cohortId }: PlacementType, @ContextLoaders() loaders: Loaders) {
    return loaders.cohort.load(cohortId);
  }
}

@Resolver(() => RuleConflictType)
export class RuleConflictResolver {
  @ResolveField(() => String, { description: 'A sentence that can be sent to a manager.' })
  explanation(@Parent() conflict: RuleConflictType, @ContextLoaders() loaders: Loaders) {
    return explanationOf(conflict, loaders);
  }

  @ResolveField(() => [ExecutiveType], {
    description: 'Whom it concerns; those whom the viewer may know by name.',
  })
  async executives(@Parent() { executives }: RuleConflictType, @ContextLoaders() loaders: Loaders) {
    const found = await loaders.executive.loadMany([...executives]);
    return found.filter((executive) => !(executive instanceof Error));
  }

  @ResolveField(() => [CohortType])
  cohorts(@Parent() { cohorts }: RuleConflictType, @ContextLoaders() loaders: Loaders) {
    return cohorts.map((id) => loaders.cohort.load(id));
  }
}
