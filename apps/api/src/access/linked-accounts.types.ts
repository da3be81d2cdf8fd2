import { Field, ID, ObjectType } from '@nestjs/graphql';
import { InstantScalar } from '../platform/scalars.js';

@ObjectType('LinkedAccount', {
  description: 'An account of an identity provider that signs in as a person.',
})
export class LinkedAccountType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'The provider, as an address.' }) issuer: string;
  @Field(() => InstantScalar) linkedAt: Date;
}
