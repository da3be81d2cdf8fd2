import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/connection.js';

@ObjectType('LeadershipLevel', { description: 'A rung of leadership, ordered from the lowest.' })
export class LeadershipLevelType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Int, { description: '1 is the lowest.' }) rank: number;
}

@ObjectType('Organization')
export class OrganizationType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'IANA zone; whose midnight opens and closes rounds.' })
  timeZone: string;
}

@ObjectType('Person', {
  description:
    'Anybody the organization knows: an executive, a rater, an owner. What colleagues may see of each other.',
})
export class PersonType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: 'Null when none is known.' }) title: string | null;
}

@ObjectType('Executive', {
  description:
    'The development record of one executive: only for the executive, those who manage or coach them, and viewers with permission on named levels.',
})
export class ExecutiveType {
  @Field(() => ID) id: string;
  personId: string;
}

export const ExecutiveConnection = connectionOf('Executive', ExecutiveType);

@ObjectType('Viewer', { description: 'Who is asking, and what they may do.' })
export class ViewerType {
  personId: string;
  @Field(() => [String], { description: 'Names of the permissions held, e.g. PROGRAM_DESIGN.' })
  permissions: string[];
}
