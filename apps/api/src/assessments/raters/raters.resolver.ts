import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { ExecutiveType, PersonType } from '../../directory/directory.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow, SIGNED_IN } from '../../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { AssessmentRoundType } from '../rounds/rounds.types.js';
import { SetRatersArgs } from './raters.inputs.js';
import { RatersService } from './raters.service.js';
import { NamedRaterType, RaterProposalType, SmallRaterGroupType } from './raters.types.js';

@Resolver(() => RaterProposalType)
class RatersResolver {
  constructor(private readonly raters: RatersService) {}

  @Query(() => [RaterProposalType], {
    description: "Proposed from the directory as of the round's opening day.",
  })
  @Allow(SIGNED_IN)
  proposedRaters(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('executiveId', { type: () => ID }) executiveId: string,
  ) {
    return this.raters.proposals(viewer, reads, { roundId, executiveId });
  }

  @Query(() => [NamedRaterType], {
    description:
      'Who is nominated or approved to rate an executive: for the subject, the manager and designers.',
  })
  @Allow(SIGNED_IN)
  namedRaters(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('executiveId', { type: () => ID }) executiveId: string,
  ) {
    return this.raters.named(viewer, reads, { roundId, executiveId });
  }

  @Query(() => [SmallRaterGroupType], {
    description: 'Groups that will stay too small to be shown by themselves; at most 100 at a time.',
  })
  @Allow(Permission.AssessmentDesign)
  smallRaterGroups(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('after', {
      type: () => String,
      nullable: true,
      description: 'The executive id and the group of the last one seen, joined.',
    })
    after: string | null | undefined,
  ) {
    return this.raters.smallGroups(viewer, reads, roundId, after ?? null);
  }

  @Mutation(() => AssessmentRoundType, {
    description:
      'Until the round opens. By the manager or a designer: exactly these are asked. By the subject: these are nominated.',
  })
  @Allow(SIGNED_IN)
  setRaters(@CurrentViewer() viewer: Viewer, @Args() args: SetRatersArgs) {
    return this.raters.set(viewer, args);
  }

  @Mutation(() => AssessmentRoundType, {
    description: 'Approves whom the subject has nominated: by the manager or a designer.',
  })
  @Allow(SIGNED_IN)
  approveNominatedRaters(
    @CurrentViewer() viewer: Viewer,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('executiveId', { type: () => ID }) executiveId: string,
  ) {
    return this.raters.approve(viewer, { roundId, executiveId });
  }

  @Mutation(() => AssessmentRoundType, {
    description: 'Approves whom the directory proposes, for every subject for whom nobody is named yet.',
  })
  @Allow(Permission.AssessmentDesign)
  takeProposedRaters(@CurrentViewer() viewer: Viewer, @Args('roundId', { type: () => ID }) roundId: string) {
    return this.raters.takeProposed(viewer, roundId);
  }

  @ResolveField(() => ExecutiveType)
  executive(@Parent() { executiveId }: RaterProposalType, @ContextLoaders() loaders: Loaders) {
    return loaders.executive.load(executiveId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Null for somebody outside.' })
  person(@Parent() { personId }: RaterProposalType, @ContextLoaders() loaders: Loaders) {
    return loaders.person.load(personId);
  }
}

@Resolver(() => NamedRaterType)
class NamedRatersResolver {
  @ResolveField(() => PersonType)
  person(@Parent() { personId }: NamedRaterType, @ContextLoaders() loaders: Loaders) {
    return loaders.person.load(personId);
  }
}

@Resolver(() => SmallRaterGroupType)
class SmallRaterGroupsResolver {
  @ResolveField(() => ExecutiveType)
  executive(@Parent() { executiveId }: SmallRaterGroupType, @ContextLoaders() loaders: Loaders) {
    return loaders.executive.load(executiveId);
  }
}

export const RATER_RESOLVERS = [RatersResolver, NamedRatersResolver, SmallRaterGroupsResolver];
