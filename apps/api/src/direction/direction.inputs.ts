import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { StatementKind, StatementStatus } from '@alidade/database';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsPositive,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DayScalar } from '../platform/scalars.js';

const LONGEST_TITLE = 200;
const LONGEST_NARRATIVE = 20_000;
const MOST_REQUIREMENTS = 2000;

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

@ArgsType()
export class StrategiesArgs {
  @Field(() => StatementStatus, { nullable: true, description: 'Of now, whatever the day.' })
  @IsOptional()
  @IsIn(Object.values(StatementStatus))
  status?: StatementStatus | null;

  @Field(() => [StatementKind], { nullable: true, description: 'Not given: all.' })
  @IsOptional()
  @IsIn(Object.values(StatementKind), { each: true })
  kinds?: StatementKind[] | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Only what had an approved version in force on that day, saying and requiring what it did then. Not given: everything, as it is now.',
  })
  @IsOptional()
  @IsString()
  asOf?: string | null;
}

@ArgsType()
export class RequirementsArgs {
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Of the approved version in force on that day; none where none was. Not given: of the version shown.',
  })
  @IsOptional()
  @IsString()
  asOf?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only what applies to people of that leadership level: the one for the level replaces the one for all. Not given: all of them.',
  })
  @IsOptional()
  @IsString()
  leadershipLevelId?: string | null;
}

@InputType({ description: "The title is unique among the organization's statements." })
export class CreateStrategyInput {
  @Field(() => StatementKind, { nullable: true, description: 'Not given: STRATEGY.' })
  @IsOptional()
  @IsIn(Object.values(StatementKind))
  kind?: StatementKind | null;

  @Field(() => String)
  @Trimmed()
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  title: string;

  @Field(() => String)
  @IsString()
  @MaxLength(LONGEST_NARRATIVE)
  narrative: string;

  @Field(() => Float, { description: 'Relative importance, > 0.' })
  @IsPositive()
  weight: number;

  @Field(() => ID, { nullable: true, description: 'A person; not given: nobody.' })
  @IsOptional()
  @IsString()
  ownerId?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'From which day its first approval holds; not given: without a beginning.',
  })
  @IsOptional()
  @IsString()
  effectiveFrom?: string | null;
}

@InputType({
  description:
    'What is not given stays. Another narrative or weight makes, on an approved strategy, a new approved version with the same requirements.',
})
export class ReviseStrategyInput {
  @Field(() => ID)
  @IsString()
  strategyId: string;

  @Field(() => Int)
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Trimmed()
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  title?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NARRATIVE)
  narrative?: string | null;

  @Field(() => Float, { nullable: true, description: 'Relative importance, > 0.' })
  @IsOptional()
  @IsPositive()
  weight?: number | null;

  @Field(() => ID, { nullable: true, description: 'A person; null: nobody from now on.' })
  @IsOptional()
  @IsString()
  ownerId?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'From which day the new version holds; not given: today. Of a draft: from which day its approval will hold; not given: as before.',
  })
  @IsOptional()
  @IsString()
  effectiveFrom?: string | null;
}

@InputType()
export class RequirementInput {
  @Field(() => ID)
  @IsString()
  capabilityId: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Whom it is for; it replaces the one for all levels. Not given: all that have none of their own.',
  })
  @IsOptional()
  @IsString()
  leadershipLevelId?: string | null;

  @Field(() => Float, { description: '1..5, a decimal.' })
  @IsNumber()
  @Min(1)
  @Max(5)
  requiredLevel: number;

  @Field(() => Float, { description: 'Relative importance within the strategy, > 0.' })
  @IsPositive()
  weight: number;

  @Field(() => Boolean, { nullable: true, description: 'Not given: false.' })
  @IsOptional()
  @IsBoolean()
  critical?: boolean | null;
}

@InputType({
  description:
    'On an approved strategy this makes a new approved version from effectiveFrom (default: today).',
})
export class SetRequirementsInput {
  @Field(() => ID)
  @IsString()
  strategyId: string;

  @Field(() => Int)
  @IsInt()
  expectedVersion: number;

  @Field(() => [RequirementInput], {
    description: `All of them, in place of the present ones; at most ${MOST_REQUIREMENTS}, one per capability and leadership level.`,
  })
  @ArrayMaxSize(MOST_REQUIREMENTS)
  @ValidateNested({ each: true })
  @Type(() => RequirementInput)
  requirements: RequirementInput[];

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Of a draft: from which day its approval will hold; not given: as before.',
  })
  @IsOptional()
  @IsString()
  effectiveFrom?: string | null;
}
