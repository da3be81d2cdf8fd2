import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Occasion, RoundPurpose, RoundStatus } from '@alidade/database';
import { LevelSource } from '@alidade/readiness';
import { AgreementBand, RaterGroup } from '@alidade/release';
import { graphqlEnum } from '../platform/graphql-enum.js';
import { DayScalar } from '../platform/scalars.js';

registerEnumType(Occasion, { name: 'Occasion' });
registerEnumType(RoundPurpose, { name: 'RoundPurpose' });
registerEnumType(RoundStatus, {
  name: 'RoundStatus',
  description: 'RELEASING: the release runs in the background; a large round takes longer than a request.',
});
const LevelSourceEnum = graphqlEnum(LevelSource);
registerEnumType(LevelSourceEnum, { name: 'LevelSource' });
const RaterGroupEnum = graphqlEnum(RaterGroup);
registerEnumType(RaterGroupEnum, { name: 'RaterGroup' });
const AgreementBandEnum = graphqlEnum(AgreementBand);
registerEnumType(AgreementBandEnum, { name: 'AgreementBand' });
export { LevelSourceEnum };

@ObjectType('AssessmentRound', {
  description:
    'A dated round of multi-rater assessment. Closing ends it for good; release freezes what may be shown.',
})
export class AssessmentRoundType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Occasion) occasion: Occasion;
  @Field(() => RoundPurpose, {
    description: 'READINESS makes levels; DEVELOPMENT is seen by the subject and their coach only.',
  })
  purpose: RoundPurpose;
  @Field(() => RoundStatus) status: RoundStatus;
  @Field(() => DayScalar) opensOn: string;
  @Field(() => DayScalar) closesOn: string;
  @Field(() => Boolean, { description: 'The answers come from a file; nobody is invited.' })
  imported: boolean;
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'From which day its levels hold: the earlier of closesOn and the actual closing; null until closed.',
  })
  evidenceOn: string | null;
  @Field(() => Int, { nullable: true, description: 'Of the policy in force at opening; null before.' })
  policyVersion: number | null;
}

@ObjectType('ReleasedGroup', { description: 'A group of raters whose mean may be shown.' })
export class ReleasedGroupType {
  @Field(() => String, { description: 'A rater group, or COLLEAGUES: those too small alone, together.' })
  group: string;
  @Field(() => [RaterGroupEnum], {
    description: 'Of COLLEAGUES: the groups that gave it a rating; else empty.',
  })
  pooledOf: readonly RaterGroup[];
  @Field(() => Float, { description: '1..5' }) mean: number;
  @Field(() => Int, { nullable: true, description: 'Observed ratings behind the mean.' })
  respondents: number;
}

@ObjectType('ReleasedScore', {
  description: 'What a subject, and those who may see the report, get for one capability after release.',
})
export class ReleasedScoreType {
  capabilityId: string;
  @Field(() => Float, {
    nullable: true,
    description: "Others' score, 1..5; null when no group could be released.",
  })
  others: number | null;
  @Field(() => Float, {
    nullable: true,
    description: '1..5; null when the subject gave none. Counts in no total.',
  })
  self: number | null;
  @Field(() => [ReleasedGroupType]) groups: readonly ReleasedGroupType[];
  @Field(() => [RaterGroupEnum], {
    description: 'Groups left out to protect raters, and left out of every total.',
  })
  suppressedGroups: readonly RaterGroup[];
  @Field(() => Float, {
    nullable: true,
    description:
      "Of the others' score, in levels; null under ten subjects, or when the ratings tell nobody apart.",
  })
  standardError: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Raters needed for a reliability of .70, from the round; null under ten subjects, or when no number is enough.',
  })
  ratersNeeded: number | null;
  @Field(() => AgreementBandEnum, { nullable: true, description: 'Null under five respondents.' })
  agreement: AgreementBand | null;
}

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
