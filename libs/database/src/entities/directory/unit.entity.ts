import { Column, CreateDateColumn, Entity, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow } from '../organization-row.js';
import { Organization } from '../platform/organization.entity.js';

/** A part of the organization, e.g. Supply chain; where it stands in the tree is dated, see UnitPlacement. Table owner: directory. */
@Entity()
export class Unit extends OrganizationRow {
  /** Unique among its siblings. */
  @Column({ type: 'text' })
  name: string;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;
}
