import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageArgs } from '../platform/connection.js';
import { DayScalar } from '../platform/scalars.js';

const LONGEST_SEARCH = 100;

@InputType({
  description:
    'At most one of these; none means the whole organization. Units include their sub-units, as they are on the day asked.',
})
export class PopulationInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  unitId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  leadershipLevelId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  cohortId?: string | null;
}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of a name, in any case.' })
  @IsOptional()
  @MaxLength(LONGEST_SEARCH)
  search?: string | null;
}

@ArgsType()
export class ExecutivesArgs extends PeopleArgs {
  @Field(() => PopulationInput, { nullable: true })
  @IsOptional()
  population?: PopulationInput | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Who they were on that day, and where; today when not given.',
  })
  @IsOptional()
  asOf?: string | null;
}

@ArgsType()
export class MoveUnitArgs {
  @Field(() => ID)
  @IsString()
  unitId: string;

  @Field(() => ID, { nullable: true, description: 'Null: to the top.' })
  @IsOptional()
  @IsString()
  parentId?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'From which day on; today when not given. Not before the day of the last move on record.',
  })
  @IsOptional()
  on?: string | null;
}

@ArgsType()
export class UpdateOrganizationArgs {
  @Field(() => String, {
    nullable: true,
    description: 'IANA zone, e.g. Europe/Zurich; as it is when not given.',
  })
  @IsOptional()
  @IsString()
  timeZone?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'As it is when not given.' })
  @IsOptional()
  @IsBoolean()
  linksAccountsByMail?: boolean | null;
}
