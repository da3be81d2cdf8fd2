import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, Matches, Max, MaxLength, Min } from 'class-validator';
import { InstantScalar } from '../platform/scalars.js';

const LONGEST_NAME = 100;
/** A year, a leap year as well. */
const LONGEST_LIFE_DAYS = 366;

@ArgsType()
export class CreateAccessTokenArgs {
  @Field(() => String, { description: 'What it is for, 1..100 characters.' })
  @Matches(/\S/, { message: 'name must have at least one letter' })
  @MaxLength(LONGEST_NAME)
  name: string;

  @Field(() => Int, { description: 'How long it holds, 1..366 days.' })
  @IsInt()
  @Min(1)
  @Max(LONGEST_LIFE_DAYS)
  days: number;
}

@ObjectType('AccessToken', {
  description: 'A personal access token; it may do all that its owner may. Its text was shown once.',
})
export class AccessTokenType {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true, description: 'Null for one made on the command line.' })
  name: string | null;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => InstantScalar, { description: 'From then on it opens nothing.' }) expiresAt: Date;
}

@ObjectType('CreatedAccessToken')
export class CreatedAccessTokenType {
  @Field(() => String, { description: 'ald_…: goes into the header Authorization: Bearer. Kept nowhere.' })
  text: string;
  @Field(() => AccessTokenType) accessToken: AccessTokenType;
}
