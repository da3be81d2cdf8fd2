import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import type { ActionKind } from './plan-action.entity.js';
import { TemplateGoal } from './template-goal.entity.js';

/** An action of a goal of the newest version of a template. Table owner: plans. */
@Entity()
@Index('ix_template_action_template_goal_id', ['organizationId', 'templateGoalId'])
@Check('template_action_kind_known', `kind IN ('EXPERIENCE', 'EXPOSURE', 'EDUCATION')`)
export class TemplateAction extends OrganizationRow {
  @Column('uuid')
  templateGoalId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  kind: ActionKind;

  @Column({ type: 'text' })
  title: string;

  /** From the day its goal comes into a plan; null: no day is set. */
  @Column({ type: 'integer', nullable: true })
  dueAfterMonths: number | null;

  /** No longer in the template. */
  @Column({ type: 'boolean', default: false })
  retired: boolean;

  @ManyToOne(() => TemplateGoal, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('template_goal_id'))
  goal: Relation<TemplateGoal>;
}
