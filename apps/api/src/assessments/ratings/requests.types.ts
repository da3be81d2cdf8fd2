import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RatingRequestStatus } from '@alidade/database';
import type { DraftAnswer } from '@alidade/database';
import type { RaterGroup } from '@alidade/release';
import { PersonType } from '../../directory/directory.types.js';
import { RaterGroupEnum } from '../raters/rater-group.enum.js';
import { AssessmentRoundType } from '../rounds/rounds.types.js';

const { OPEN, SUBMITTED, DECLINED, EXPIRED } = RatingRequestStatus;
/** As somebody who was asked sees it. */
export const AskedStatus = { OPEN, SUBMITTED, DECLINED, EXPIRED } as const;
export type AskedStatus = (typeof AskedStatus)[keyof typeof AskedStatus];
registerEnumType(AskedStatus, {
  name: 'RatingRequestStatus',
  description: 'SUBMITTED can be corrected until the round closes; EXPIRED was not answered until then.',
});

@ObjectType('RatingAnswer', { description: "A rater's own answer about one capability." })
export class RatingAnswerType {
  @Field(() => ID) capabilityId: string;
  @Field(() => Int, { nullable: true, description: '1..5; null: not observed.' }) level: number | null;
  @Field(() => String, { nullable: true, description: 'Null: none was written.' }) comment: string | null;
}

@ObjectType('RatingRequest', { description: 'What a rater is asked to do.' })
export class RatingRequestType {
  @Field(() => ID) id: string;
  @Field(() => AssessmentRoundType) round: AssessmentRoundType;
  @Field(() => PersonType) subject: PersonType;
  @Field(() => RaterGroupEnum) group: RaterGroup;
  @Field(() => String, {
    description: 'Shown before the first answer: how answers of this group will be shown, and to whom.',
  })
  confidentiality: string;
  @Field(() => AskedStatus) status: AskedStatus;
  draft: readonly DraftAnswer[] | null;
}
