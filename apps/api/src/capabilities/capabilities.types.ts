import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('LevelAnchor', { description: 'What one proficiency level of a capability looks like.' })
export class LevelAnchorType {
  @Field(() => Int, { description: '1..5' }) level: number;
  @Field(() => String, { description: 'e.g. Intermediate' }) name: string;
  @Field(() => String) description: string;
}

@ObjectType('Capability', { description: 'What a person is able to do, or a heading over such.' })
export class CapabilityType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Short key, unique in the organization; what files refer to.' })
  code: string;
  @Field(() => String) name: string;
  @Field(() => String) definition: string;
  frameworkId: string;
  parentId: string | null;
  /** As they were when they were asked about; not given: as they are. */
  anchors?: readonly LevelAnchorType[];
}

/** As it read when it was asked about. */
export type FrozenCapability = Required<CapabilityType>;
