import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { CohortMode } from '@alidade/database';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsPositive,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DayScalar } from '../platform/scalars.js';

const LONGEST_NAME = 200;
const LONGEST_PURPOSE = 20_000;
const MOST_DEVELOPED = 100;
const MOST_WEEKS = 200;
const MOST_SEATS = 10_000;
/** A primary language and what narrows it down, e.g. pt-BR. */
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*$/;

@InputType()
export class ProgramDevelopmentInput {
  @Field(() => ID)
  @IsString()
  capabilityId: string;

  @Field(() => Float, { description: 'In levels, > 0.' })
  @IsPositive()
  @Max(4)
  expectedGain: number;

  @Field(() => Float, { description: 'The level beyond which it brings nobody, 1..5.' })
  @Min(1)
  @Max(5)
  ceiling: number;
}

@InputType()
export class CreateProgramInput {
  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LONGEST_NAME)
  title: string;

  @Field(() => String)
  @IsString()
  @MaxLength(LONGEST_PURPOSE)
  purpose: string;

  @Field(() => [ProgramDevelopmentInput], { description: 'At least one; each capability once.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_DEVELOPED)
  @ArrayUnique(({ capabilityId }: ProgramDevelopmentInput) => capabilityId, {
    message: 'develops names a capability twice',
  })
  @ValidateNested({ each: true })
  @Type(() => ProgramDevelopmentInput)
  develops: ProgramDevelopmentInput[];
}

@InputType({
  description:
    'language not given: en; location is free text; leadershipLevelIds not given: all; days may be past.',
})
export class CreateCohortInput {
  @Field(() => ID)
  @IsString()
  programId: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LONGEST_NAME)
  name: string;

  @Field(() => CohortMode)
  @IsIn(Object.values(CohortMode))
  mode: CohortMode;

  @Field(() => DayScalar)
  @IsString()
  startsOn: string;

  @Field(() => DayScalar, { description: 'Not before startsOn.' })
  @IsString()
  endsOn: string;

  @Field(() => Int, { description: 'At least 1.' })
  @Min(1)
  minSeats: number;

  @Field(() => Int, { description: 'Not under minSeats.' })
  @Min(1)
  @Max(MOST_SEATS)
  maxSeats: number;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(LONGEST_NAME)
  location?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47 tag.' })
  @IsOptional()
  @Matches(LANGUAGE, { message: 'language must be a BCP 47 tag such as en or pt-BR' })
  language?: string | null;

  @Field(() => [DayScalar], {
    nullable: true,
    description: 'Mondays; not given: participants may be away from startsOn to endsOn.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_WEEKS)
  @ArrayUnique()
  @IsString({ each: true })
  weeks?: string[] | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayUnique()
  @IsString({ each: true })
  leadershipLevelIds?: string[] | null;

  @Field(() => Float, { nullable: true, description: '0 or more; not given: 0.' })
  @IsOptional()
  @Min(0)
  seatCost?: number | null;

  @Field(() => Float, { nullable: true, description: '0 or more; not given: 0.' })
  @IsOptional()
  @Min(0)
  fixedCost?: number | null;
}

const LONGEST_REASON = 1000;
const MOST_AT_ONCE = 2000;

@ArgsType()
export class ReasonArgs {
  @Field(() => ID)
  @IsString()
  id: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LONGEST_REASON)
  reason: string;
}

@ArgsType()
export class EnrollArgs {
  @Field(() => ID)
  @IsString()
  cohortId: string;

  @Field(() => [ID], { description: 'At least one; each once.' })
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsString({ each: true })
  executiveIds: string[];
}
