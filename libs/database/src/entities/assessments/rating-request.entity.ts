import type { RaterGroup } from '@alidade/release';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { RoundSubject } from './round-subject.entity.js';

/**
 * NOMINATED (by the subject) and APPROVED stand before the opening, when nobody has been asked yet; the others are
 * what GraphQL shows of a request.
 */
export const RatingRequestStatus = {
  NOMINATED: 'NOMINATED',
  APPROVED: 'APPROVED',
  OPEN: 'OPEN',
  SUBMITTED: 'SUBMITTED',
  DECLINED: 'DECLINED',
  EXPIRED: 'EXPIRED',
} as const;
export type RatingRequestStatus = (typeof RatingRequestStatus)[keyof typeof RatingRequestStatus];

/** An answer that has not been submitted. */
export interface DraftAnswer {
  readonly capabilityId: string;
  /** 1..5; null: not observed. */
  readonly level: number | null;
  readonly comment: string | null;
}

/**
 * Who is asked to rate whom in a round, and whether they have; never what they said. The answers hang on a key made of
 * this id and the round's secret, which the release destroys. It has no time, so it does not tell when somebody
 * answered. Table owner: assessments.
 */
@Entity()
@Unique(['organizationId', 'roundId', 'executiveId', 'personId'])
@Index('ix_rating_request_person_id', ['organizationId', 'personId'])
@Check('rating_request_group_known', `rater_group IN ('SELF', 'MANAGER', 'PEER', 'DIRECT_REPORT', 'OTHER')`)
@Check(
  'rating_request_status_known',
  `status IN ('NOMINATED', 'APPROVED', 'OPEN', 'SUBMITTED', 'DECLINED', 'EXPIRED')`,
)
@Check('rating_request_declined_has_reason', `(status = 'DECLINED') = (decline_reason IS NOT NULL)`)
@Check('rating_request_draft_while_open', `draft IS NULL OR status IN ('OPEN', 'SUBMITTED')`)
export class RatingRequest extends OrganizationRow {
  @Column('uuid')
  roundId: string;

  @Column('uuid')
  executiveId: string;

  /** Who is asked. */
  @Column('uuid')
  personId: string;

  @Column({ type: 'text' })
  raterGroup: RaterGroup;

  @Column({ type: 'text' })
  status: RatingRequestStatus;

  @Column({ type: 'text', nullable: true })
  declineReason: string | null;

  /** What the rater has kept and not submitted; null: nothing. */
  @Column({ type: 'jsonb', nullable: true })
  draft: readonly DraftAnswer[] | null;

  @ManyToOne(() => RoundSubject, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'organization_id', referencedColumnName: 'organizationId' },
    { name: 'round_id', referencedColumnName: 'roundId' },
    { name: 'executive_id', referencedColumnName: 'executiveId' },
  ])
  subject: Relation<RoundSubject>;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person>;
}
