import { ArgsType, Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ReadinessBand } from '@alidade/readiness';
import { IsOptional, IsString } from 'class-validator';
import { StrategyType } from '../../direction/direction.types.js';
import { PopulationInput } from '../../directory/directory.inputs.js';
import { DayScalar } from '../../platform/scalars.js';
import { ReadinessBandEnum } from '../readiness.types.js';

/** Why readiness moved. */
export const ReadinessChangeCause = {
  LEVELS: 'LEVELS',
  REQUIREMENTS: 'REQUIREMENTS',
  EVIDENCE: 'EVIDENCE',
  JOINED: 'JOINED',
  LEFT: 'LEFT',
  MOVED: 'MOVED',
} as const;
export type ReadinessChangeCause = (typeof ReadinessChangeCause)[keyof typeof ReadinessChangeCause];
registerEnumType(ReadinessChangeCause, {
  name: 'ReadinessChangeCause',
  description:
    'LEVELS: levels known on both days. REQUIREMENTS: what is required, and the policy. EVIDENCE: what became known or turned stale. JOINED, LEFT: the organization; MOVED: from or to another population of it.',
});

@ArgsType()
export class ComparisonArgs {
  @Field(() => PopulationInput, { nullable: true, description: 'Not given: the whole organization.' })
  @IsOptional()
  population?: PopulationInput | null;

  @Field(() => DayScalar)
  @IsString()
  from: string;

  @Field(() => DayScalar, {
    description: 'Before or after from; changes are those from the one to the other.',
  })
  @IsString()
  to: string;
}

@ObjectType('ReadinessChangePart')
export class ReadinessChangePartType {
  capabilityId: string;
  @Field(() => Float, { description: 'Points of mean readiness.' }) meanReadiness: number;
}

@ObjectType('ReadinessChange', { description: 'What one cause moved.' })
export class ReadinessChangeType {
  @Field(() => ReadinessChangeCause) cause: ReadinessChangeCause;
  @Field(() => Int, {
    description:
      'People with enough evidence on either day whose readiness it is made of: those who came or went, or any of whose parts it changed. Somebody may be moved by several causes.',
  })
  people: number;
  @Field(() => Float, {
    description: 'Points of mean readiness; over all causes they add up to the difference of the two days.',
  })
  meanReadiness: number;
  @Field(() => Float, { description: 'Of the ready share, -1..1; they add up to its difference.' })
  readyShare: number;
  @Field(() => [ReadinessChangePartType], {
    description: 'meanReadiness by capability, in the order of the framework; they add up to it.',
  })
  parts: readonly ReadinessChangePartType[];
}

@ObjectType('ReadinessMove', { description: 'How many went from one band to another.' })
export class ReadinessMoveType {
  @Field(() => ReadinessBandEnum, {
    nullable: true,
    description: 'On the first day; null: not in the population, or nothing was required of them.',
  })
  before: ReadinessBand | null;
  @Field(() => ReadinessBandEnum, { nullable: true, description: 'On the second day; null as before.' })
  after: ReadinessBand | null;
  @Field(() => Int, { description: '1 or more.' }) people: number;
}

/** What made the difference between two days. */
export interface ReadinessChanges {
  readonly changes: readonly ReadinessChangeType[];
  readonly moves: readonly ReadinessMoveType[];
}

@ObjectType('ReadinessComparison', { description: 'Readiness of a population for a strategy on two days.' })
export class ReadinessComparisonType {
  strategy: StrategyType;
  population: PopulationInput | null;
  from: string;
  to: string;
}
