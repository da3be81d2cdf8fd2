import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ActionKind } from '@alidade/database';
import { DayScalar } from '../../platform/scalars.js';

@ObjectType('DevelopmentAction', { description: 'What has helped others to develop a capability.' })
export class DevelopmentActionType {
  @Field(() => ID) id: string;
  @Field(() => ActionKind) kind: ActionKind;
  @Field(() => String, { description: 'Unique within the capability.' }) title: string;
}

@ObjectType('ProposedAction', {
  description:
    'An entry of the library, or a program with an open cohort that develops the capability of a goal. Becomes part of the plan by addPlanAction.',
})
export class ProposedActionType {
  goalId: string;
  cohortId: string | null;
  @Field(() => ActionKind) kind: ActionKind;
  @Field(() => String) title: string;
  @Field(() => ID, { nullable: true, description: 'Of the library; null: a seat in a cohort.' })
  developmentActionId: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day of the cohort; else null.' })
  dueOn: string | null;
}
