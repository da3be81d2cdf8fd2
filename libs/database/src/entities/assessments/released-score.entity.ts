import type { AgreementBand, RaterGroup, ReleasedGroup } from '@alidade/release';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Capability } from '../capabilities/capability.entity.js';
import { sameOrganization } from '../organization-row.js';
import { RoundSubject } from './round-subject.entity.js';

/**
 * What a round shows of one subject in one capability: written once, when the round is released, and never changed.
 * Table owner: assessments.
 */
@Entity()
@Index('ix_released_score_executive_id', ['organizationId', 'executiveId'])
@Check('released_score_others_on_scale', 'others BETWEEN 1 AND 5')
@Check('released_score_agreement_known', `agreement IN ('STRONG', 'MODERATE', 'SPLIT')`)
export class ReleasedScore {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  roundId: string;

  @PrimaryColumn('uuid')
  executiveId: string;

  @PrimaryColumn('uuid')
  capabilityId: string;

  /** X, 1..5; null when no group could be released. */
  @Column({ type: 'double precision', nullable: true })
  others: number | null;

  /** 1..5; null when the subject gave none. */
  @Column({ type: 'double precision', nullable: true })
  self: number | null;

  /** Without SELF. */
  @Column({ type: 'jsonb' })
  groups: readonly ReleasedGroup[];

  /** Left out of every figure to protect their raters. */
  @Column({ type: 'text', array: true })
  suppressedGroups: readonly RaterGroup[];

  /** Of X, in levels; null when the round cannot tell. */
  @Column({ type: 'double precision', nullable: true })
  standardError: number | null;

  /** r_xx of X, 0..1; null when the round cannot tell. */
  @Column({ type: 'double precision', nullable: true })
  reliability: number | null;

  /** For a reliability of .70; null when the round cannot tell. */
  @Column({ type: 'integer', nullable: true })
  ratersNeeded: number | null;

  /** Only for five respondents or more. */
  @Column({ type: 'text', nullable: true })
  agreement: AgreementBand | null;

  /** Of the raters behind the groups, without SELF; in an order that their words alone decide. */
  @Column({ type: 'text', array: true, default: [] })
  comments: readonly string[];

  @ManyToOne(() => RoundSubject, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'organization_id', referencedColumnName: 'organizationId' },
    { name: 'round_id', referencedColumnName: 'roundId' },
    { name: 'executive_id', referencedColumnName: 'executiveId' },
  ])
  subject: Relation<RoundSubject>;

  @ManyToOne(() => Capability, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability>;
}
