import { Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, OneToMany } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow } from '../organization-row.js';
import { Organization } from '../platform/organization.entity.js';
import { ProgramDevelopment } from './program-development.entity.js';

/** A development program, held in cohorts. Table owner: programs. */
@Entity()
export class Program extends OrganizationRow {
  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  purpose: string;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;

  @OneToMany(() => ProgramDevelopment, (development) => development.program)
  develops: Relation<ProgramDevelopment[]>;
}
