import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { AskedStatus } from './requests.types.js';

const LONGEST_COMMENT = 4000;
const LONGEST_REASON = 1000;
const MOST_ANSWERS = 100;
const LEVELS = [1, 2, 3, 4, 5];

@InputType({ description: 'level null means not observed.' })
export class RatingInput {
  @Field(() => ID)
  @IsString()
  capabilityId: string;

  @Field(() => Int, { nullable: true, description: '1..5; null: not observed.' })
  @IsOptional()
  @IsIn(LEVELS, { message: 'level must be 1 to 5, or null for not observed' })
  level?: number | null;

  @Field(() => String, { nullable: true, description: 'Shown word for word, without a name.' })
  @IsOptional()
  @MaxLength(LONGEST_COMMENT)
  comment?: string | null;
}

@ArgsType()
export class AnswerArgs {
  @Field(() => ID)
  @IsString()
  requestId: string;

  @Field(() => [RatingInput], { description: 'One per capability; those not named stay as they are.' })
  @ArrayMaxSize(MOST_ANSWERS)
  @ValidateNested({ each: true })
  @Type(() => RatingInput)
  ratings: RatingInput[];
}

@ArgsType()
export class DeclineArgs {
  @Field(() => ID)
  @IsString()
  requestId: string;

  @Field(() => String, { description: 'Read by designers after the closing, without a name.' })
  @IsNotEmpty()
  @MaxLength(LONGEST_REASON)
  reason: string;
}

@ArgsType()
export class RequestsArgs {
  @Field(() => [AskedStatus], { nullable: true, description: 'Not given: OPEN.' })
  @IsOptional()
  @IsIn(Object.values(AskedStatus), { each: true })
  statuses?: AskedStatus[] | null;
}
