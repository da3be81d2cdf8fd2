import { ArgsType, Field, Int } from '@nestjs/graphql';
import { UseCaseError } from '@alidade/errors';
import { IsOptional, IsString } from 'class-validator';
import { PopulationInput } from '../directory/directory.inputs.js';
import { DayScalar } from '../platform/scalars.js';

const MOST_GAPS = 100;

@ArgsType()
export class StrategyReadinessArgs {
  @Field(() => PopulationInput, { nullable: true, description: 'Not given: the whole organization.' })
  population?: PopulationInput | null;

  @Field(() => DayScalar, { nullable: true, description: 'Today when not given.' })
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
  first?: number | null;
}

/**
 * What `GapsArgs` leaves of a list. Its fields are direct, so the rule is checked here.
 * @throws UseCaseError INVALID_INPUT when first is not 1..100
 */
export function firstOf<Item>(all: readonly Item[], { first }: GapsArgs): readonly Item[] {
  if (first == null) return all;
  if (first < 1) throw wrongFirst('first must not be less than 1');
  if (first > MOST_GAPS) throw wrongFirst(`first must not be greater than ${MOST_GAPS}`);
  return all.slice(0, first);
}

const wrongFirst = (message: string): UseCaseError =>
  new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'first', message }] });
