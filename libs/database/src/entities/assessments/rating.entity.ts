import type { RaterGroup } from '@alidade/release';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Capability } from '../capabilities/capability.entity.js';
import { sameOrganization } from '../organization-row.js';
import { RoundSubject } from './round-subject.entity.js';

/**
 * One rater's level for one subject and capability. Append-only: a correction before closing is a row with the next
 * revision, and the highest counts. It has no id and no time of its own, so neither tells who answered when.
 * Table owner: assessments.
 */
@Entity()
@Check('rating_level_on_scale', 'level BETWEEN 1 AND 5')
@Check('rating_group_known', `rater_group IN ('SELF', 'MANAGER', 'PEER', 'DIRECT_REPORT', 'OTHER')`)
export class Rating {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  roundId: string;

  @PrimaryColumn('uuid')
  executiveId: string;

  @PrimaryColumn('uuid')
  capabilityId: string;

  /** HMAC of the rater's key and the subject under the round's secret: tells raters of one subject apart, and nothing else. */
  @PrimaryColumn('bytea')
  raterKey: Buffer;

  /** 1, 2, 3 … */
  @PrimaryColumn('smallint')
  revision: number;

  @Column({ type: 'text' })
  raterGroup: RaterGroup;

  /** 1..5; null: not observed. */
  @Column({ type: 'smallint', nullable: true })
  level: number | null;

  @Column({ type: 'text', nullable: true })
  comment: string | null;

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
