import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';

@ArgsType()
export class MoveArgs {
  @Field(() => ID)
  @IsString()
  runId: string;

  @Field(() => ID)
  @IsString()
  executiveId: string;

  @Field(() => ID, { nullable: true, description: 'Not given: out of every cohort.' })
  @IsOptional()
  @IsString()
  cohortId?: string | null;
}
