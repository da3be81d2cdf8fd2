import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { Executive } from '../directory/executive.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Cohort } from './cohort.entity.js';

export const EnrollmentStatus = {
  PENDING: 'PENDING',
  CONFIRMED: 'CONFIRMED',
  WAITLISTED: 'WAITLISTED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
  COMPLETED: 'COMPLETED',
} as const;
export type EnrollmentStatus = (typeof EnrollmentStatus)[keyof typeof EnrollmentStatus];

/** An executive's seat in a cohort, or their place in its waiting list. Table owner: programs. */
@Entity()
@Index('ix_enrollment_cohort_id', ['organizationId', 'cohortId'])
@Index('ix_enrollment_executive_id', ['organizationId', 'executiveId'])
@Index('uq_enrollment_active', ['organizationId', 'cohortId', 'executiveId'], {
  unique: true,
  where: `status IN ('PENDING', 'CONFIRMED', 'WAITLISTED', 'COMPLETED')`,
})
@Check(
  'enrollment_status_known',
  `status IN ('PENDING', 'CONFIRMED', 'WAITLISTED', 'DECLINED', 'WITHDRAWN', 'COMPLETED')`,
)
export class Enrollment extends OrganizationRow {
  @Column('uuid')
  cohortId: string;

  @Column('uuid')
  executiveId: string;

  @Column({ type: 'text' })
  status: EnrollmentStatus;

  /** Place in the order of asking, within the cohort. */
  @Column({ type: 'integer' })
  position: number;

  /** Why it was declined or withdrawn; null otherwise. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Cohort, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('cohort_id'))
  cohort: Relation<Cohort>;

  @ManyToOne(() => Executive, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('executive_id'))
  executive: Relation<Executive>;
}
