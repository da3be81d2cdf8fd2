import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActionKind } from '@alidade/database';
import { ProgramType } from '../../programs/programs.types.js';

@ObjectType('PlanTemplateAction')
export class PlanTemplateActionType {
  @Field(() => ID) id: string;
  @Field(() => ActionKind) kind: ActionKind;
  @Field(() => String) title: string;
  @Field(() => Int, {
    nullable: true,
    description: 'From the day its goal comes into a plan; null: no day is set.',
  })
  dueAfterMonths: number | null;
}

@ObjectType('PlanTemplateGoal')
export class PlanTemplateGoalType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  capabilityId: string | null;
  @Field(() => Float, { nullable: true, description: '1..5; null: none.' }) targetLevel: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'From the day it comes into a plan; null: no day is set.',
  })
  dueAfterMonths: number | null;
  @Field(() => [PlanTemplateActionType]) actions: readonly PlanTemplateActionType[];
}

@ObjectType('PlanTemplate', {
  description:
    'Goals that a program brings to the plans of those who have a seat in it. Plans read it until they are completed.',
})
export class PlanTemplateType {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'Raised by every change; name it as expectedVersion.' }) version: number;
  programId: string;
  @Field(() => [PlanTemplateGoalType]) goals: readonly PlanTemplateGoalType[];
}

@ObjectType('PlanGoalTemplate', { description: 'Where a goal of a plan came from.' })
export class PlanGoalTemplateType {
  @Field(() => ProgramType) program: ProgramType;
  cohortId: string;
  @Field(() => Int, { description: 'Of the template, when it was last read.' }) version: number;
  @Field(() => Boolean, {
    description: 'True: it is what the template says, change by change. False: a copy of its own.',
  })
  linked: boolean;
}
