import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { Executive } from '../directory/executive.entity.js';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';

export const PlanStatus = {
  DRAFT: 'DRAFT',
  WAITING_FOR_REVIEW: 'WAITING_FOR_REVIEW',
  ACTIVE: 'ACTIVE',
  COMPLETED: 'COMPLETED',
} as const;
export type PlanStatus = (typeof PlanStatus)[keyof typeof PlanStatus];

/**
 * One executive's plan to close gaps that strategies make matter, e.g. the year in which Ana learns to price value. At
 * most one of an executive is not completed. Table owner: plans.
 */
@Entity()
@Index('ix_capability_plan_executive_id', ['organizationId', 'executiveId'])
@Index('uq_capability_plan_open', ['organizationId', 'executiveId'], {
  unique: true,
  where: `status <> 'COMPLETED'`,
})
@Check('capability_plan_status_known', `status IN ('DRAFT', 'WAITING_FOR_REVIEW', 'ACTIVE', 'COMPLETED')`)
@Check('capability_plan_completed_on_a_day', `(status = 'COMPLETED') = (completed_on IS NOT NULL)`)
export class CapabilityPlan extends OrganizationRow {
  @Column('uuid')
  executiveId: string;

  @Column({ type: 'text', default: PlanStatus.DRAFT })
  status: PlanStatus;

  /** Who reviews it in the manager's place; null: the manager. */
  @Column({ type: 'uuid', nullable: true })
  reviewerId: string | null;

  @Column({ type: 'date' })
  startedOn: string;

  /** Since when it has its status. */
  @Column({ type: 'date' })
  statusSince: string;

  @Column({ type: 'date', nullable: true })
  completedOn: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Executive, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('executive_id'))
  executive: Relation<Executive>;

  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('reviewer_id'))
  reviewer: Relation<Person> | null;
}
