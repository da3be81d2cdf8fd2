import type { ReadinessPolicy } from '@alidade/readiness';
import type { ReleasePolicy } from '@alidade/release';
import { Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Organization } from './organization.entity.js';

export interface PolicySettings {
  readonly readiness?: Partial<ReadinessPolicy>;
  readonly release?: Partial<ReleasePolicy>;
  readonly reports?: Partial<ReportPolicy>;
}

/** Who may see a released report beside its subject and the coach they were given; raters are told before they answer. */
export interface ReportPolicy {
  /** The manager of the day on which they look. */
  readonly manager: boolean;
  /** Those with READINESS_VIEW_NAMED where the subject works: designers are. */
  readonly designer: boolean;
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
