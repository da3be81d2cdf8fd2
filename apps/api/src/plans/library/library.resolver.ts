import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import type { Loaders } from '../../loaders.js';
import { Allow, SIGNED_IN } from '../../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { IdPipe } from '../../platform/id.pipe.js';
import { CohortType } from '../../programs/programs.types.js';
import { PlanGoalType } from '../plans.types.js';
import { SetDevelopmentActionsArgs } from './library.inputs.js';
import { LibraryService } from './library.service.js';
import { DevelopmentActionType, ProposedActionType } from './library.types.js';

@Resolver()
export class LibraryResolver {
  constructor(private readonly library: LibraryService) {}

  @Query(() => [DevelopmentActionType], {
    description: 'What the library of development actions holds for a capability, in its order.',
  })
  @Allow(SIGNED_IN)
  developmentActions(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('capabilityId', { type: () => ID }, IdPipe) capabilityId: string,
  ) {
    return this.library.entries(viewer, reads, capabilityId);
  }

  @Mutation(() => [DevelopmentActionType], {
    description:
      'Those listed are proposed from now on, in their order; others no longer. Plans that took one keep it.',
  })
  @Allow(Permission.ProgramDesign)
  setDevelopmentActions(@CurrentViewer() viewer: Viewer, @Args() args: SetDevelopmentActionsArgs) {
    return this.library.set(viewer, args);
  }
}

/** Adds `proposedActions` to a goal. */
@Resolver(() => PlanGoalType)
export class GoalProposalsResolver {
  @ResolveField(() => [ProposedActionType], {
    description:
      'What could be done for it and is not in the plan yet: seats in open cohorts of programs that develop the capability, then the library.',
  })
  proposedActions(@Parent() { id }: PlanGoalType, @ContextLoaders() loaders: Loaders) {
    return loaders.proposedActions.load(id);
  }
}

@Resolver(() => ProposedActionType)
export class ProposedActionResolver {
  @ResolveField(() => CohortType, { nullable: true, description: 'Null: an entry of the library.' })
  cohort(@Parent() { cohortId }: ProposedActionType, @ContextLoaders() loaders: Loaders) {
    return cohortId === null ? null : loaders.cohort.load(cohortId);
  }
}
