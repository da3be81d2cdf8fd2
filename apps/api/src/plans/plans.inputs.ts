import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ActionKind, ActionStatus } from '@alidade/database';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DayScalar } from '../platform/scalars.js';
import { GoalWordsInput, LONGEST_TITLE } from './goal-words.inputs.js';

const LONGEST_TEXT = 10_000;
const LONGEST_LINK = 2000;
const MOST_GOALS = 20;

@InputType({
  description:
    'With id: changes that goal, what is not given of it stays; without: a new one. Goals not listed are dropped, unless an action of theirs has evidence.',
})
export class PlanGoalInput extends GoalWordsInput {
  @Field(() => DayScalar, { nullable: true })
  @IsOptional()
  @IsString()
  dueOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What it looks like when reached, in one's own words.",
  })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  success?: string | null;
}

@ArgsType()
export class SetPlanGoalsArgs {
  @Field(() => ID)
  @IsString()
  planId: string;

  @Field(() => Int)
  @IsInt()
  expectedVersion: number;

  @Field(() => [PlanGoalInput], { description: 'In their order; the first three are active. At most 20.' })
  @ArrayMaxSize(MOST_GOALS)
  @ValidateNested({ each: true })
  @Type(() => PlanGoalInput)
  goals: PlanGoalInput[];
}

@ArgsType()
class PlanVersionArgs {
  @Field(() => ID)
  @IsString()
  id: string;

  @Field(() => Int)
  @IsInt()
  expectedVersion: number;
}

@ArgsType()
export class PlanMoveArgs extends PlanVersionArgs {
  @Field(() => String, { nullable: true, description: 'Kept in the history and told by mail.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  comment?: string | null;
}

@ArgsType()
export class ReturnPlanArgs extends PlanVersionArgs {
  @Field(() => String, { description: 'Kept in the history and told by mail.' })
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  comment: string;
}

@ArgsType()
export class CommentOnPlanArgs {
  @Field(() => ID)
  @IsString()
  id: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  comment: string;
}

@ArgsType()
export class AddPlanActionArgs {
  @Field(() => ID)
  @IsString()
  goalId: string;

  @Field(() => ActionKind)
  @IsIn(Object.values(ActionKind))
  kind: ActionKind;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  title: string;

  @Field(() => DayScalar, { nullable: true })
  @IsOptional()
  @IsString()
  dueOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'A person from whom support is wanted; told by mail.' })
  @IsOptional()
  @IsString()
  supportFromId?: string | null;

  @Field(() => String, { nullable: true, description: 'What support is wanted.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  supportWanted?: string | null;

  @Field(() => ID, { nullable: true, description: 'The entry of the library that it is.' })
  @IsOptional()
  @IsString()
  developmentActionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The cohort in which it is to take part.' })
  @IsOptional()
  @IsString()
  cohortId?: string | null;
}

@ArgsType()
export class ChangePlanActionArgs {
  @Field(() => ID)
  @IsString()
  actionId: string;

  @Field(() => String, { nullable: true, description: 'Not given: as before.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  title?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Not given: as before; null: no day.' })
  @IsOptional()
  @IsString()
  dueOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'Not given: as before; null: nobody.' })
  @IsOptional()
  @IsString()
  supportFromId?: string | null;

  @Field(() => String, { nullable: true, description: 'Not given: as before; null: none.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  supportWanted?: string | null;
}

@ArgsType()
export class NamePlanReviewerArgs extends PlanVersionArgs {
  @Field(() => ID, { nullable: true, description: 'A person; null: the manager again.' })
  @IsOptional()
  @IsString()
  reviewerId?: string | null;
}

@ArgsType()
export class RecordPlanProgressArgs {
  @Field(() => ID)
  @IsString()
  actionId: string;

  @Field(() => ActionStatus)
  @IsIn(Object.values(ActionStatus))
  status: ActionStatus;

  @Field(() => String, { nullable: true, description: 'A text; what was recorded before stays.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  evidence?: string | null;

  @Field(() => String, { nullable: true, description: 'An address, http or https, e.g. of a document.' })
  @IsOptional()
  @MaxLength(LONGEST_LINK)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  link?: string | null;
}
