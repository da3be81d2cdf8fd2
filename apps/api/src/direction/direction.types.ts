import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { StatementKind, StatementStatus } from '@alidade/database';
import { DayScalar, InstantScalar } from '../platform/scalars.js';

registerEnumType(StatementStatus, {
  name: 'StatementStatus',
  description:
    'Only what was approved counts in any figure. RETIRED: has ended, or ends on a day that is already set.',
});
registerEnumType(StatementKind, {
  name: 'StatementKind',
  description: 'A strategy to execute, a value to live, the vision to achieve.',
});

/** Where a version stands on the viewer's day. */
export const VersionState = {
  DRAFT: 'DRAFT',
  UPCOMING: 'UPCOMING',
  IN_FORCE: 'IN_FORCE',
  ENDED: 'ENDED',
  REPLACED: 'REPLACED',
} as const;
export type VersionState = (typeof VersionState)[keyof typeof VersionState];
registerEnumType(VersionState, {
  name: 'StrategyVersionState',
  description:
    'DRAFT: not approved. UPCOMING, IN_FORCE, ENDED: approved, by the days it holds and today. REPLACED: approved, and replaced or retired before its first day, so it holds on no day.',
});

@ObjectType('Strategy', {
  description:
    'What the organization has set itself: a strategy to execute, a value to live, the vision to achieve. Requirements hang on any of them. What it says (narrative, weight, requirements) is, unless a day is named, that of the approved version in force today; when none is, of the one that comes next, of the draft, or, of a retired one, of the last.',
})
export class StrategyType {
  @Field(() => ID) id: string;
  @Field(() => StatementKind) kind: StatementKind;
  @Field(() => String, { description: "Unique among the organization's statements." }) title: string;
  @Field(() => String) narrative: string;
  @Field(() => Float, { description: 'Relative importance, > 0.' }) weight: number;
  @Field(() => StatementStatus, { description: 'Of now, also where a past day is asked for.' })
  status: StatementStatus;
  @Field(() => Int, { description: 'Raised by every edit; name it as expectedVersion when you edit.' })
  version: number;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day of the version shown (of a draft: planned); null: without a beginning.',
  })
  effectiveFrom: string | null;
  ownerId: string | null;
  /** The version shown. */
  versionId: string;
  /** The day asked for; null when none was. */
  day: string | null;
}

@ObjectType('StrategyVersion', {
  description: 'What a statement said and required over a period. Kept for good once approved.',
})
export class StrategyVersionType {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: '1, 2, 3 … within the statement.' }) number: number;
  @Field(() => VersionState) state: VersionState;
  @Field(() => String) narrative: string;
  @Field(() => Float, { description: 'Relative importance, > 0.' }) weight: number;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day on which it holds (of a draft: planned); null: without a beginning.',
  })
  validFrom: string | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day on which it no longer holds; null: without an end.',
  })
  validTo: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Null for a draft.' }) approvedAt: Date | null;
  approvedById: string | null;
}

@ObjectType('Requirement', {
  description: 'What a statement needs people of one leadership level (or of all) to be able to do.',
})
export class RequirementType {
  @Field(() => ID) id: string;
  @Field(() => Float, { description: '1..5, a decimal.' }) requiredLevel: number;
  @Field(() => Float, { description: 'Relative importance within the statement, > 0.' }) weight: number;
  @Field(() => Boolean, {
    description: 'Whether missing it widely holds readiness at DEVELOPING, whatever the rest.',
  })
  critical: boolean;
  strategyId: string;
  capabilityId: string;
  leadershipLevelId: string | null;
  /** The day asked for; null when none was. */
  day: string | null;
}
