import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { BalancedAttribute } from '@alidade/database';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsBoolean,
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
import { PopulationInput } from '../../directory/directory.inputs.js';
import { CohortPreset } from './presets.js';

const LONGEST_NAME = 200;
const MOST_COHORTS = 1000;
const MOST_CANDIDATES = 25_000;
const MOST_RULES = 5000;
const MOST_PREFERENCES = 50;
const DEEPEST = 20;

@InputType()
export class CreateCohortDesignInput {
  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LONGEST_NAME)
  name: string;

  @Field(() => [ID], { description: 'At least one, each once; PLANNED or OPEN.' })
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(MOST_COHORTS)
  @IsString({ each: true })
  cohortIds: string[];

  @Field(() => PopulationInput, {
    nullable: true,
    description: 'Looked up on the day of each run. Not with candidateIds; neither: the whole organization.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => PopulationInput)
  candidates?: PopulationInput | null;

  @Field(() => [ID], { nullable: true, description: 'Executives by name, instead of a population.' })
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(MOST_CANDIDATES)
  @IsString({ each: true })
  candidateIds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Which level of the unit tree rules mean by a unit, 1 at the top; not given: the unit of the posting.',
  })
  @IsOptional()
  @Min(1)
  @Max(DEEPEST)
  unitDepth?: number | null;

  @Field(() => CohortPreset, {
    nullable: true,
    description: 'What rules and preferences start from; MOST_BENEFIT.',
  })
  @IsOptional()
  @IsIn(Object.values(CohortPreset))
  preset?: CohortPreset | null;
}

@InputType()
export class PairInput {
  @Field(() => ID) @IsString() a: string;
  @Field(() => ID) @IsString() b: string;
}

@InputType()
export class ExecutiveCohortInput {
  @Field(() => ID) @IsString() executiveId: string;
  @Field(() => ID) @IsString() cohortId: string;
}

@InputType({ description: 'What is not given stays as it is; null takes it away.' })
export class CohortRulesInput {
  @Field(() => [PairInput], { nullable: true, description: 'Never in one cohort.' })
  @IsOptional()
  @ArrayMaxSize(MOST_RULES)
  @ValidateNested({ each: true })
  @Type(() => PairInput)
  apart?: PairInput[] | null;

  @Field(() => [PairInput], { nullable: true, description: 'In one cohort, or both without a seat.' })
  @IsOptional()
  @ArrayMaxSize(MOST_RULES)
  @ValidateNested({ each: true })
  @Type(() => PairInput)
  together?: PairInput[] | null;

  @Field(() => [ExecutiveCohortInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MOST_RULES)
  @ValidateNested({ each: true })
  @Type(() => ExecutiveCohortInput)
  locked?: ExecutiveCohortInput[] | null;

  @Field(() => [ExecutiveCohortInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MOST_RULES)
  @ValidateNested({ each: true })
  @Type(() => ExecutiveCohortInput)
  forbidden?: ExecutiveCohortInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Executives who must have a seat.' })
  @IsOptional()
  @ArrayUnique()
  @ArrayMaxSize(MOST_RULES)
  @IsString({ each: true })
  mandatoryIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Cohorts that must run.' })
  @IsOptional()
  @ArrayUnique()
  @ArrayMaxSize(MOST_COHORTS)
  @IsString({ each: true })
  mustRunIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Every candidate must have a seat.' })
  @IsOptional()
  @IsBoolean()
  everyonePlaced?: boolean | null;

  @Field(() => Int, { nullable: true, description: '1 or more.' })
  @IsOptional()
  @Min(1)
  maxPerUnitPerCohort?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of a unit that may be away in a week, 0..1; two always may.',
  })
  @IsOptional()
  @Min(0)
  @Max(1)
  maxUnitAbsence?: number | null;

  @Field(() => Float, { nullable: true, description: "In the organization's currency, 0 or more." })
  @IsOptional()
  @Min(0)
  budget?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Of a seat in a cohort on site elsewhere than home, 0 or more.',
  })
  @IsOptional()
  @Min(0)
  travelPerSeat?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The same, per hour between the time zones, 0 or more.',
  })
  @IsOptional()
  @Min(0)
  travelPerHour?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours between somebody and a virtual cohort, round the clock, 0..12.',
  })
  @IsOptional()
  @Min(0)
  @Max(12)
  maxVirtualHours?: number | null;
}

@InputType()
export class SharePreferenceInput {
  @Field(() => BalancedAttribute)
  @IsIn(Object.values(BalancedAttribute))
  attribute: BalancedAttribute;

  @Field(() => String, { nullable: true, description: 'Of UNIT an id; not given: every value there is.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(LONGEST_NAME)
  value?: string | null;

  @Field(() => Float, { nullable: true, description: '0..1' })
  @IsOptional()
  @Min(0)
  @Max(1)
  min?: number | null;

  @Field(() => Float, { nullable: true, description: '0..1, not under min.' })
  @IsOptional()
  @Min(0)
  @Max(1)
  max?: number | null;

  @Field(() => Float, { description: 'Points per person too few or too many, 0 or more.' })
  @Min(0)
  weight: number;
}

@InputType()
export class NotAlonePreferenceInput {
  @Field(() => BalancedAttribute)
  @IsIn(Object.values(BalancedAttribute))
  attribute: BalancedAttribute;

  @Field(() => Float, { description: 'Points for each value that one person alone has, 0 or more.' })
  @Min(0)
  weight: number;
}

@InputType({ description: 'What is not given stays as it is; null takes it away.' })
export class CohortPreferencesInput {
  @Field(() => [SharePreferenceInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MOST_PREFERENCES)
  @ValidateNested({ each: true })
  @Type(() => SharePreferenceInput)
  shares?: SharePreferenceInput[] | null;

  @Field(() => [NotAlonePreferenceInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MOST_PREFERENCES)
  @ValidateNested({ each: true })
  @Type(() => NotAlonePreferenceInput)
  notAlone?: NotAlonePreferenceInput[] | null;

  @Field(() => Float, { nullable: true, description: 'Levels by which a mean may differ freely, 0 or more.' })
  @IsOptional()
  @Min(0)
  similarStartTolerance?: number | null;

  @Field(() => Float, { nullable: true, description: 'Points a level, 0 or more.' })
  @IsOptional()
  @Min(0)
  similarStartWeight?: number | null;

  @Field(() => Float, { nullable: true, description: "Of a unit's share of the seats by need, 0 or more." })
  @IsOptional()
  @Min(0)
  fairSeatsLow?: number | null;

  @Field(() => Float, { nullable: true, description: 'Not under fairSeatsLow.' })
  @IsOptional()
  @Min(0)
  fairSeatsHigh?: number | null;

  @Field(() => Float, { nullable: true, description: 'Points a seat, 0 or more.' })
  @IsOptional()
  @Min(0)
  fairSeatsWeight?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Points for every published placement that is not kept, 0 or more.',
  })
  @IsOptional()
  @Min(0)
  stabilityWeight?: number | null;
}

@ArgsType()
export class SetCohortRulesArgs {
  @Field(() => ID)
  @IsString()
  designId: string;

  @Field(() => Int)
  @IsInt()
  expectedVersion: number;

  @Field(() => CohortRulesInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CohortRulesInput)
  rules?: CohortRulesInput | null;

  @Field(() => CohortPreferencesInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CohortPreferencesInput)
  preferences?: CohortPreferencesInput | null;
}
