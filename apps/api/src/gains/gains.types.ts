import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IndividualChange } from '@alidade/gains';
import { graphqlEnum } from '../platform/graphql-enum.js';

const IndividualChangeEnum = graphqlEnum(IndividualChange);
registerEnumType(IndividualChangeEnum, {
  name: 'IndividualChange',
  description:
    'IMPROVED, DECLINED: by more than error alone would give (|RC| > 1.96). NOT_JUDGED: how exact the scores are is unknown.',
});

@ObjectType('IndividualGain', {
  description: 'What one executive gained in one capability between two rounds.',
})
export class IndividualGainType {
  capabilityId: string;
  @Field(() => Float, {
    description: '1..5, the mean over the rater groups that were released in both rounds.',
  })
  pre: number;
  @Field(() => Float, { description: '1..5, over the same groups.' }) post: number;
  @Field(() => Float, { description: 'post - pre, in levels.' }) gain: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Reliable change index by the exactness of the first round; null when it cannot be judged, or when its error is 0.',
  })
  reliableChangeIndex: number | null;
  @Field(() => IndividualChangeEnum) change: IndividualChange;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the level was below the strictest that was required on the evidence day of the second round, and reached it; null when nothing is required or a level is unknown.',
  })
  reachedRequired: boolean | null;
}

@ObjectType('EffectSize', { description: 'How large a gain is, by a named method.' })
export class EffectSizeType {
  @Field(() => String) method: string;
  @Field(() => Float, { description: 'In standard deviations of the scores before; positive for a rise.' })
  value: number;
  @Field(() => Int, { description: 'Participants it rests on.' }) n: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Two-sided, by permutation, 0..1; null for a method without comparison.',
  })
  pValue: number | null;
}

@ObjectType('ComparisonGroup', {
  description: 'Everybody measured in both rounds with a seat in no cohort meanwhile; at least 10.',
})
export class ComparisonGroupType {
  @Field(() => Int) executives: number;
  @Field(() => Float, { description: '1..5' }) meanPre: number;
  @Field(() => Float, { description: '1..5' }) meanPost: number;
}

const OF_NOBODY = 'null when suppressed, or of nobody.';

@ObjectType('GainReport', {
  description:
    'What changed between two rounds for those who completed a cohort, in one capability. Every score is the mean over the rater groups that were released in both rounds. Somebody who completed two cohorts between the same rounds counts once.',
})
export class GainReportType {
  capabilityId: string;
  @Field(() => Int, { description: 'Who completed and has a gain.' }) participants: number;
  @Field(() => Int, {
    description: 'Who completed and has none: no rater group was released about them in both rounds.',
  })
  leftOut: number;
  @Field(() => Int, { description: 'Who had a seat, whether they completed or not.' }) confirmed: number;
  @Field(() => Boolean, {
    description:
      'True when the viewer may not see by name every participant and everybody they are compared with; every figure below is then null.',
  })
  suppressed: boolean;
  @Field(() => Float, { nullable: true, description: `1..5; ${OF_NOBODY}` }) meanPre: number | null;
  @Field(() => Float, { nullable: true, description: `1..5; ${OF_NOBODY}` }) meanPost: number | null;
  @Field(() => Float, { nullable: true, description: `In levels; ${OF_NOBODY}` }) meanGain: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Lower end of the 95 % bootstrap interval of meanGain; null when suppressed, or of fewer than two.',
  })
  gainLow: number | null;
  @Field(() => Float, { nullable: true, description: 'Upper end; null as gainLow is.' })
  gainHigh: number | null;
  @Field(() => [EffectSizeType], { description: 'The best method first; none where notes say why.' })
  effects: readonly EffectSizeType[];
  @Field(() => ComparisonGroupType, {
    nullable: true,
    description: 'Null when suppressed, or under 10 people.',
  })
  comparison: ComparisonGroupType | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'The change to be expected without any program, in levels, had these participants been chosen from themselves and the comparison group by their scores; null when suppressed, without comparison group, or when the exactness of the scores is unknown.',
  })
  regressionToMean: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Of the judged; null when suppressed, or nobody is judged.',
  })
  improved: number | null;
  @Field(() => Int, { nullable: true, description: 'Null as improved is.' })
  noReliableChange: number | null;
  @Field(() => Int, { nullable: true, description: 'Null as improved is.' }) declined: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Whose level was below what is required of them and reached it; null when suppressed, or it is known of nobody.',
  })
  reachedRequired: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the raters of the first round who rated in the second, too, 0..1; null for rounds from files, whose raters nobody can tell after release.',
  })
  raterOverlap: number | null;
  @Field(() => [String], { description: 'What a reader must know, in sentences.' })
  notes: readonly string[];
}
