import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsString, Max, Min } from 'class-validator';

const MOST_NEEDED = 10_000;

@InputType()
export class NameCriticalRoleInput {
  @Field(() => ID)
  @IsString()
  strategyId: string;

  @Field(() => ID)
  @IsString()
  leadershipLevelId: string;

  @Field(() => ID, { description: 'With its sub-units.' })
  @IsString()
  unitId: string;

  @Field(() => Int, { description: `People the role needs, 1..${MOST_NEEDED}.` })
  @IsInt()
  @Min(1)
  @Max(MOST_NEEDED)
  needed: number;
}

@ObjectType('BenchStrength', { description: 'How many people could fill a critical role.' })
export class BenchStrengthType {
  @Field(() => Int, { description: 'READY_NOW for the strategy, of the level in the unit.' })
  readyNow: number;
  @Field(() => Int, { description: 'People missing, max(0, needed - readyNow).' }) short: number;
  @Field(() => Float, { description: 'readyNow / needed; above 1 when there are more than needed.' })
  strength: number;
}

@ObjectType('CriticalRole', {
  description:
    'A role without which a strategy is not executed: a leadership level of a unit, and how many it needs.',
})
export class CriticalRoleType {
  @Field(() => ID) id: string;
  strategyId: string;
  leadershipLevelId: string;
  unitId: string;
  @Field(() => Int, { description: 'People the role needs, as set by now.' }) needed: number;
  @Field(() => Int, { description: 'Raised by every edit; name it as expectedVersion when you edit.' })
  version: number;
  /** On which `bench` holds. */
  day: string;
}
