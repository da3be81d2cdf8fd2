import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Occasion, RoundPurpose, RoundStatus } from '@alidade/database';
import type { RaterGroup } from '@alidade/release';
import { RaterGroupEnum } from '../raters/rater-group.enum.js';
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

@ObjectType('CompletionCell', {
  description:
    'How far the requests of one rater group about the people of one unit are; never who has answered.',
})
export class CompletionCellType {
  unitId: string;
  @Field(() => RaterGroupEnum) group: RaterGroup;
  @Field(() => Int, { nullable: true, description: 'Null when suppressed.' }) asked: number | null;
  @Field(() => Int, { nullable: true, description: 'Null when suppressed.' }) answered: number | null;
  @Field(() => Int, { nullable: true, description: 'Null when suppressed.' }) declined: number | null;
  @Field(() => Boolean, {
    description: 'Of one to four requests, or such could be worked out from it.',
  })
  suppressed: boolean;
}
