import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Cohort } from '../programs/cohort.entity.js';
import { DevelopmentAction } from './development-action.entity.js';
import { PlanGoal } from './plan-goal.entity.js';
import { TemplateAction } from './template-action.entity.js';

export const ActionKind = {
  EXPERIENCE: 'EXPERIENCE',
  EXPOSURE: 'EXPOSURE',
  EDUCATION: 'EDUCATION',
} as const;
export type ActionKind = (typeof ActionKind)[keyof typeof ActionKind];

export const ActionStatus = {
  PLANNED: 'PLANNED',
  IN_PROGRESS: 'IN_PROGRESS',
  DONE: 'DONE',
  DROPPED: 'DROPPED',
} as const;
export type ActionStatus = (typeof ActionStatus)[keyof typeof ActionStatus];

/** What somebody does to reach a goal, e.g. lead the next price round with a coach at the table. Table owner: plans. */
@Entity()
@Index('ix_plan_action_goal_id', ['organizationId', 'goalId'])
@Check('plan_action_kind_known', `kind IN ('EXPERIENCE', 'EXPOSURE', 'EDUCATION')`)
@Check('plan_action_status_known', `status IN ('PLANNED', 'IN_PROGRESS', 'DONE', 'DROPPED')`)
export class PlanAction extends OrganizationRow {
  @Column('uuid')
  goalId: string;

  /** Within the goal; lower ones come first. */
  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  kind: ActionKind;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', default: ActionStatus.PLANNED })
  status: ActionStatus;

  /** Since when it has its status. */
  @Column({ type: 'date' })
  statusSince: string;

  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  /** From whom support is wanted; null: from nobody named. */
  @Column({ type: 'uuid', nullable: true })
  supportFromId: string | null;

  /** What support is wanted; null: none. */
  @Column({ type: 'text', nullable: true })
  supportWanted: string | null;

  /** Of the library; null: not taken from it. */
  @Column({ type: 'uuid', nullable: true })
  developmentActionId: string | null;

  /** In which to take part; null: the action is no seat. */
  @Column({ type: 'uuid', nullable: true })
  cohortId: string | null;

  /** From which it came; stays when the goal is no longer linked. */
  @Column({ type: 'uuid', nullable: true })
  templateActionId: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => PlanGoal, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('goal_id'))
  goal: Relation<PlanGoal>;

  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('support_from_id'))
  supportFrom: Relation<Person> | null;

  @ManyToOne(() => DevelopmentAction, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('development_action_id'))
  developmentAction: Relation<DevelopmentAction> | null;

  @ManyToOne(() => Cohort, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('cohort_id'))
  cohort: Relation<Cohort> | null;

  @ManyToOne(() => TemplateAction, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('template_action_id'))
  templateAction: Relation<TemplateAction> | null;
}
