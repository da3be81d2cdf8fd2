import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { RunEffort } from '@alidade/database';
import { IsIn, IsOptional, IsString, Min } from 'class-validator';

@ArgsType()
export class StartRunArgs {
  @Field(() => ID)
  @IsString()
  designId: string;

  @Field(() => Int, { nullable: true, description: '0 or more.' })
  @IsOptional()
  @Min(0)
  seed?: number | null;

  @Field(() => RunEffort, { nullable: true })
  @IsOptional()
  @IsIn(Object.values(RunEffort))
  effort?: RunEffort | null;
}
