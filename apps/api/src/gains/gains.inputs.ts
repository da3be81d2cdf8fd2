import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';

@ArgsType()
export class GainReportArgs {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  cohortId?: string | null;

  @Field(() => ID, { nullable: true, description: 'All its cohorts.' })
  @IsOptional()
  @IsString()
  programId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'All cohorts of programs that develop a capability it requires today.',
  })
  @IsOptional()
  @IsString()
  strategyId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Not given: per cohort the last released round for READINESS before its start.',
  })
  @IsOptional()
  @IsString()
  preRoundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Not given: the first after its end.' })
  @IsOptional()
  @IsString()
  postRoundId?: string | null;
}

@ArgsType()
export class OccasionsArgs {
  @Field(() => ID)
  @IsString()
  preRoundId: string;

  @Field(() => ID)
  @IsString()
  postRoundId: string;
}
