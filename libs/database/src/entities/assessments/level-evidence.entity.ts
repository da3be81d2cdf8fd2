import type { LevelSource } from '@alidade/readiness';
import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { Capability } from '../capabilities/capability.entity.js';
import { Executive } from '../directory/executive.entity.js';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { AssessmentRound } from './assessment-round.entity.js';

/**
 * A reason to believe that an executive stands at a level from a day on: the released score of a round for READINESS,
 * a panel's calibration or a manager's rating. Append-only; which one counts on a day is for @alidade/readiness.
 * Table owner: assessments.
 */
@Entity()
@Index('ix_level_evidence_executive_id_capability_id', ['organizationId', 'executiveId', 'capabilityId'])
@Index('ix_level_evidence_round_id', ['organizationId', 'roundId'])
@Check('level_evidence_level_on_scale', 'level BETWEEN 1 AND 5')
@Check('level_evidence_source_known', `source IN ('MULTI_RATER', 'PANEL', 'MANAGER')`)
@Check('level_evidence_outside_a_round_has_rationale', 'round_id IS NOT NULL OR rationale IS NOT NULL')
export class LevelEvidence extends OrganizationRow {
  @Column('uuid')
  executiveId: string;

  @Column('uuid')
  capabilityId: string;

  @Column({ type: 'text' })
  source: LevelSource;

  @Column({ type: 'double precision' })
  level: number;

  /** In levels; null when it is not known. */
  @Column({ type: 'double precision', nullable: true })
  standardError: number | null;

  @Column({ type: 'date' })
  evidenceOn: string;

  @Column({ type: 'uuid', nullable: true })
  roundId: string | null;

  /** Why, and of a panel its members; null for a round's. */
  @Column({ type: 'text', nullable: true })
  rationale: string | null;

  /** Null for a round's. */
  @Column({ type: 'uuid', nullable: true })
  recordedById: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Executive, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('executive_id'))
  executive: Relation<Executive>;

  @ManyToOne(() => Capability, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability>;

  @ManyToOne(() => AssessmentRound, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('round_id'))
  round: Relation<AssessmentRound> | null;

  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('recorded_by_id'))
  recordedBy: Relation<Person> | null;
}
