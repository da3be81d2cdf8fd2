import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { connectionOf, PageArgs } from '../platform/connection.js';
import { InstantScalar } from '../platform/scalars.js';

@ArgsType()
export class AuditTrailArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only what was done to this person, unit, round …; everything when not given.',
  })
  @IsOptional()
  @IsString()
  subjectId?: string | null;
}

@ObjectType('AuditDetail', { description: 'What else is known of an act: ids and settings, never names.' })
class AuditDetailType {
  @Field(() => String, { description: 'e.g. role' }) name: string;
  @Field(() => [String]) values: readonly string[];
}

@ObjectType('AuditEntry', { description: 'Who did what to whom. Entries are added, never changed.' })
export class AuditEntryType {
  @Field(() => ID) id: string;
  @Field(() => InstantScalar) recordedAt: string;
  actorId: string | null;
  @Field(() => String, { description: 'Of the past, e.g. ROLE_GRANTED.' }) action: string;
  @Field(() => ID, { nullable: true, description: 'Null: the organization itself, or somebody unknown.' })
  subjectId: string | null;
  @Field(() => [AuditDetailType]) details: AuditDetailType[];
}

export const AuditEntryConnection = connectionOf('AuditEntry', AuditEntryType);
