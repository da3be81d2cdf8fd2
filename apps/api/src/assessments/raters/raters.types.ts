import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { RaterGroup } from '@alidade/release';
import { RaterGroupEnum } from './rater-group.enum.js';

@ObjectType('RaterProposal', { description: 'Whom the directory names on the opening day of a round.' })
export class RaterProposalType {
  executiveId: string;
  @Field(() => RaterGroupEnum) group: RaterGroup;
  personId: string;
  @Field(() => String, {
    nullable: true,
    description: 'Of somebody outside; null for who is in the directory.',
  })
  email: string | null;
}

@ObjectType('NamedRater', { description: 'Somebody who is to rate an executive in a round, or is asked to.' })
export class NamedRaterType {
  @Field(() => RaterGroupEnum) group: RaterGroup;
  personId: string;
  @Field(() => Boolean, {
    description: 'False: nominated by the subject, and not asked unless the manager or a designer approves.',
  })
  approved: boolean;
}

@ObjectType('SmallRaterGroup', {
  description:
    'A group of raters of one subject that is too small to be shown by itself, even if all of them answer.',
})
export class SmallRaterGroupType {
  executiveId: string;
  @Field(() => RaterGroupEnum) group: RaterGroup;
  @Field(() => Int, { description: 'Approved raters.' }) raters: number;
  @Field(() => Int, { description: 'Raters that it needs more.' }) missing: number;
  @Field(() => Int, {
    description: 'Approved raters of all small groups of this subject: enough of them are shown together.',
  })
  together: number;
}
