import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AgreementBand, SelfView } from '@alidade/release';
import type { RaterGroup } from '@alidade/release';
import { graphqlEnum } from '../../platform/graphql-enum.js';
import { InstantScalar } from '../../platform/scalars.js';
import { RaterGroupEnum } from '../raters/rater-group.enum.js';

const AgreementBandEnum = graphqlEnum(AgreementBand);
registerEnumType(AgreementBandEnum, { name: 'AgreementBand' });
export const SelfViewEnum = graphqlEnum(SelfView);
registerEnumType(SelfViewEnum, {
  name: 'SelfView',
  description: 'IN_LINE within half a level; CLEARLY from a whole one on.',
});

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
  roundId: string;
  executiveId: string;
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
  @Field(() => [String], {
    description:
      'Word for word, of the raters behind the groups, without names, in an order that says nothing.',
  })
  comments: readonly string[];
}

@ObjectType('OwnReport', { description: 'A released round that has assessed the viewer.' })
export class OwnReportType {
  roundId: string;
  @Field(() => ID, { description: "The viewer's own, for releasedScores." }) executiveId: string;
}

@ObjectType('ReportLook', { description: "Somebody's look at a report that is not their own." })
export class ReportLookType {
  personId: string;
  @Field(() => InstantScalar) at: Date;
}
