import { Field, Float, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LevelSource } from '@alidade/readiness';
import { graphqlEnum } from '../../platform/graphql-enum.js';
import { DayScalar } from '../../platform/scalars.js';

export const LevelSourceEnum = graphqlEnum(LevelSource);
registerEnumType(LevelSourceEnum, { name: 'LevelSource' });

@ObjectType('CapabilityLevel', { description: 'Where an executive stands in one capability, and why.' })
export class CapabilityLevelType {
  capabilityId: string;
  roundId: string | null;
  @Field(() => Float, { description: '1..5' }) level: number;
  @Field(() => Float, { nullable: true, description: 'In levels; null when it is not known.' })
  standardError: number | null;
  @Field(() => LevelSourceEnum) source: LevelSource;
  @Field(() => DayScalar, { description: 'From which day it holds.' }) evidenceOn: string;
  @Field(() => Boolean, {
    description: 'Too old on the day asked: shown, and counted in no figure.',
  })
  stale: boolean;
}

@ObjectType('LevelTurningStale', { description: 'A level that counts today and soon will not, for its age.' })
export class LevelTurningStaleType {
  executiveId: string;
  capabilityId: string;
  @Field(() => Float, { description: '1..5' }) level: number;
  @Field(() => DayScalar, { description: 'First day on which it counts no longer.' }) staleOn: string;
}
