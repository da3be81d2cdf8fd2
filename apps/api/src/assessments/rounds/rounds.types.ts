import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Occasion, RoundPurpose, RoundStatus } from '@alidade/database';
import { DayScalar } from '../../platform/scalars.js';

registerEnumType(Occasion, { name: 'Occasion' });
registerEnumType(RoundPurpose, { name: 'RoundPurpose' });
registerEnumType(RoundStatus, {
  name: 'RoundStatus',
  description: 'RELEASING: the release runs in the background; a large round takes longer than a request.',
});

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
  @Field(() => [DayScalar], { description: 'Days on which those who have not answered are reminded.' })
  remindsOn: readonly string[];
  @Field(() => Int, { nullable: true, description: 'Of the policy in force at opening; null before.' })
  policyVersion: number | null;
}
