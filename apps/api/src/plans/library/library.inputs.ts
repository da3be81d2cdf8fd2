import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ActionKind } from '@alidade/database';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsIn,
  IsNotEmpty,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { LONGEST_TITLE } from '../goal-words.inputs.js';

const MOST_ENTRIES = 100;

@InputType()
export class DevelopmentActionInput {
  @Field(() => ActionKind)
  @IsIn(Object.values(ActionKind))
  kind: ActionKind;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  title: string;
}

@ArgsType()
export class SetDevelopmentActionsArgs {
  @Field(() => ID)
  @IsString()
  capabilityId: string;

  @Field(() => [DevelopmentActionInput], { description: 'In their order; each title once. At most 100.' })
  @ArrayMaxSize(MOST_ENTRIES)
  @ArrayUnique(({ title }: DevelopmentActionInput) => title, { message: 'actions names a title twice' })
  @ValidateNested({ each: true })
  @Type(() => DevelopmentActionInput)
  actions: DevelopmentActionInput[];
}
