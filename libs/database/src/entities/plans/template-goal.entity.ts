import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { Capability } from '../capabilities/capability.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { PlanTemplate } from './plan-template.entity.js';

/** A goal of the newest version of a template. Table owner: plans. */
@Entity()
@Index('ix_template_goal_template_id', ['organizationId', 'templateId'])
@Check('template_goal_target_on_scale', 'target_level BETWEEN 1 AND 5')
export class TemplateGoal extends OrganizationRow {
  @Column('uuid')
  templateId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  title: string;

  /** Null for a goal outside the framework. */
  @Column({ type: 'uuid', nullable: true })
  capabilityId: string | null;

  /** 1..5 */
  @Column({ type: 'double precision', nullable: true })
  targetLevel: number | null;

  /** From the day it comes into a plan; null: no day is set. */
  @Column({ type: 'integer', nullable: true })
  dueAfterMonths: number | null;

  /** No longer in the template; plans that keep it still name it. */
  @Column({ type: 'boolean', default: false })
  retired: boolean;

  @ManyToOne(() => PlanTemplate, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('template_id'))
  template: Relation<PlanTemplate>;

  @ManyToOne(() => Capability, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability> | null;
}
