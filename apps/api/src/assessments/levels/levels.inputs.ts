import { ArgsType, Field, Float, ID, Int } from '@nestjs/graphql';
import { LevelSource } from '@alidade/readiness';
import { IsIn, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DayScalar } from '../../platform/scalars.js';
import { LevelSourceEnum } from './levels.types.js';

const LONGEST_RATIONALE = 4000;

@ArgsType()
export class RecordLevelArgs {
  @Field(() => ID)
  @IsString()
  executiveId: string;

  @Field(() => ID)
  @IsString()
  capabilityId: string;

  @Field(() => Float, { description: '1..5' })
  @Min(1)
  @Max(5)
  level: number;

  @Field(() => LevelSourceEnum, { description: 'PANEL or MANAGER; a multi-rater level comes from a round.' })
  @IsIn([LevelSource.Panel, LevelSource.Manager], {
    message: 'source must be PANEL or MANAGER: a multi-rater level comes from a round',
  })
  source: LevelSource;

  @Field(() => String, { description: 'Why; of a panel also who its members were.' })
  @IsNotEmpty()
  @MaxLength(LONGEST_RATIONALE)
  rationale: string;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'From which day it holds, not a day to come; today when not given.',
  })
  @IsOptional()
  @IsString()
  evidenceOn?: string | null;
}

const LONGEST_LOOK_AHEAD = 730;

@ArgsType()
export class TurningStaleArgs {
  @Field(() => Int, { description: 'From today on, 0..730.' })
  @Min(0)
  @Max(LONGEST_LOOK_AHEAD)
  withinDays: number;
}
