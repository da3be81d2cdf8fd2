import type { RaterGroup } from '@alidade/release';
import { Check, Column, CreateDateColumn, Entity, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow } from '../organization-row.js';
import { Organization } from '../platform/organization.entity.js';

/** Keys are what GraphQL shows, so they are written as in the schema. */
export const RoundStatus = {
  DRAFT: 'DRAFT',
  OPEN: 'OPEN',
  CLOSED: 'CLOSED',
  RELEASING: 'RELEASING',
  RELEASED: 'RELEASED',
} as const;
export type RoundStatus = (typeof RoundStatus)[keyof typeof RoundStatus];

export const Occasion = {
  BASELINE: 'BASELINE',
  MIDPOINT: 'MIDPOINT',
  FOLLOW_UP: 'FOLLOW_UP',
  RETROSPECTIVE: 'RETROSPECTIVE',
} as const;
export type Occasion = (typeof Occasion)[keyof typeof Occasion];

export const RoundPurpose = { READINESS: 'READINESS', DEVELOPMENT: 'DEVELOPMENT' } as const;
export type RoundPurpose = (typeof RoundPurpose)[keyof typeof RoundPurpose];

/** Raters wished for, by group; a group that is not named takes all whom the directory proposes. */
export type WantedRaters = Readonly<Partial<Record<RaterGroup, number>>>;

/** A dated round of multi-rater assessment. Closing ends it for good; release freezes what may be shown. Table owner: assessments. */
@Entity()
@Check('assessment_round_status_known', `status IN ('DRAFT', 'OPEN', 'CLOSED', 'RELEASING', 'RELEASED')`)
@Check(
  'assessment_round_occasion_known',
  `occasion IN ('BASELINE', 'MIDPOINT', 'FOLLOW_UP', 'RETROSPECTIVE')`,
)
@Check('assessment_round_purpose_known', `purpose IN ('READINESS', 'DEVELOPMENT')`)
@Check('assessment_round_opens_before_it_closes', 'opens_on <= closes_on')
@Check('assessment_round_closed_has_day', `(status IN ('DRAFT', 'OPEN')) = (evidence_on IS NULL)`)
export class AssessmentRound extends OrganizationRow {
  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  occasion: Occasion;

  @Column({ type: 'text' })
  purpose: RoundPurpose;

  @Column({ type: 'text', default: RoundStatus.DRAFT })
  status: RoundStatus;

  @Column({ type: 'date' })
  opensOn: string;

  @Column({ type: 'date' })
  closesOn: string;

  /** The answers come from a file; nobody is invited. */
  @Column({ type: 'boolean', default: false })
  imported: boolean;

  @Column({ type: 'jsonb', default: {} })
  wantedRaters: WantedRaters;

  /** Days on which those who have not answered are reminded; within the round. */
  @Column({ type: 'date', array: true, default: [] })
  remindsOn: readonly string[];

  /** From which day its levels hold: the earlier of closesOn and the actual closing; null until closed. */
  @Column({ type: 'date', nullable: true })
  evidenceOn: string | null;

  /** The policy version in force at opening; null before. */
  @Column({ type: 'integer', nullable: true })
  policyVersion: number | null;

  /**
   * Raters' keys are kept only as an HMAC under this; destroyed at release, so that afterwards nobody can tell whose
   * answers belong together across files.
   */
  @Column({ type: 'bytea', nullable: true })
  raterSecret: Buffer | null;

  @Column({ type: 'timestamptz', nullable: true })
  releasedAt: Date | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;
}
