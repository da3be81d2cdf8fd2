import { Column, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Program } from '../programs/program.entity.js';

/** Goals that a program brings to the plans of those who have a seat in it. Table owner: plans. */
@Entity()
@Unique(['organizationId', 'programId'])
export class PlanTemplate extends OrganizationRow {
  @Column('uuid')
  programId: string;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @ManyToOne(() => Program, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('program_id'))
  program: Relation<Program>;
}
