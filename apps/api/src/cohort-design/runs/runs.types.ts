import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RunEffort } from '@alidade/database';
import type { StoredConflict, StoredExpectation, StoredReason } from '@alidade/database';
import { DayScalar, InstantScalar } from '../../platform/scalars.js';
import { CohortRunStatus } from './run-status.js';

registerEnumType(RunEffort, {
  name: 'Effort',
  description:
    'A budget of iterations, never of time: QUICK takes about 2 s for 5,000 executives in 200 cohorts.',
});
registerEnumType(CohortRunStatus, {
  name: 'CohortRunStatus',
  description: 'NOT_FOUND: no plan within the effort, and no proof that there is none.',
});

@ObjectType('CohortRun', {
  description:
    'One solve of a design: the whole problem, the seed and the answer are kept, so it can be repeated exactly. Or a copy of one, changed by hand.',
})
export class CohortRunType {
  @Field(() => ID) id: string;
  designId: string;
  @Field(() => CohortRunStatus) status: CohortRunStatus;
  @Field(() => Int, { description: 'The same problem, seed and effort give the same answer.' }) seed: number;
  @Field(() => RunEffort) effort: RunEffort;
  @Field(() => DayScalar, { description: 'Whose levels, postings and strategies it works with.' })
  day: string;
  @Field(() => Float, { description: '0..1, by its budget of iterations.' }) progress: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Points: strategy-weighted levels of gap closed, less soft penalties; of the best plan so far while it runs. Null: no plan.',
  })
  objective: number | null;
  @Field(() => Float, { nullable: true, description: 'Points: the sum of the placements. Null: no plan.' })
  benefit: number | null;
  @Field(() => Float, { nullable: true, description: "In the organization's currency. Null: no plan." })
  cost: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Points. No assignment can be better than this. Null: nothing is proven.',
  })
  bound: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Points that one more unit of money would bring at most; null without a plan.',
  })
  budgetPrice: number | null;
  @Field(() => [String], { description: 'What of the design the problem leaves out.' })
  remarks: readonly string[];
  @Field(() => InstantScalar) recordedAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'Null while it waits or runs.' })
  endedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it failed; null when it did not.' }) failure:
    string | null;
  version: number;
  copiedFromId: string | null;
  penalties: Readonly<Record<string, number>> | null;
  expected: readonly StoredExpectation[];
  conflicts: readonly StoredConflict[];
  breaks: readonly StoredConflict[];
}

@ObjectType('PenaltyPoints', { description: 'What a plan pays for one kind of preference.' })
export class PenaltyPointsType {
  @Field(() => String, { description: 'shares, notAlone, similarStart, fairSeats or stability.' })
  preference: string;
  @Field(() => Float) points: number;
}

@ObjectType('ExpectedReadiness', {
  description:
    'Readiness of the candidates of whom a strategy requires anything, by the levels of the day of the run and by those that the seats are expected to lead to.',
})
export class ExpectedReadinessType {
  strategyId: string;
  @Field(() => Int) readyNowBefore: number;
  @Field(() => Int) readyNowAfter: number;
  @Field(() => Float, { nullable: true, description: '0..100; null when nobody has enough evidence.' })
  meanBefore: number | null;
  @Field(() => Float, { nullable: true, description: '0..100; null when nobody has enough evidence.' })
  meanAfter: number | null;
}

@ObjectType('PlacementReason', {
  description: 'What a seat is expected to do by one requirement of one strategy.',
})
export class PlacementReasonType implements StoredReason {
  strategyId: string;
  capabilityId: string;
  @Field(() => Float, { nullable: true, description: '1..5; null: none on record, so nothing is counted.' })
  levelNow: number | null;
  @Field(() => Float, { description: '1..5; with no level on record, what the program brings from level 1.' })
  levelExpected: number;
  @Field(() => Float, { description: '1..5' }) requiredLevel: number;
  @Field(() => Float, { description: 'Strategy weight · requirement weight · levels of gap closed.' })
  points: number;
}

@ObjectType('Placement')
export class PlacementType {
  runId: string;
  executiveId: string;
  cohortId: string;
  @Field(() => Boolean, { description: 'By a rule of the design.' }) locked: boolean;
  @Field(() => Float, { description: 'Points.' }) benefit: number;
  @Field(() => [PlacementReasonType], {
    description: 'What the seat is expected to do, by strategy and capability; adds up to benefit.',
  })
  reasons: readonly PlacementReasonType[];
}

@ObjectType('RuleConflict', {
  description:
    'One of the rules that cannot hold together, or that a plan breaks, in words and with whom it concerns.',
})
export class RuleConflictType implements StoredConflict {
  @Field(() => String, { description: 'The name of the rule, e.g. maxPerUnitPerCohort.' }) rule: string;
  sentence: string;
  executives: readonly string[];
  cohorts: readonly string[];
}
