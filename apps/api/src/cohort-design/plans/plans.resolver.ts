import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { ExecutiveType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow } from '../../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { CohortType } from '../../programs/programs.types.js';
import { CohortRunType, PlacementType, RuleConflictType } from '../runs/runs.types.js';
import { MoveArgs } from './plans.inputs.js';
import { alternativesOf, reasonsOfUnplaced, sentencesOf, unplacedIn } from './plan-fields.js';
import { PlansOfRunsService } from './plans.service.js';
import {
  CohortRunComparisonType,
  MoveConsequenceType,
  PlacementAlternativeType,
  PlacementChangeType,
  UnplacedType,
} from './plans.types.js';

@Resolver(() => MoveConsequenceType)
export class MovesResolver {
  constructor(private readonly plans: PlansOfRunsService) {}

  @Query(() => MoveConsequenceType, {
    description: "What a move by hand would do to a run's answer; no cohort: out of it. Changes nothing.",
  })
  @Allow(Permission.ProgramDesign)
  moveConsequence(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args() { runId, executiveId, cohortId }: MoveArgs,
  ) {
    return this.plans.consequence(viewer, reads, { runId, executiveId }, cohortId ?? null);
  }

  @Query(() => CohortRunComparisonType, {
    description: "What changes from one run's plan to another's of the same design.",
  })
  @Allow(Permission.ProgramDesign)
  compareCohortRuns(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('firstId', { type: () => ID }) firstId: string,
    @Args('secondId', { type: () => ID }) secondId: string,
  ) {
    return this.plans.compare(viewer, reads, firstId, secondId);
  }

  @Mutation(() => CohortRunType, {
    description:
      'Moves somebody, without a cohort out of every one, in a copy of the run; a copy that is neither accepted nor published is changed in its place. It may break rules, and says which.',
  })
  @Allow(Permission.ProgramDesign)
  moveByHand(@CurrentViewer() viewer: Viewer, @Args() { runId, executiveId, cohortId }: MoveArgs) {
    return this.plans.move(viewer, { runId, executiveId }, cohortId ?? null);
  }

  @ResolveField(() => [RuleConflictType], {
    description: 'Rules that the plan would break and does not break now.',
  })
  breaks(@Parent() { brokenRules }: MoveConsequenceType) {
    return brokenRules;
  }

  @ResolveField(() => ExecutiveType, {
    nullable: true,
    description:
      'The member of the cohort with whom to exchange places for the most, breaking no rule; null: nobody.',
  })
  bestSwap(@Parent() { bestSwapId }: MoveConsequenceType, @ContextLoaders() loaders: Loaders) {
    return bestSwapId === null ? null : loaders.executive.load(bestSwapId);
  }
}

/** Adds `unplaced` to a run, wherever one is read. */
@Resolver(() => CohortRunType)
export class RunUnplacedResolver {
  @ResolveField(() => [UnplacedType], {
    description: 'Candidates without a seat in the plan. Of those named, when executives are.',
  })
  unplaced(
    @Parent() { id }: CohortRunType,
    @ContextLoaders() loaders: Loaders,
    @Args('executiveIds', { type: () => [ID], nullable: true }) executiveIds?: string[] | null,
  ) {
    return unplacedIn(loaders, id, executiveIds);
  }
}

@Resolver(() => UnplacedType)
export class UnplacedResolver {
  @ResolveField(() => ExecutiveType)
  executive(@Parent() { executiveId }: UnplacedType, @ContextLoaders() loaders: Loaders) {
    return loaders.executive.load(executiveId);
  }

  @ResolveField(() => [String], {
    description: 'The best seats and what stands against each, as sentences; of at most 300 people at once.',
  })
  reasons(@Parent() unplaced: UnplacedType, @ContextLoaders() loaders: Loaders) {
    return reasonsOfUnplaced(unplaced, loaders);
  }

  @ResolveField(() => [PlacementAlternativeType], { description: 'The same, as figures and rules.' })
  alternatives(@Parent() unplaced: UnplacedType, @ContextLoaders() loaders: Loaders) {
    return alternativesOf(unplaced, loaders);
  }
}

/** Adds `alternatives` to a placement, wherever one is read. */
@Resolver(() => PlacementType)
export class PlacementAlternativesResolver {
  @ResolveField(() => [PlacementAlternativeType], {
    description:
      'The three best other cohorts, and what stands against each; of at most 300 placements at once.',
  })
  alternatives(@Parent() placement: PlacementType, @ContextLoaders() loaders: Loaders) {
    return alternativesOf(placement, loaders);
  }
}

@Resolver(() => PlacementAlternativeType)
export class PlacementAlternativeResolver {
  @ResolveField(() => CohortType)
  cohort(@Parent() { cohortId }: PlacementAlternativeType, @ContextLoaders() loaders: Loaders) {
    return loaders.cohort.load(cohortId);
  }

  @ResolveField(() => [String], {
    description: 'Every rule that stands against it, as sentences; none: it is free.',
  })
  blockedBy(@Parent() { brokenRules }: PlacementAlternativeType, @ContextLoaders() loaders: Loaders) {
    return sentencesOf(brokenRules, loaders);
  }

  @ResolveField(() => [RuleConflictType], { description: 'The same, with whom they concern.' })
  blockedByRules(@Parent() { brokenRules }: PlacementAlternativeType) {
    return brokenRules;
  }
}

@Resolver(() => PlacementChangeType)
export class PlacementChangeResolver {
  @ResolveField(() => ExecutiveType)
  executive(@Parent() { executiveId }: PlacementChangeType, @ContextLoaders() loaders: Loaders) {
    return loaders.executive.load(executiveId);
  }

  @ResolveField(() => CohortType, { nullable: true, description: 'In the first plan; null: no seat.' })
  from(@Parent() { fromId }: PlacementChangeType, @ContextLoaders() loaders: Loaders) {
    return fromId === null ? null : loaders.cohort.load(fromId);
  }

  @ResolveField(() => CohortType, { nullable: true, description: 'In the second plan; null: no seat.' })
  to(@Parent() { toId }: PlacementChangeType, @ContextLoaders() loaders: Loaders) {
    return toId === null ? null : loaders.cohort.load(toId);
  }
}
