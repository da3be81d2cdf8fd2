import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Cohort } from '../programs/cohort.entity.js';
import { CapabilityPlan } from './capability-plan.entity.js';
import { PlanTemplate } from './plan-template.entity.js';

/** That a seat in a cohort brought a template into a plan. Stays when it has ended, as where goals came from. Table owner: plans. */
@Entity()
@Index('uq_plan_template_link_live', ['organizationId', 'planId', 'templateId'], {
  unique: true,
  where: 'ended_on IS NULL',
})
@Index('ix_plan_template_link_plan_id', ['organizationId', 'planId'])
@Index('ix_plan_template_link_template_id', ['organizationId', 'templateId'])
export class PlanTemplateLink extends OrganizationRow {
  @Column('uuid')
  planId: string;

  @Column('uuid')
  templateId: string;

  @Column('uuid')
  cohortId: string;

  @Column({ type: 'date' })
  linkedOn: string;

  /** The seat or the plan ended, or somebody unlinked it; null: the plan reads the template. */
  @Column({ type: 'date', nullable: true })
  endedOn: string | null;

  @ManyToOne(() => CapabilityPlan, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('plan_id'))
  plan: Relation<CapabilityPlan>;

  @ManyToOne(() => PlanTemplate, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('template_id'))
  template: Relation<PlanTemplate>;

  @ManyToOne(() => Cohort, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('cohort_id'))
  cohort: Relation<Cohort>;
}
