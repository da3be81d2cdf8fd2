import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { ExecutiveConnection, ExecutiveType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow } from '../../platform/allow.decorator.js';
import { PageArgs } from '../../platform/connection.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { CohortType } from '../../programs/programs.types.js';
import { CohortRunType } from '../runs/runs.types.js';
import { rulesShown } from './design-fields.js';
import { CreateCohortDesignInput, SetCohortRulesArgs } from './designs.inputs.js';
import { DesignsService } from './designs.service.js';
import {
  CohortDesignType,
  CohortPreferencesType,
  CohortRulesType,
  ExecutiveCohortType,
  ExecutivePairType,
} from './designs.types.js';
import { CohortPreset } from './presets.js';

@Resolver(() => CohortDesignType)
export class DesignsResolver {
  constructor(private readonly designs: DesignsService) {}

  @Query(() => [CohortDesignType], {
    description: 'By name; a designer of some units sees those whose candidates all work there.',
  })
  @Allow(Permission.ProgramDesign)
  cohortDesigns(@CurrentViewer() viewer: Viewer, @ContextReads() reads: ReadSession) {
    return this.designs.list(viewer, reads);
  }

  @Query(() => CohortDesignType)
  @Allow(Permission.ProgramDesign)
  cohortDesign(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('id', { type: () => ID }) id: string,
  ) {
    return this.designs.one(viewer, reads, id);
  }

  @Mutation(() => CohortDesignType)
  @Allow(Permission.ProgramDesign)
  createCohortDesign(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateCohortDesignInput) {
    return this.designs.create(viewer, input);
  }

  @Mutation(() => CohortDesignType, {
    description:
      'What is not given stays as it is. Executives must be candidates, cohorts those of the design.',
  })
  @Allow(Permission.ProgramDesign)
  setCohortRules(@CurrentViewer() viewer: Viewer, @Args() args: SetCohortRulesArgs) {
    return this.designs.setRules(viewer, args);
  }

  @Mutation(() => CohortDesignType, {
    description: 'Sets all preferences, and whether everybody is to be placed; the other rules stay.',
  })
  @Allow(Permission.ProgramDesign)
  applyCohortPreset(
    @CurrentViewer() viewer: Viewer,
    @Args('designId', { type: () => ID }) designId: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
    @Args('preset', { type: () => CohortPreset }) preset: CohortPreset,
  ) {
    return this.designs.applyPreset(viewer, designId, expectedVersion, preset);
  }

  @ResolveField(() => [CohortType], { description: 'The first to start first.' })
  cohorts(@Parent() { id }: CohortDesignType, @ContextLoaders() loaders: Loaders) {
    return loaders.cohortsOfDesign.load(id);
  }

  @ResolveField(() => ExecutiveConnection, {
    description: 'As of today, by name; those whom the viewer may know by name.',
  })
  candidates(@Parent() design: CohortDesignType, @ContextLoaders() loaders: Loaders, @Args() page: PageArgs) {
    return loaders.candidatesOfDesign.load({ design, page });
  }

  @ResolveField(() => CohortRulesType)
  rules(@Parent() { rules }: CohortDesignType, @ContextLoaders() loaders: Loaders) {
    return rulesShown(rules, loaders);
  }

  @ResolveField(() => CohortPreferencesType)
  preferences(@Parent() { preferences }: CohortDesignType) {
    return preferences;
  }

  @ResolveField(() => [CohortRunType], { description: 'The latest first.' })
  runs(@Parent() { id }: CohortDesignType, @ContextLoaders() loaders: Loaders) {
    return loaders.runsOfDesign.load(id);
  }

  @ResolveField(() => CohortRunType, {
    nullable: true,
    description: 'The run whose placements are the pending and confirmed enrollments; null: none yet.',
  })
  acceptedRun(@Parent() { acceptedRunId }: CohortDesignType, @ContextLoaders() loaders: Loaders) {
    return acceptedRunId === null ? null : loaders.cohortRun.load(acceptedRunId);
  }

  @ResolveField(() => CohortRunType, {
    nullable: true,
    description: 'The run that people were told of last; null: none yet.',
  })
  publishedRun(@Parent() { publishedRunId }: CohortDesignType, @ContextLoaders() loaders: Loaders) {
    return publishedRunId === null ? null : loaders.cohortRun.load(publishedRunId);
  }
}

@Resolver(() => CohortRulesType)
export class CohortRulesResolver {
  @ResolveField(() => [ExecutivePairType], { description: 'Never in one cohort.' })
  apart(@Parent() { apartPairs }: CohortRulesType) {
    return apartPairs;
  }

  @ResolveField(() => [ExecutivePairType], { description: 'In one cohort, or both without a seat.' })
  together(@Parent() { togetherPairs }: CohortRulesType) {
    return togetherPairs;
  }

  @ResolveField(() => [ExecutiveCohortType])
  locked(@Parent() { lockedPlacements }: CohortRulesType) {
    return lockedPlacements;
  }

  @ResolveField(() => [ExecutiveCohortType])
  forbidden(@Parent() { forbiddenPlacements }: CohortRulesType) {
    return forbiddenPlacements;
  }

  @ResolveField(() => [ExecutiveType], { description: 'Must have a seat.' })
  mandatory(@Parent() { mandatoryIds }: CohortRulesType, @ContextLoaders() loaders: Loaders) {
    return mandatoryIds.map((id) => loaders.executive.load(id));
  }

  @ResolveField(() => [CohortType])
  mustRun(@Parent() { mustRunIds }: CohortRulesType, @ContextLoaders() loaders: Loaders) {
    return mustRunIds.map((id) => loaders.cohort.load(id));
  }
}

@Resolver(() => ExecutivePairType)
export class ExecutivePairResolver {
  @ResolveField(() => ExecutiveType)
  a(@Parent() { aId }: ExecutivePairType, @ContextLoaders() loaders: Loaders) {
    return loaders.executive.load(aId);
  }

  @ResolveField(() => ExecutiveType)
  b(@Parent() { bId }: ExecutivePairType, @ContextLoaders() loaders: Loaders) {
    return loaders.executive.load(bId);
  }
}

@Resolver(() => ExecutiveCohortType)
export class ExecutiveCohortResolver {
  @ResolveField(() => ExecutiveType)
  executive(@Parent() { executiveId }: ExecutiveCohortType, @ContextLoaders() loaders: Loaders) {
    return loaders.executive.load(executiveId);
  }

  @ResolveField(() => CohortType)
  cohort(@Parent() { cohortId }: ExecutiveCohortType, @ContextLoaders() loaders: Loaders) {
    return loaders.cohort.load(cohortId);
  }
}
