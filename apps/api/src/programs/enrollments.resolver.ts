import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { ExecutiveType, PersonType } from '../directory/directory.types.js';
import type { Loaders } from '../loaders.js';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { EnrollmentsService } from './enrollments.service.js';
import { EnrollArgs, ReasonArgs } from './programs.inputs.js';
import { CohortType, EnrollmentType } from './programs.types.js';

@Resolver(() => EnrollmentType)
export class EnrollmentsResolver {
  constructor(private readonly enrollments: EnrollmentsService) {}

  @Query(() => [EnrollmentType], { description: "The viewer's own, whatever became of them." })
  @Allow(SIGNED_IN)
  myEnrollments(@CurrentViewer() viewer: Viewer, @ContextReads() reads: ReadSession) {
    return this.enrollments.own(viewer, reads);
  }

  @Mutation(() => [EnrollmentType], {
    description:
      'By hand, all or nothing: CONFIRMED and told at once; PLANNED or OPEN cohorts; seats, eligibility (level, language, program not completed, no unavailable period) and no overlapping dates hold.',
  })
  @Allow(Permission.ProgramDesign)
  enrollExecutives(@CurrentViewer() viewer: Viewer, @Args() { cohortId, executiveIds }: EnrollArgs) {
    return this.enrollments.enroll(viewer, cohortId, executiveIds);
  }

  @Mutation(() => EnrollmentType, {
    description: 'By the person, in an OPEN cohort: CONFIRMED while seats last, else WAITLISTED.',
  })
  @Allow(SIGNED_IN)
  requestSeat(@CurrentViewer() viewer: Viewer, @Args('cohortId', { type: () => ID }) cohortId: string) {
    return this.enrollments.requestSeat(viewer, cohortId);
  }

  @Mutation(() => EnrollmentType, {
    description: 'By the person or a designer; in an OPEN cohort the seat goes to the first who waits.',
  })
  @Allow(SIGNED_IN)
  withdrawEnrollment(@CurrentViewer() viewer: Viewer, @Args() { id, reason }: ReasonArgs) {
    return this.enrollments.withdraw(viewer, id, reason);
  }

  @ResolveField(() => PersonType)
  person(@Parent() { personId }: EnrollmentType, @ContextLoaders() loaders: Loaders) {
    return loaders.person.load(personId);
  }

  @ResolveField(() => CohortType)
  cohort(@Parent() { cohortId }: EnrollmentType, @ContextLoaders() loaders: Loaders) {
    return loaders.cohort.load(cohortId);
  }
}

/** Adds `enrollments` to an executive, wherever one is read. */
@Resolver(() => ExecutiveType)
export class ExecutiveEnrollmentsResolver {
  @ResolveField(() => [EnrollmentType], { description: 'Those that the viewer may see.' })
  enrollments(@Parent() { id }: ExecutiveType, @ContextLoaders() loaders: Loaders) {
    return loaders.enrollmentsOfExecutive.load(id);
  }
}
