import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { LevelEvidence } from '../assessments/level-evidence.entity.js';
import { Capability } from '../capabilities/capability.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { CapabilityPlan } from './capability-plan.entity.js';
import { PlanTemplateLink } from './plan-template-link.entity.js';
import { TemplateGoal } from './template-goal.entity.js';

export const PlanGoalState = { ACTIVE: 'ACTIVE', WAITING: 'WAITING', CLOSED: 'CLOSED' } as const;
export type PlanGoalState = (typeof PlanGoalState)[keyof typeof PlanGoalState];

/** What a plan is to reach, e.g. pricing from 2.4 to 3.5 by June. Table owner: plans. */
@Entity()
@Index('ix_plan_goal_plan_id', ['organizationId', 'planId'])
@Index('ix_plan_goal_capability_id', ['organizationId', 'capabilityId'])
@Index('ix_plan_goal_template_goal_id', ['organizationId', 'templateGoalId'])
@Check(
  'plan_goal_linked_to_something',
  'NOT linked OR (template_goal_id IS NOT NULL AND template_link_id IS NOT NULL)',
)
@Check('plan_goal_state_known', `state IN ('ACTIVE', 'WAITING', 'CLOSED')`)
@Check('plan_goal_levels_on_scale', 'start_level BETWEEN 1 AND 5 AND target_level BETWEEN 1 AND 5')
@Check('plan_goal_start_level_with_evidence', '(start_level IS NULL) = (start_evidence_id IS NULL)')
@Check('plan_goal_closed_on_a_day', `(state = 'CLOSED') = (closed_on IS NOT NULL)`)
export class PlanGoal extends OrganizationRow {
  @Column('uuid')
  planId: string;

  /** Within the plan; lower ones come first. */
  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  state: PlanGoalState;

  @Column({ type: 'text' })
  title: string;

  /** What it will look like when it is reached, in the executive's own words; null: not said yet. */
  @Column({ type: 'text', nullable: true })
  success: string | null;

  /** Null for a goal outside the framework. */
  @Column({ type: 'uuid', nullable: true })
  capabilityId: string | null;

  /** As it was on the day the goal was set, 1..5; null: none counted. Never changed by what comes later. */
  @Column({ type: 'double precision', nullable: true })
  startLevel: number | null;

  @Column({ type: 'uuid', nullable: true })
  startEvidenceId: string | null;

  /** The day the goal was set. */
  @Column({ type: 'date' })
  setOn: string;

  /** 1..5 */
  @Column({ type: 'double precision', nullable: true })
  targetLevel: number | null;

  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Column({ type: 'date', nullable: true })
  closedOn: string | null;

  /** The goal of an earlier plan that this one goes on with; null: a new one. */
  @Column({ type: 'uuid', nullable: true })
  carriedFromId: string | null;

  /** From which it came; stays when it is no longer linked. */
  @Column({ type: 'uuid', nullable: true })
  templateGoalId: string | null;

  /** How the template came into the plan; null as templateGoalId. */
  @Column({ type: 'uuid', nullable: true })
  templateLinkId: string | null;

  /** Of the template, when it was last read; null as templateGoalId. */
  @Column({ type: 'integer', nullable: true })
  templateVersion: number | null;

  /** Whether it is what the template says, change by change. */
  @Column({ type: 'boolean', default: false })
  linked: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => CapabilityPlan, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('plan_id'))
  plan: Relation<CapabilityPlan>;

  @ManyToOne(() => Capability, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability> | null;

  @ManyToOne(() => LevelEvidence, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('start_evidence_id'))
  startEvidence: Relation<LevelEvidence> | null;

  @ManyToOne(() => PlanGoal)
  @JoinColumn(sameOrganization('carried_from_id'))
  carriedFrom: Relation<PlanGoal> | null;

  @ManyToOne(() => TemplateGoal, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('template_goal_id'))
  templateGoal: Relation<TemplateGoal> | null;

  @ManyToOne(() => PlanTemplateLink)
  @JoinColumn(sameOrganization('template_link_id'))
  templateLink: Relation<PlanTemplateLink> | null;
}
