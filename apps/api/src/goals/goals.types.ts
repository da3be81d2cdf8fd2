import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GoalMetric } from '@alidade/database';
import { ContributionSource, GoalStatus } from '@alidade/gains';
import { graphqlEnum } from '../platform/graphql-enum.js';
import { DayScalar } from '../platform/scalars.js';

registerEnumType(GoalMetric, {
  name: 'GoalMetric',
  description:
    'STRATEGY_READINESS: share of READY_NOW among those with enough evidence, 0..1. MEAN_READINESS: their mean, 0..100. CAPABILITY_LEVEL: mean level, 1..5. The others cannot be measured yet.',
});
export const GoalStatusEnum = graphqlEnum(GoalStatus);
registerEnumType(GoalStatusEnum, {
  name: 'GoalStatus',
  description:
    'ACHIEVED: at the target or beyond. MISSED: not, after the due day. ON_TRACK, AT_RISK, OFF_TRACK: by how far progress lags behind an even pace. NO_DATA: fewer than 80 % of the population have enough evidence, or the viewer may not see the figure.',
});
const ContributionSourceEnum = graphqlEnum(ContributionSource);
registerEnumType(ContributionSourceEnum, {
  name: 'ContributionSource',
  description:
    'COHORT, OTHERS: levels of people who completed that cohort, or none. REQUIREMENTS: what is required, and the policy. EVIDENCE: what became known or turned stale. JOINED, LEFT: the organization; MOVED: from or to another population of it. TYPED_BASELINE: the figure of the first day less the baseline.',
});

/** A goal as this viewer sees it. */
@ObjectType('AlignmentGoal', { description: 'A figure of a population that is to reach a target by a day.' })
export class AlignmentGoalType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => Int, { description: 'Raised by every edit; name it as expectedVersion when you edit.' })
  version: number;
  @Field(() => GoalMetric) metric: GoalMetric;
  @Field(() => Float, {
    description:
      'In the unit of the metric. One that was read off the figures is rounded for those who may not see everybody of the population by name.',
  })
  baseline: number;
  @Field(() => DayScalar) baselineOn: string;
  @Field(() => Float, { description: 'In the unit of the metric, above or below the baseline.' })
  target: number;
  @Field(() => DayScalar, { description: 'Later than baselineOn.' }) dueOn: string;
  @Field(() => String, {
    description: 'Name of the unit, leadership level or cohort; else Whole organization.',
  })
  population: string;
  @Field(() => String, { nullable: true, description: 'Of the metric CONDITION only, else null.' })
  condition: string | null;
  @Field(() => String, { nullable: true, description: 'Of the metric CASCADE_COVERAGE only, else null.' })
  cascadeLevel: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Null while it is open.' }) closedOn: string | null;
  @Field(() => String, { nullable: true, description: 'What came of it; null while it is open.' })
  closingNote: string | null;
  strategyId: string | null;
  capabilityId: string | null;
  unitId: string | null;
  leadershipLevelId: string | null;
  cohortId: string | null;
  baselineTyped: boolean;
  /** As it was set, whoever asks. */
  exactBaseline: number;
}

@ObjectType('GoalForecast', {
  description: 'Where the figure leads if it goes on as it did, by a line through the last 24 evidence days.',
})
export class GoalForecastType {
  @Field(() => Float, { description: 'In the unit of the metric.' }) onDueDate: number;
  @Field(() => Float, { description: 'Between low and high it lies with a probability of 95 %.' })
  low: number;
  @Field(() => Float) high: number;
  @Field(() => Float, { description: 'That the target is reached on the due day, 0..1.' })
  probability: number;
}

@ObjectType('GoalContribution', { description: 'One part of what moved the figure.' })
export class GoalContributionType {
  @Field(() => ContributionSourceEnum) source: ContributionSource;
  cohortId: string | null;
  capabilityId: string | null;
  @Field(() => Float, { description: 'In the unit of the metric.' }) amount: number;
}
