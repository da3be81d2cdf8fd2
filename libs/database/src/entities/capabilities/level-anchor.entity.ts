import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { sameOrganization } from '../organization-row.js';
import { Capability } from './capability.entity.js';

/** What one proficiency level of a capability looks like; shown while rating. Table owner: capabilities. */
@Entity()
@Check('level_anchor_level_on_scale', 'level BETWEEN 1 AND 5')
export class LevelAnchor {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  capabilityId: string;

  /** 1..5 */
  @PrimaryColumn('smallint')
  level: number;

  /** e.g. Intermediate */
  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  description: string;

  @ManyToOne(() => Capability, (capability) => capability.anchors, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability>;
}
