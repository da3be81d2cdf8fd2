import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/connection.js';

@ObjectType('LeadershipLevel', { description: 'A rung of leadership, ordered from the lowest.' })
export class LeadershipLevelType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Int, { description: '1 is the lowest.' }) rank: number;
}

@ObjectType('OrgUnit', { description: 'A part of the organization; where it stands in the tree is dated.' })
export class OrgUnitType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Unique among its siblings.' }) name: string;
  /** Null at the top. */
  parentId: string | null;
  /** On which `parent` and `children` hold. */
  day: string;
}

@ObjectType('Organization')
export class OrganizationType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'IANA zone; whose midnight opens and closes rounds.' })
  timeZone: string;
  @Field(() => Boolean, {
    description: "Whether a provider's account may be linked, once, by the verified address it comes with.",
  })
  linksAccountsByMail: boolean;
}

@ObjectType('Person', {
  description:
    'Anybody the organization knows: an executive, a rater, an owner. What colleagues may see of each other.',
})
export class PersonType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: 'Null when none is known.' }) title: string | null;
  /** On which `unit` holds; today when not given. */
  day?: string;
}

@ObjectType('Executive', {
  description:
    'The development record of one executive: only for the executive, those who manage or coach them, and viewers with permission on named levels. Unit, leadership level and manager are the last held when the executive has left.',
})
export class ExecutiveType {
  @Field(() => ID) id: string;
  personId: string;
  /** On which the fields below hold; today when not given. */
  day?: string;
}

export const PersonConnection = connectionOf('Person', PersonType);
export const ExecutiveConnection = connectionOf('Executive', ExecutiveType);

@ObjectType('Viewer', { description: 'Who is asking, and what they may do.' })
export class ViewerType {
  personId: string;
  @Field(() => [String], { description: 'Names of the permissions held, e.g. PROGRAM_DESIGN.' })
  permissions: string[];
}
