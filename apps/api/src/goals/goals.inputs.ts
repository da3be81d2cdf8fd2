import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { GoalMetric } from '@alidade/database';
import { Transform, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PopulationInput } from '../directory/directory.inputs.js';
import { DayScalar } from '../platform/scalars.js';

const LONGEST_TITLE = 200;
const LONGEST_NOTE = 2000;

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

@InputType({
  description: 'STRATEGY_READINESS and MEAN_READINESS need a strategy, CAPABILITY_LEVEL a capability.',
})
export class CreateGoalInput {
  @Field(() => String)
  @Trimmed()
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  title: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  strategyId?: string | null;

  @Field(() => GoalMetric)
  @IsIn(Object.values(GoalMetric))
  metric: GoalMetric;

  @Field(() => Float, { nullable: true, description: 'Not given: the figure on baselineOn.' })
  @IsOptional()
  @IsNumber()
  baseline?: number | null;

  @Field(() => DayScalar)
  @IsString()
  baselineOn: string;

  @Field(() => Float)
  @IsNumber()
  target: number;

  @Field(() => DayScalar)
  @IsString()
  dueOn: string;

  @Field(() => PopulationInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PopulationInput)
  population?: PopulationInput | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  capabilityId?: string | null;

  @Field(() => String, { nullable: true, description: 'For CONDITION, which cannot be measured yet.' })
  @IsOptional()
  @IsString()
  condition?: string | null;

  @Field(() => String, { nullable: true, description: 'For CASCADE_COVERAGE, which cannot be measured yet.' })
  @IsOptional()
  @IsString()
  cascadeLevel?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For MESSAGE_UNDERSTANDING, which cannot be measured yet.',
  })
  @IsOptional()
  @IsString()
  messageId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For OUTCOME, which cannot be measured yet.' })
  @IsOptional()
  @IsString()
  indicatorId?: string | null;
}

@ArgsType()
export class GoalDayArgs {
  @Field(() => DayScalar, { nullable: true, description: 'Today when not given.' })
  @IsOptional()
  @IsString()
  asOf?: string | null | undefined;
}

@ArgsType()
export class CloseGoalArgs {
  @Field(() => ID)
  @IsString()
  id: string;

  @Field(() => Int)
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { description: `What came of it, 1..${LONGEST_NOTE} characters.` })
  @Trimmed()
  @IsNotEmpty()
  @MaxLength(LONGEST_NOTE)
  note: string;
}
