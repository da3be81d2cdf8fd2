import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ImportKind } from '@alidade/database';

/** What became of a file. */
export const ImportStatus = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  SUCCEEDED: 'SUCCEEDED',
  REJECTED: 'REJECTED',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const;
export type ImportStatus = (typeof ImportStatus)[keyof typeof ImportStatus];

registerEnumType(ImportKind, { name: 'ImportKind', description: 'What a file brings.' });
registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  valuesMap: {
    REJECTED: { description: 'Read to its end and found faulty; nothing of it was kept.' },
    FAILED: { description: 'Something went wrong that is not in the file; nothing of it was kept.' },
    CANCELLED: { description: 'Somebody asked for that; nothing of it was kept.' },
  },
});

@ObjectType('ImportFault', { description: 'Line as in the file, 1 is the header.' })
export class ImportFaultType {
  @Field(() => Int) line: number;
  @Field(() => String, { nullable: true, description: 'Null: the whole line.' }) column: string | null;
  @Field(() => String) message: string;
}

@ObjectType('ImportJob', {
  description:
    'One file taken in: all of it, or, when any row is faulty (REJECTED) or it was a dry run (SUCCEEDED with dryRun true), nothing. rows = created + updated + unchanged.',
})
export class ImportJobType {
  @Field(() => ID) id: string;
  @Field(() => ImportKind) kind: ImportKind;
  @Field(() => ImportStatus) status: ImportStatus;
  @Field(() => Boolean) dryRun: boolean;
  @Field(() => Float, { description: 'Share of the work done, 0..1.' }) progress: number;
  @Field(() => Int, { description: 'Rows of the file; 0 until it has SUCCEEDED.' }) rows: number;
  @Field(() => Int, { description: 'Rows that made something, or in a dry run would have.' }) created: number;
  @Field(() => Int, { description: 'Rows that changed something, or in a dry run would have.' })
  updated: number;
  @Field(() => Int) unchanged: number;
  @Field(() => [ImportFaultType], { description: 'The first 100 faults; faultCount counts them all.' })
  faults: readonly ImportFaultType[];
  @Field(() => Int) faultCount: number;
  @Field(() => String, { nullable: true, description: 'Why it FAILED; null when it has not.' })
  failure: string | null;
}
