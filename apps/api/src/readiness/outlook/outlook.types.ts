import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { PopulationInput } from '../../directory/directory.inputs.js';
import { DayScalar } from '../../platform/scalars.js';

const MOST = 100;

@ArgsType()
export class OutlookArgs {
  @Field(() => PopulationInput, { nullable: true, description: 'Not given: the whole organization.' })
  @IsOptional()
  population?: PopulationInput | null;

  @Field(() => DayScalar, { nullable: true, description: 'Today when not given.' })
  @IsOptional()
  @IsString()
  asOf?: string | null;

  @Field(() => Int, { nullable: true, description: `Only so many, 1..${MOST}; 20 when not given.` })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  first?: number | null;
}

@ObjectType('CapabilityLift', {
  description:
    'What a population would gain if everybody reached in one capability what is required of them.',
})
export class CapabilityLiftType {
  capabilityId: string;
  @Field(() => Int, { description: 'Executives with enough evidence who are below what is required.' })
  people: number;
  @Field(() => Float, { description: 'Points of mean readiness gained, 0..100.' }) meanReadiness: number;
  @Field(() => Float, {
    description:
      'Weight of the strategy times meanReadiness: comparable between strategies, the largest first.',
  })
  priority: number;
  @Field(() => Int, { description: 'Executives whom this alone would make READY_NOW.' }) wouldBeReady: number;
}

@ObjectType('AlmostReady', { description: 'Somebody just below READY_NOW.' })
export class AlmostReadyType {
  executiveId: string;
  strategyId: string;
  day: string;
  @Field(() => Float, {
    description:
      'Points of readiness missing to READY_NOW; 0 for somebody whom only a critical capability holds back.',
  })
  missing: number;
  /** Each of which alone would make them ready. */
  capabilityIds: readonly string[];
}

/** What is within reach of a population for a statement. */
export interface Outlook {
  readonly lifts: readonly CapabilityLiftType[];
  readonly almostReady: readonly AlmostReadyType[];
}
