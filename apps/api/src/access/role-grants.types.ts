import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsString, MaxLength } from 'class-validator';
import { InstantScalar } from '../platform/scalars.js';

const MOST_UNITS = 1000;
const LONGEST_ROLE = 100;

@ArgsType()
export class RevokeRoleArgs {
  @Field(() => ID)
  @IsString()
  personId: string;

  @Field(() => String, { description: 'In any spelling: "Executive viewer", EXECUTIVE_VIEWER.' })
  @MaxLength(LONGEST_ROLE)
  role: string;
}

@ArgsType()
export class GrantRoleArgs extends RevokeRoleArgs {
  @Field(() => [ID], {
    nullable: true,
    description: 'Where the role holds, sub-units included; none: the whole organization.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_UNITS)
  @IsString({ each: true })
  unitIds?: string[] | null;
}

@ObjectType('RoleGrant', { description: 'That a person holds a role, and where.' })
export class RoleGrantType {
  @Field(() => String, { description: 'e.g. DESIGNER' }) role: string;
  /** None: the whole organization. */
  unitIds: readonly string[];
  @Field(() => InstantScalar, { description: 'When it was last granted.' }) grantedAt: Date;
}
