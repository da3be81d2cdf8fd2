import { Check, Column, CreateDateColumn, Entity, JoinColumn, OneToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Job } from './job.entity.js';

/** What a file brings; which reader takes it. */
export const ImportKind = {
  PEOPLE: 'PEOPLE',
  CAPABILITIES: 'CAPABILITIES',
  FRAMEWORK: 'FRAMEWORK',
  REQUIREMENTS: 'REQUIREMENTS',
  RATINGS: 'RATINGS',
} as const;
export type ImportKind = (typeof ImportKind)[keyof typeof ImportKind];

/** One fault of a file: line as in the file (1 is the header), column by name. */
export interface ImportFault {
  readonly line: number;
  readonly column: string | null;
  readonly message: string;
}

/** One file taken in: all of it or nothing. Has the id of its job. Table owner: imports. */
@Entity()
@Check('import_file_kind_known', `kind IN ('PEOPLE', 'CAPABILITIES', 'FRAMEWORK', 'REQUIREMENTS', 'RATINGS')`)
export class ImportFile extends OrganizationRow {
  @Column({ type: 'text' })
  kind: ImportKind;

  @Column({ type: 'boolean' })
  dryRun: boolean;

  /** Beside the file itself, e.g. the round of ratings. */
  @Column({ type: 'jsonb', default: {} })
  parameters: Readonly<Record<string, string>>;

  /** Rows read, without the header. */
  @Column({ type: 'integer', default: 0 })
  rows: number;

  @Column({ type: 'integer', default: 0 })
  created: number;

  @Column({ type: 'integer', default: 0 })
  updated: number;

  @Column({ type: 'integer', default: 0 })
  unchanged: number;

  @Column({ type: 'integer', default: 0 })
  faultCount: number;

  /** The first 100. */
  @Column({ type: 'jsonb', default: [] })
  faults: readonly ImportFault[];

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @OneToOne(() => Job, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('id'))
  job: Relation<Job>;
}
