import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Characters of the title of a goal or an action, in a plan, a template or the library. */
export const LONGEST_TITLE = 300;

/** What a goal says, in somebody's plan as in a program's template. */
@InputType({ isAbstract: true })
export abstract class GoalWordsInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  id?: string | null;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LONGEST_TITLE)
  title: string;

  @Field(() => ID, { nullable: true, description: 'Null: a goal outside the framework.' })
  @IsOptional()
  @IsString()
  capabilityId?: string | null;

  @Field(() => Float, { nullable: true, description: '1..5' })
  @IsOptional()
  @Min(1)
  @Max(5)
  targetLevel?: number | null;
}
