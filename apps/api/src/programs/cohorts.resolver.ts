import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { LeadershipLevelType } from '../directory/directory.types.js';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { CohortsService } from './cohorts.service.js';
import { CreateCohortInput, ReasonArgs } from './programs.inputs.js';
import { ProgramsService } from './programs.service.js';
import { CohortType, EnrollmentType, ProgramType } from './programs.types.js';

@Resolver(() => CohortType)
export class CohortsResolver {
  constructor(
    private readonly programs: ProgramsService,
    private readonly cohorts: CohortsService,
  ) {}

  @Query(() => CohortType)
  @Allow(SIGNED_IN)
  cohort(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('id', { type: () => ID }) id: string,
  ) {
    return this.programs.cohort(viewer, reads, id);
  }

  @Mutation(() => CohortType)
  @Allow(Permission.ProgramDesign)
  createCohort(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateCohortInput) {
    return this.programs.createCohort(viewer, input);
  }

  @Mutation(() => CohortType, { description: 'PLANNED to OPEN.' })
  @Allow(Permission.ProgramDesign)
  openCohort(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.cohorts.open(viewer, id);
  }

  @Mutation(() => CohortType, { description: 'PLANNED or OPEN to RUNNING, by hand, whatever the dates.' })
  @Allow(Permission.ProgramDesign)
  startCohort(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.cohorts.start(viewer, id);
  }

  @Mutation(() => CohortType, {
    description:
      'RUNNING to COMPLETED; completes the enrollments of those who took part, without attendance records every confirmed one.',
  })
  @Allow(Permission.ProgramDesign)
  completeCohort(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.cohorts.complete(viewer, id);
  }

  @Mutation(() => CohortType, {
    description: 'Whoever has a seat or waits for one is told, with the reason.',
  })
  @Allow(Permission.ProgramDesign)
  cancelCohort(@CurrentViewer() viewer: Viewer, @Args() { id, reason }: ReasonArgs) {
    return this.cohorts.cancel(viewer, id, reason);
  }

  @ResolveField(() => ProgramType)
  program(@Parent() { programId }: CohortType, @ContextLoaders() loaders: Loaders) {
    return loaders.program.load(programId);
  }

  @ResolveField(() => [LeadershipLevelType], { description: 'Lowest first. Empty: all.' })
  async leadershipLevels(
    @CurrentViewer() { organizationId }: Viewer,
    @Parent() { id }: CohortType,
    @ContextLoaders() loaders: Loaders,
  ) {
    const ids = await loaders.cohortLevels.load(id);
    if (ids.length === 0) return [];
    return (await loaders.leadershipLevels.load(organizationId)).filter((level) => ids.includes(level.id));
  }

  @ResolveField(() => [EnrollmentType], {
    description:
      'In the order of asking; those that the viewer may see: all in the scope of a designer, colleagues with a seat, reports.',
  })
  enrollments(@Parent() { id }: CohortType, @ContextLoaders() loaders: Loaders) {
    return loaders.enrollmentsOfCohort.load(id);
  }
}
