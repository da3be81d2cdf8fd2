import { Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow } from '../organization-row.js';
import { Organization } from '../platform/organization.entity.js';

/** A set of capabilities that belong together, e.g. one bought or published elsewhere, or the organization's own. Table owner: capabilities. */
@Entity()
@Unique(['organizationId', 'identifier'])
export class Framework extends OrganizationRow {
  /** By which a second import knows it: of a CASE package its document's identifier, of the organization's own `own`. */
  @Column({ type: 'text' })
  identifier: string;

  @Column({ type: 'text' })
  title: string;

  /** The newest version; raised by every import that changes something. */
  @Column({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;
}
