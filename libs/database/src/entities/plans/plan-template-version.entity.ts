import { Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { PlanTemplate } from './plan-template.entity.js';

/** What a template said from one change to the next; never changed. Table owner: plans. */
@Entity()
@Unique(['organizationId', 'templateId', 'version'])
export class PlanTemplateVersion extends OrganizationRow {
  @Column('uuid')
  templateId: string;

  @Column({ type: 'integer' })
  version: number;

  /** Goals with their actions. */
  @Column({ type: 'jsonb' })
  goals: readonly unknown[];

  @Column('uuid')
  recordedById: string;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => PlanTemplate, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('template_id'))
  template: Relation<PlanTemplate>;

  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('recorded_by_id'))
  recordedBy: Relation<Person>;
}
