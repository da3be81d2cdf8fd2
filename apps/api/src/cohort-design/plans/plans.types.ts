import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { BrokenRule } from '@alidade/cohorts';

@ObjectType('PlacementAlternative', {
  description: 'Another cohort for somebody, and what stands against it.',
})
export class PlacementAlternativeType {
  cohortId: string;
  brokenRules: readonly BrokenRule[];
  @Field(() => Float, { description: 'Points that the plan would gain; below 0: lose.' }) difference: number;
}

@ObjectType('Unplaced', { description: 'A candidate without a seat.' })
export class UnplacedType {
  runId: string;
  executiveId: string;
}

@ObjectType('MoveConsequence', { description: "What a move by hand would do to a run's answer." })
export class MoveConsequenceType {
  brokenRules: readonly BrokenRule[];
  bestSwapId: string | null;
  @Field(() => Float, { description: 'Points that the plan would gain; below 0: lose.' }) difference: number;
  @Field(() => Float, { description: 'Of benefit alone, in points.' }) benefitDifference: number;
  @Field(() => Float, { description: "In the organization's currency." }) costDifference: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Points that the plan would gain by the best swap; null where there is none.',
  })
  bestSwapDifference: number | null;
}

@ObjectType('PlacementChange', { description: 'Somebody whom two plans place differently.' })
export class PlacementChangeType {
  executiveId: string;
  fromId: string | null;
  toId: string | null;
  @Field(() => Float, { description: 'Points of the seat in the second plan less those in the first.' })
  benefitDifference: number;
}

@ObjectType('UnitDifference', { description: 'What the people of a unit gain from one plan to another.' })
export class UnitDifferenceType {
  unitId: string;
  @Field(() => String) name: string;
  @Field(() => Float, { description: 'Points.' }) benefitDifference: number;
}

@ObjectType('CohortRunComparison', {
  description: "What changes from one run's plan to another's, both judged by the problem of the second.",
})
export class CohortRunComparisonType {
  @Field(() => Float, { description: 'Points: second less first.' }) objectiveDifference: number;
  @Field(() => Float, { description: 'Points.' }) benefitDifference: number;
  @Field(() => Float, { description: "In the organization's currency." }) costDifference: number;
  @Field(() => Int, { description: 'Placements that both have.' }) kept: number;
  @Field(() => [PlacementChangeType], { description: 'Who moves; those whom the viewer may know by name.' })
  moves: readonly PlacementChangeType[];
  @Field(() => [UnitDifferenceType], {
    description: 'Units without a change are left out; the most gained first.',
  })
  units: readonly UnitDifferenceType[];
  @Field(() => [ID], { description: 'Cohorts that run in the second only.' }) openedIds: readonly string[];
  @Field(() => [ID], { description: 'Cohorts that run in the first only.' }) closedIds: readonly string[];
}
