import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** Keys are what GraphQL shows, so they are written as in the schema. */
export const JobStatus = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const;
export type JobStatus = (typeof JobStatus)[keyof typeof JobStatus];

/**
 * The head of one piece of long work: ids and state, no content, so that any worker can find it before it binds
 * itself to the organization. A platform table without row-level security. Table owner: platform.
 */
@Entity()
@Check('job_status_known', `status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')`)
@Check('job_progress_is_share', 'progress BETWEEN 0 AND 1')
@Index('uq_job_key_active', ['organizationId', 'key'], {
  unique: true,
  where: `status IN ('QUEUED', 'RUNNING')`,
})
@Index('ix_job_run_after_active', ['organizationId', 'runAfter'], {
  where: `status IN ('QUEUED', 'RUNNING')`,
})
@Index('ix_job_changed_at', ['organizationId', 'changedAt'])
export class Job {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** Which handler takes it, e.g. IMPORT. */
  @Column({ type: 'text' })
  kind: string;

  /** At most one active job of an organization has this key. */
  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'text', default: JobStatus.QUEUED })
  status: JobStatus;

  /** How often it was claimed; also the fence: an earlier attempt may write nothing any more. */
  @Column({ type: 'integer', default: 0 })
  attempt: number;

  /** After so many claims without an end it is given up. */
  @Column({ type: 'integer', default: 5 })
  maxAttempts: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  runAfter: Date;

  /** Until when the claim holds; past it another worker may take the job. */
  @Column({ type: 'timestamptz', nullable: true })
  leaseUntil: Date | null;

  @Column({ type: 'boolean', default: false })
  cancelRequested: boolean;

  /** Asked for once more while it was running: it is queued again when it ends. */
  @Column({ type: 'boolean', default: false })
  again: boolean;

  /** 0..1 */
  @Column({ type: 'double precision', default: 0 })
  progress: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  changedAt: Date;
}
