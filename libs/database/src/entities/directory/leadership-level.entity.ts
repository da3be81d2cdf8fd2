import { Check, Column, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow } from '../organization-row.js';
import { Organization } from '../platform/organization.entity.js';

/** A rung of leadership. Table owner: directory. */
@Entity()
@Unique(['organizationId', 'name'])
// Checked at the end of a statement: a new order swaps ranks.
@Unique('uq_leadership_level_rank', ['organizationId', 'rank'], {
  deferrable: 'INITIALLY IMMEDIATE',
})
@Check('leadership_level_rank_positive', 'rank > 0')
export class LeadershipLevel extends OrganizationRow {
  @Column({ type: 'text' })
  name: string;

  /** 1 is the lowest. */
  @Column({ type: 'integer' })
  rank: number;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;
}
