import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { IdPipe } from '../platform/id.pipe.js';
import { GoalsService } from './goals/goals.service.js';
import { ActionsService } from './actions/actions.service.js';
import {
  AddPlanActionArgs,
  CommentOnPlanArgs,
  ChangePlanActionArgs,
  NamePlanReviewerArgs,
  PlanMoveArgs,
  RecordPlanProgressArgs,
  ReturnPlanArgs,
  SetPlanGoalsArgs,
} from './plans.inputs.js';
import { PlansService } from './plans.service.js';
import { CapabilityPlanType, PlanActionType } from './plans.types.js';

@Resolver()
export class PlansResolver {
  constructor(
    private readonly plans: PlansService,
    private readonly goals: GoalsService,
    private readonly actions: ActionsService,
  ) {}

  @Query(() => CapabilityPlanType, {
    nullable: true,
    description:
      "The viewer's own plan: the one that is not completed, else the last completed; null when there was none.",
  })
  @Allow(SIGNED_IN)
  myPlan(@CurrentViewer() viewer: Viewer, @ContextReads() reads: ReadSession) {
    return this.plans.own(viewer, reads);
  }

  @Query(() => CapabilityPlanType, {
    description:
      "One's own, of those whom one manages, stands in for or was named to review, and of those whom one designs for or coaches.",
  })
  @Allow(SIGNED_IN)
  capabilityPlan(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Args('id', { type: () => ID }, IdPipe) id: string,
  ) {
    return this.plans.one(viewer, reads, id);
  }

  @Query(() => [CapabilityPlanType], {
    description:
      "Plans that wait for the viewer, the longest waiting first: as manager, in an absent manager's place, or named to review; those of people without a manager wait for designers.",
  })
  @Allow(SIGNED_IN)
  plansToReview(@CurrentViewer() viewer: Viewer, @ContextReads() reads: ReadSession) {
    return this.plans.toReview(viewer, reads);
  }

  @Mutation(() => CapabilityPlanType, {
    description:
      'A draft with the goals that close the gaps that matter most, each with its reason. By the executive, the manager or a designer; one open plan at a time.',
  })
  @Allow(SIGNED_IN)
  startPlan(
    @CurrentViewer() viewer: Viewer,
    @Args('executiveId', { type: () => ID }, IdPipe) executiveId: string,
  ) {
    return this.plans.start(viewer, executiveId);
  }

  @Mutation(() => CapabilityPlanType, {
    description: 'Of a DRAFT or an ACTIVE plan; of an ACTIVE one the reviewer is told.',
  })
  @Allow(SIGNED_IN)
  setPlanGoals(@CurrentViewer() viewer: Viewer, @Args() args: SetPlanGoalsArgs) {
    return this.plans.setGoals(viewer, args);
  }

  @Mutation(() => CapabilityPlanType, { description: 'DRAFT to WAITING_FOR_REVIEW; the reviewer is told.' })
  @Allow(SIGNED_IN)
  submitPlan(@CurrentViewer() viewer: Viewer, @Args() move: PlanMoveArgs) {
    return this.plans.submit(viewer, move);
  }

  @Mutation(() => CapabilityPlanType, {
    description:
      "WAITING_FOR_REVIEW to ACTIVE. By the manager or a designer, never by the plan's own executive.",
  })
  @Allow(SIGNED_IN)
  approvePlan(@CurrentViewer() viewer: Viewer, @Args() move: PlanMoveArgs) {
    return this.plans.approve(viewer, move);
  }

  @Mutation(() => CapabilityPlanType, {
    description: 'WAITING_FOR_REVIEW to DRAFT, with a comment. By those who may approve.',
  })
  @Allow(SIGNED_IN)
  returnPlan(@CurrentViewer() viewer: Viewer, @Args() move: ReturnPlanArgs) {
    return this.plans.return(viewer, move);
  }

  @Mutation(() => CapabilityPlanType, { description: 'ACTIVE to COMPLETED.' })
  @Allow(SIGNED_IN)
  completePlan(@CurrentViewer() viewer: Viewer, @Args() move: PlanMoveArgs) {
    return this.plans.complete(viewer, move);
  }

  @Mutation(() => CapabilityPlanType, { description: 'By whoever sees the plan; the other side is told.' })
  @Allow(SIGNED_IN)
  commentOnPlan(@CurrentViewer() viewer: Viewer, @Args() args: CommentOnPlanArgs) {
    return this.plans.comment(viewer, args);
  }

  @Mutation(() => CapabilityPlanType, {
    description:
      'Somebody who reviews the plan in the manager’s place, e.g. while the manager is away. By reviewers and designers.',
  })
  @Allow(SIGNED_IN)
  namePlanReviewer(@CurrentViewer() viewer: Viewer, @Args() args: NamePlanReviewerArgs) {
    return this.plans.nameReviewer(viewer, args);
  }

  @Mutation(() => CapabilityPlanType, {
    description: 'Of an ACTIVE plan: nothing more is done for it, and the first that waits becomes active.',
  })
  @Allow(SIGNED_IN)
  closePlanGoal(
    @CurrentViewer() viewer: Viewer,
    @Args('goalId', { type: () => ID }, IdPipe) goalId: string,
    @Args('comment', { type: () => String, nullable: true }) comment?: string | null,
  ) {
    return this.goals.close(viewer, goalId, comment ?? null);
  }

  @Mutation(() => CapabilityPlanType, {
    description:
      'From the template that it reads: it becomes a copy of its own and still says where it came from.',
  })
  @Allow(SIGNED_IN)
  unlinkPlanGoal(
    @CurrentViewer() viewer: Viewer,
    @Args('goalId', { type: () => ID }, IdPipe) goalId: string,
  ) {
    return this.goals.unlink(viewer, goalId);
  }

  @Mutation(() => PlanActionType, { description: 'Of a DRAFT or an ACTIVE plan.' })
  @Allow(SIGNED_IN)
  changePlanAction(@CurrentViewer() viewer: Viewer, @Args() args: ChangePlanActionArgs) {
    return this.actions.change(viewer, args);
  }

  @Mutation(() => PlanActionType, { description: 'To a goal of a DRAFT or an ACTIVE plan.' })
  @Allow(SIGNED_IN)
  addPlanAction(@CurrentViewer() viewer: Viewer, @Args() args: AddPlanActionArgs) {
    return this.actions.add(viewer, args);
  }

  @Mutation(() => PlanActionType, {
    description: 'Until the plan is completed; the reviewer is told of evidence. No level moves by it.',
  })
  @Allow(SIGNED_IN)
  recordPlanProgress(@CurrentViewer() viewer: Viewer, @Args() args: RecordPlanProgressArgs) {
    return this.actions.record(viewer, args);
  }
}
