import { Column, CreateDateColumn, Entity, Index } from 'typeorm';
import { OrganizationRow } from '../organization-row.js';

/**
 * Who did what to whom; append-only: the application's role may neither change nor delete one. Holds ids, never
 * names or addresses, so that erasure need not touch it. Table owner: platform.
 */
@Entity()
@Index('ix_audit_entry_recorded_at', ['organizationId', 'recordedAt'])
@Index('ix_audit_entry_subject_id', ['organizationId', 'subjectId'])
export class AuditEntry extends OrganizationRow {
  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  /** The person who acted; null for a command or the worker. */
  @Column({ type: 'uuid', nullable: true })
  actorId: string | null;

  /** e.g. ROLE_GRANTED. */
  @Column({ type: 'text' })
  action: string;

  /** What it was done to: a person, a round … */
  @Column({ type: 'uuid', nullable: true })
  subjectId: string | null;

  @Column({ type: 'jsonb', default: {} })
  detail: Readonly<Record<string, unknown>>;
}
