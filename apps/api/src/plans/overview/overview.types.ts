import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PlanStatus } from '@alidade/database';
import { DayScalar } from '../../platform/scalars.js';
import { CapabilityPlanType } from '../plans.types.js';

export const StuckReason = {
  NOT_SUBMITTED: 'NOT_SUBMITTED',
  NOT_REVIEWED: 'NOT_REVIEWED',
  NO_PROGRESS: 'NO_PROGRESS',
} as const;
export type StuckReason = (typeof StuckReason)[keyof typeof StuckReason];
registerEnumType(StuckReason, {
  name: 'StuckReason',
  description:
    'NOT_SUBMITTED: a draft for more than 30 days. NOT_REVIEWED: waiting for more than 14. NO_PROGRESS: active, and no action has changed for more than 60.',
});

@ObjectType('PlansOfStatus')
export class PlansOfStatusType {
  @Field(() => PlanStatus) status: PlanStatus;
  @Field(() => Int) plans: number;
}

@ObjectType('StuckPlan', { description: 'A plan in which nothing has moved for long.' })
export class StuckPlanType {
  @Field(() => CapabilityPlanType) plan: CapabilityPlanType;
  @Field(() => StuckReason) reason: StuckReason;
  @Field(() => DayScalar, { description: 'The last day on which something moved.' }) since: string;
}

@ObjectType('GoalWithoutActions')
export class GoalWithoutActionsType {
  @Field(() => CapabilityPlanType) plan: CapabilityPlanType;
  @Field(() => String) title: string;
}

@ObjectType('NeglectedCapability', {
  description:
    'Critical for a strategy in force, with executives below it, and no goal of an open plan is about it.',
})
export class NeglectedCapabilityType {
  capabilityId: string;
  strategyIds: readonly string[];
  @Field(() => Int, { description: 'Executives with a level that counts below what is critical for them.' })
  executivesBelow: number;
}

@ObjectType('PlanOverview', { description: "The plans of executives in the viewer's scope, today." })
export class PlanOverviewType {
  @Field(() => DayScalar) asOf: string;
  @Field(() => Int) executives: number;
  @Field(() => Int, { description: 'Executives without a plan that is not completed.' }) withoutPlan: number;
  @Field(() => [PlansOfStatusType], { description: 'Each status once, in the order of the life of a plan.' })
  byStatus: readonly PlansOfStatusType[];
  @Field(() => [StuckPlanType], { description: 'The longest stuck first, 100 at most.' })
  stuck: readonly StuckPlanType[];
  @Field(() => [GoalWithoutActionsType], {
    description:
      'Active goals of plans that are not completed, without an action that was not dropped; 100 at most.',
  })
  goalsWithoutActions: readonly GoalWithoutActionsType[];
  @Field(() => [NeglectedCapabilityType], { description: 'Those with most executives below first.' })
  neglected: readonly NeglectedCapabilityType[];
}

@ObjectType('TeamPlan', { description: 'Of an executive who reports to the viewer today.' })
export class TeamPlanType {
  executiveId: string;
  personId: string;
  @Field(() => Int, { description: 'Actions of the open plan that are past their day and not done.' })
  overdueActions: number;
  @Field(() => DayScalar, { nullable: true, description: 'Of the open plan; null: no action has moved yet.' })
  lastProgressOn: string | null;
  @Field(() => Boolean, { description: "Whether the plan waits for the viewer's review." })
  waitsForMe: boolean;
}
