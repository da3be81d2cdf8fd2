import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CohortMode, CohortStatus, EnrollmentStatus } from '@alidade/database';
import { DayScalar } from '../platform/scalars.js';

registerEnumType(CohortMode, { name: 'CohortMode' });
registerEnumType(CohortStatus, { name: 'CohortStatus' });
registerEnumType(EnrollmentStatus, { name: 'EnrollmentStatus' });

@ObjectType('Program', { description: 'A development program, held in cohorts.' })
export class ProgramType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) purpose: string;
}

@ObjectType('ProgramDevelopment', {
  description: 'Expected gain in levels for a participant below the ceiling.',
})
export class ProgramDevelopmentType {
  capabilityId: string;
  @Field(() => Float, { description: 'In levels, > 0.' }) expectedGain: number;
  @Field(() => Float, { description: 'The level beyond which it brings nobody, 1..5.' }) ceiling: number;
}

@ObjectType('Cohort', { description: 'A dated run of a program with its seats.' })
export class CohortType {
  @Field(() => ID) id: string;
  programId: string;
  @Field(() => String) name: string;
  @Field(() => CohortStatus) status: CohortStatus;
  @Field(() => CohortMode) mode: CohortMode;
  @Field(() => String, { nullable: true, description: 'Null when none was named.' }) location: string | null;
  @Field(() => String, { description: 'BCP 47 tag, e.g. en.' }) language: string;
  @Field(() => DayScalar) startsOn: string;
  @Field(() => DayScalar) endsOn: string;
  @Field(() => [DayScalar], {
    description:
      'Mondays of the weeks in which participants are away; none named: any from startsOn to endsOn.',
  })
  weeks: readonly string[];
  @Field(() => Int) minSeats: number;
  @Field(() => Int) maxSeats: number;
  @Field(() => Float, { description: "In the organization's currency." }) seatCost: number;
  @Field(() => Float, { description: "In the organization's currency; once, when it runs." })
  fixedCost: number;
}

@ObjectType('Enrollment', {
  description: "An executive's seat in a cohort, or their place in its waiting list.",
})
export class EnrollmentType {
  @Field(() => ID) id: string;
  cohortId: string;
  personId: string;
  @Field(() => EnrollmentStatus) status: EnrollmentStatus;
}
