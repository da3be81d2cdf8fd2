import type { ReadinessPolicy } from '@alidade/readiness';
import type { ReleasePolicy } from '@alidade/release';
import { Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Organization } from './organization.entity.js';

export interface PolicySettings {
  readonly readiness?: Partial<ReadinessPolicy>;
  readonly release?: Partial<ReleasePolicy>;
}

/**
 * One version of the choices an organization makes about its figures (weights, thresholds, bands). It holds from
 * its day until the next version's, never backward; a stored result names the version that made it. Table owner: platform.
 */
@Entity()
export class Policy {
  @PrimaryColumn('uuid')
  organizationId: string;

  /** 1, 2, 3 … */
  @PrimaryColumn('integer')
  version: number;

  @Column({ type: 'date' })
  validFrom: string;

  /** Only what differs from the defaults. */
  @Column({ type: 'jsonb', default: {} })
  settings: PolicySettings;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;
}
