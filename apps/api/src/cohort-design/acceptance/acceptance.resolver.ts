import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { ExecutiveType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow } from '../../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { CohortType, EnrollmentType } from '../../programs/programs.types.js';
import { CohortDesignType } from '../designs/designs.types.js';
import { PlacementReasonType } from '../runs/runs.types.js';
import { AcceptanceService } from './acceptance.service.js';
import { PublicationMailType } from './acceptance.types.js';

@Resolver(() => PublicationMailType)
export class AcceptanceResolver {
  constructor(private readonly acceptance: AcceptanceService) {}

  @Query(() => [PublicationMailType], {
    description: 'Who would be told what if the design were published now. Who keeps a seat hears nothing.',
  })
  @Allow(Permission.ProgramDesign)
  publicationPreview(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('designId', { type: () => ID }) designId: string,
  ) {
    return this.acceptance.preview(viewer, reads, designId);
  }

  @Mutation(() => CohortDesignType, {
    description:
      "Turns the run's placements into pending enrollments, in place of an earlier run's; nobody is told yet. CONFLICT when cohorts or people changed since the run.",
  })
  @Allow(Permission.ProgramDesign)
  acceptCohortRun(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.acceptance.accept(viewer, id);
  }

  @Mutation(() => CohortDesignType, {
    description: 'Confirms the pending enrollments and tells the people concerned.',
  })
  @Allow(Permission.ProgramDesign)
  publishCohortDesign(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
  ) {
    return this.acceptance.publish(viewer, id, expectedVersion);
  }

  @ResolveField(() => ExecutiveType)
  executive(@Parent() { executiveId }: PublicationMailType, @ContextLoaders() loaders: Loaders) {
    return loaders.executive.load(executiveId);
  }

  @ResolveField(() => CohortType, { description: 'The new one, or the one in which the seat is lost.' })
  cohort(@Parent() { cohortId }: PublicationMailType, @ContextLoaders() loaders: Loaders) {
    return loaders.cohort.load(cohortId);
  }

  @ResolveField(() => CohortType, { nullable: true, description: 'Of MOVED: where the seat was; else null.' })
  fromCohort(@Parent() { fromCohortId }: PublicationMailType, @ContextLoaders() loaders: Loaders) {
    return fromCohortId === null ? null : loaders.cohort.load(fromCohortId);
  }
}

/** Adds `reasons` to an enrollment, wherever one is read. */
@Resolver(() => EnrollmentType)
export class EnrollmentReasonsResolver {
  @ResolveField(() => [PlacementReasonType], {
    description:
      'Why here, of a seat that a cohort design gave; for the person themself and for designers, else empty.',
  })
  reasons(@Parent() { id }: EnrollmentType, @ContextLoaders() loaders: Loaders) {
    return loaders.enrollmentReasons.load(id);
  }
}
