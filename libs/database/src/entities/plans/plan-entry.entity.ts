import { Check, Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { CapabilityPlan } from './capability-plan.entity.js';
import type { PlanStatus } from './capability-plan.entity.js';

export const PlanAct = {
  STARTED: 'STARTED',
  GOALS_SET: 'GOALS_SET',
  GOAL_CLOSED: 'GOAL_CLOSED',
  SUBMITTED: 'SUBMITTED',
  APPROVED: 'APPROVED',
  RETURNED: 'RETURNED',
  COMPLETED: 'COMPLETED',
  COMMENTED: 'COMMENTED',
  REVIEWER_NAMED: 'REVIEWER_NAMED',
  TEMPLATE_GOALS_ADDED: 'TEMPLATE_GOALS_ADDED',
  TEMPLATE_GOALS_REMOVED: 'TEMPLATE_GOALS_REMOVED',
  TEMPLATE_UNLINKED: 'TEMPLATE_UNLINKED',
} as const;
export type PlanAct = (typeof PlanAct)[keyof typeof PlanAct];

/** A line of a plan's history: a change of its state or its goals, or a comment. Never changed. Table owner: plans. */
@Entity()
@Unique(['organizationId', 'planId', 'position'])
@Check(
  'plan_entry_act_known',
  `act IN ('STARTED', 'GOALS_SET', 'GOAL_CLOSED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'COMPLETED', 'COMMENTED', 'REVIEWER_NAMED', 'TEMPLATE_GOALS_ADDED', 'TEMPLATE_GOALS_REMOVED', 'TEMPLATE_UNLINKED')`,
)
export class PlanEntry extends OrganizationRow {
  @Column('uuid')
  planId: string;

  /** 1, 2, 3 … within the plan. */
  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  act: PlanAct;

  /** Null: the product itself, e.g. when a program's goals came with a seat. */
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  /** The plan's status after it. */
  @Column({ type: 'text' })
  status: PlanStatus;

  /** Null: none, or its writer was erased. */
  @Column({ type: 'text', nullable: true })
  comment: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => CapabilityPlan, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('plan_id'))
  plan: Relation<CapabilityPlan>;

  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person> | null;
}
