import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { PopulationInput } from '../directory/directory.inputs.js';
import { DayScalar } from '../platform/scalars.js';

const MOST_GAPS = 100;

@ArgsType()
export class StrategyReadinessArgs {
  @Field(() => PopulationInput, { nullable: true, description: 'Not given: the whole organization.' })
  @IsOptional()
  population?: PopulationInput | null;

  @Field(() => DayScalar, { nullable: true, description: 'Today when not given.' })
  @IsOptional()
  @IsString()
  asOf?: string | null;
}

@ArgsType()
export class ReadinessTrendArgs {
  @Field(() => PopulationInput, { nullable: true, description: 'Not given: the whole organization.' })
  @IsOptional()
  population?: PopulationInput | null;

  @Field(() => DayScalar)
  @IsString()
  from: string;

  @Field(() => DayScalar, { description: 'Not before from, and at most ten years after it.' })
  @IsString()
  to: string;
}

@ArgsType()
export class GapsArgs {
  @Field(() => Int, {
    nullable: true,
    description: `Only so many, the largest; 1..${MOST_GAPS}. Not given: all.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_GAPS)
  first?: number | null;
}
