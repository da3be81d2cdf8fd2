import { Check, Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { Capability } from '../capabilities/capability.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import type { ActionKind } from './plan-action.entity.js';

/** What has helped others to develop a capability, to be taken into a plan. Table owner: plans. */
@Entity()
@Unique(['organizationId', 'capabilityId', 'title'])
@Check('development_action_kind_known', `kind IN ('EXPERIENCE', 'EXPOSURE', 'EDUCATION')`)
export class DevelopmentAction extends OrganizationRow {
  @Column('uuid')
  capabilityId: string;

  /** Within the capability; lower ones come first. */
  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  kind: ActionKind;

  @Column({ type: 'text' })
  title: string;

  /** No longer proposed; plans that took it keep it. */
  @Column({ type: 'boolean', default: false })
  retired: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Capability, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability>;
}
