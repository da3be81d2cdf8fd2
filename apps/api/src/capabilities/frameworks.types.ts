import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar } from '../platform/scalars.js';

@ObjectType('Framework', {
  description:
    "A set of capabilities that belong together: the organization's own, or one from a CASE package. Every change is a kept version, which GET /frameworks/{id}/case?version= gives as a CASE package.",
})
export class FrameworkType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => Int, { description: 'The newest, from 1.' }) version: number;
  @Field(() => InstantScalar, { description: 'When the newest version was recorded.' }) recordedAt: Date;
}
