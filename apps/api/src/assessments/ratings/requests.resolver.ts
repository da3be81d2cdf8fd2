import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { CapabilityType } from '../../capabilities/capabilities.types.js';
import type { Loaders } from '../../loaders.js';
import { Allow, SIGNED_IN } from '../../platform/allow.decorator.js';
import { ContextLoaders, ContextReads, CurrentViewer } from '../../platform/context.decorators.js';
import { AnswerArgs, DeclineArgs, RequestsArgs } from './requests.inputs.js';
import { RequestsService } from './requests.service.js';
import { AskedStatus, RatingAnswerType, RatingRequestType } from './requests.types.js';

/** A form is read with four statements of its own, however many capabilities it asks about. */
@Resolver(() => RatingRequestType)
export class RequestsResolver {
  constructor(private readonly requests: RequestsService) {}

  @Query(() => [RatingRequestType], {
    description: "The viewer's own open requests, as a rater; the earliest closing first.",
  })
  @Allow(SIGNED_IN)
  myRatingRequests(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args() { statuses }: RequestsArgs,
  ) {
    return this.requests.mine(viewer, reads, statuses ?? [AskedStatus.OPEN]);
  }

  @Query(() => RatingRequestType, { description: "One of the viewer's own requests, as a rater." })
  @Allow(SIGNED_IN)
  ratingRequest(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('id', { type: () => ID }) id: string,
  ) {
    return this.requests.one(viewer, reads, id);
  }

  @Mutation(() => RatingRequestType, {
    description: 'Keeps answers without submitting them, in place of those kept before.',
  })
  @Allow(SIGNED_IN)
  saveRatingDraft(@CurrentViewer() viewer: Viewer, @Args() args: AnswerArgs) {
    return this.requests.saveDraft(viewer, args);
  }

  @Mutation(() => RatingRequestType, {
    description: 'Submits answers; until the round closes a further call corrects them.',
  })
  @Allow(SIGNED_IN)
  submitRatings(@CurrentViewer() viewer: Viewer, @Args() args: AnswerArgs) {
    return this.requests.submit(viewer, args);
  }

  @Mutation(() => RatingRequestType, { description: 'For good. What was submitted cannot be declined.' })
  @Allow(SIGNED_IN)
  declineRatingRequest(@CurrentViewer() viewer: Viewer, @Args() args: DeclineArgs) {
    return this.requests.decline(viewer, args);
  }

  @ResolveField(() => [CapabilityType], {
    description: 'In the order in which they are asked, with name, definition and anchors as of the opening.',
  })
  capabilities(@Parent() { round }: RatingRequestType, @ContextLoaders() loaders: Loaders) {
    return loaders.askedCapabilities.load(round.id);
  }

  @ResolveField(() => [RatingAnswerType], {
    description:
      'What is kept as a draft, else what was submitted; empty when neither, and after the closing.',
  })
  answers(@Parent() { id, draft, status }: RatingRequestType, @ContextLoaders() loaders: Loaders) {
    if (draft !== null) return draft;
    return status === AskedStatus.SUBMITTED ? loaders.ownAnswers.load(id) : [];
  }

  @ResolveField(() => Boolean, { description: 'Whether the answers are a draft that is not submitted.' })
  isDraft(@Parent() { draft }: RatingRequestType): boolean {
    return draft !== null;
  }
}
