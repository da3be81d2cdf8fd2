import { Column, Entity, JoinColumn, OneToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Job } from './job.entity.js';

/** What a job is about and what came of it; has the id of its head. Table owner: platform. */
@Entity()
export class JobContent extends OrganizationRow {
  /** Who asked for it; null for the system itself. */
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ type: 'jsonb', default: {} })
  input: Readonly<Record<string, unknown>>;

  @Column({ type: 'jsonb', nullable: true })
  result: Readonly<Record<string, unknown>> | null;

  /** Why it failed, safe to show; null while it has not. */
  @Column({ type: 'text', nullable: true })
  failure: string | null;

  @OneToOne(() => Job, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('id'))
  job: Relation<Job>;
}
