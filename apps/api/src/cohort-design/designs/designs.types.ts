import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BalancedAttribute } from '@alidade/database';
import type { DesignPreferences, DesignRules, ExecutiveInCohort } from '@alidade/database';
import { CohortPreset } from './presets.js';

registerEnumType(BalancedAttribute, { name: 'BalancedAttribute' });
registerEnumType(CohortPreset, {
  name: 'CohortPreset',
  description:
    'MOST_BENEFIT: as many strategy-weighted levels of gap closed as can be. BEST_MIXED: groups of people who differ and start alike, fair shares of the seats. EVERYONE_PLACED: a seat for every candidate.',
});

@ObjectType('CohortDesign', {
  description: "A designer's workspace: which cohorts, which candidates, which rules.",
})
export class CohortDesignType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Int, { description: 'Raised by every edit, acceptance and publication.' }) version: number;
  @Field(() => Int, {
    nullable: true,
    description:
      'Which level of the unit tree rules mean by a unit, 1 at the top; null: the unit of the posting.',
  })
  unitDepth: number | null;
  acceptedRunId: string | null;
  publishedRunId: string | null;
  rules: DesignRules;
  preferences: DesignPreferences;
}

/** By its ids; the fields below read whom it means. */
@ObjectType('ExecutivePair')
export class ExecutivePairType {
  aId: string;
  bId: string;
}

@ObjectType('ExecutiveCohort')
export class ExecutiveCohortType implements ExecutiveInCohort {
  executiveId: string;
  cohortId: string;
}

@ObjectType('CohortRules', {
  description: 'What no plan may break, beside eligibility and seats; a null does not bind.',
})
export class CohortRulesType {
  apartPairs: readonly ExecutivePairType[];
  togetherPairs: readonly ExecutivePairType[];
  lockedPlacements: readonly ExecutiveInCohort[];
  forbiddenPlacements: readonly ExecutiveInCohort[];
  mandatoryIds: readonly string[];
  mustRunIds: readonly string[];
  @Field(() => Boolean, { description: 'Every candidate must have a seat.' }) everyonePlaced: boolean;
  @Field(() => Int, { nullable: true }) maxPerUnitPerCohort: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Share of a unit that may be away in a week, 0..1; two always may.',
  })
  maxUnitAbsence: number | null;
  @Field(() => Float, { nullable: true, description: "In the organization's currency." }) budget:
    number | null;
  @Field(() => Float, {
    description: "In the organization's currency, of a seat on site elsewhere than home.",
  })
  travelPerSeat: number;
  @Field(() => Float, { description: 'The same, per hour between the time zones.' }) travelPerHour: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Hours between somebody and a virtual cohort, round the clock.',
  })
  maxVirtualHours: number | null;
}

@ObjectType('SharePreference')
export class SharePreferenceType {
  @Field(() => BalancedAttribute) attribute: BalancedAttribute;
  @Field(() => String, { nullable: true, description: 'Null: every value there is.' }) value: string | null;
  @Field(() => Float, { nullable: true, description: '0..1' }) min: number | null;
  @Field(() => Float, { nullable: true, description: '0..1' }) max: number | null;
  @Field(() => Float, { description: 'Points per person too few or too many.' }) weight: number;
}

@ObjectType('NotAlonePreference')
export class NotAlonePreferenceType {
  @Field(() => BalancedAttribute) attribute: BalancedAttribute;
  @Field(() => Float, { description: 'Points for each value that one person alone has.' }) weight: number;
}

@ObjectType('CohortPreferences', {
  description: 'What a plan pays points for when it lacks it; one whose weight is null counts nothing.',
})
export class CohortPreferencesType {
  @Field(() => [SharePreferenceType]) shares: readonly SharePreferenceType[];
  @Field(() => [NotAlonePreferenceType]) notAlone: readonly NotAlonePreferenceType[];
  @Field(() => Float, { nullable: true, description: 'Levels by which a mean may differ freely.' })
  similarStartTolerance: number | null;
  @Field(() => Float, { nullable: true, description: 'Points a level.' }) similarStartWeight: number | null;
  @Field(() => Float, { nullable: true, description: "Of a unit's share of the seats by need." })
  fairSeatsLow: number | null;
  @Field(() => Float, { nullable: true }) fairSeatsHigh: number | null;
  @Field(() => Float, { nullable: true, description: 'Points a seat.' }) fairSeatsWeight: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Points for every published placement that is not kept.',
  })
  stabilityWeight: number | null;
}
