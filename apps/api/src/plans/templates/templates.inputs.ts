import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ActionKind } from '@alidade/database';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { GoalWordsInput, LONGEST_TITLE } from '../goal-words.inputs.js';

const MOST_GOALS = 10;
const MOST_ACTIONS = 20;
const MOST_MONTHS = 60;

@InputType({ description: 'With id: the same action, said otherwise; without: a new one.' })
export class PlanTemplateActionInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  id?: string | null;

  @Field(() => ActionKind)
  @IsIn(Object.values(ActionKind))
  kind: ActionKind;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  title: string;

  @Field(() => Int, { nullable: true, description: '0..60' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_MONTHS)
  dueAfterMonths?: number | null;
}

@InputType({
  description: 'With id: the same goal, said otherwise, of the same capability; without: a new one.',
})
export class PlanTemplateGoalInput extends GoalWordsInput {
  @Field(() => Int, { nullable: true, description: '0..60' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_MONTHS)
  dueAfterMonths?: number | null;

  @Field(() => [PlanTemplateActionInput], { description: 'At most 20.' })
  @ArrayMaxSize(MOST_ACTIONS)
  @ValidateNested({ each: true })
  @Type(() => PlanTemplateActionInput)
  actions: PlanTemplateActionInput[];
}

@ArgsType()
export class SetPlanTemplateArgs {
  @Field(() => ID)
  @IsString()
  programId: string;

  @Field(() => Int, { description: '0 when the program has no template yet.' })
  @IsInt()
  @Min(0)
  expectedVersion: number;

  @Field(() => [PlanTemplateGoalInput], {
    description: 'In their order, at most 10; those not listed are gone.',
  })
  @ArrayMaxSize(MOST_GOALS)
  @ValidateNested({ each: true })
  @Type(() => PlanTemplateGoalInput)
  goals: PlanTemplateGoalInput[];
}
