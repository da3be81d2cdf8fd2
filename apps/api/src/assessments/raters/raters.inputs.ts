import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { RaterGroup } from '@alidade/release';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { RaterGroupEnum } from './rater-group.enum.js';

const LONGEST_NAME = 200;
const MOST_RATERS = 60;

@InputType({ description: 'Who rates one executive; personId or an outside e-mail address.' })
export class RaterInput {
  @Field(() => RaterGroupEnum)
  @IsIn(Object.values(RaterGroup))
  group: RaterGroup;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  personId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of somebody outside, who is sent a link; an address that the directory knows is that person.',
  })
  @IsOptional()
  @IsEmail()
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Of somebody outside; the address when not given.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(LONGEST_NAME)
  name?: string | null;
}

@ArgsType()
export class SetRatersArgs {
  @Field(() => ID)
  @IsString()
  roundId: string;

  @Field(() => ID)
  @IsString()
  executiveId: string;

  @Field(() => [RaterInput], { description: 'All of them: who is not listed is not asked.' })
  @ArrayMaxSize(MOST_RATERS)
  @ValidateNested({ each: true })
  @Type(() => RaterInput)
  raters: RaterInput[];
}
