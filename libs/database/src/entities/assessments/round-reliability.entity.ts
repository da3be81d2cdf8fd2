import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Capability } from '../capabilities/capability.entity.js';
import { sameOrganization } from '../organization-row.js';
import { AssessmentRound } from './assessment-round.entity.js';

/** How exact a released round is in one capability; absent when under ten subjects have an others' score. Table owner: assessments. */
@Entity()
export class RoundReliability {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  roundId: string;

  @PrimaryColumn('uuid')
  capabilityId: string;

  /** Subjects with an others' score. */
  @Column({ type: 'integer' })
  subjects: number;

  /** Of the others' scores, in levels. */
  @Column({ type: 'double precision' })
  standardDeviation: number;

  /** ICC(1,1), clamped at 0. */
  @Column({ type: 'double precision' })
  icc: number;

  /** For a reliability of .70; null when no number is enough. */
  @Column({ type: 'integer', nullable: true })
  ratersNeeded: number | null;

  @ManyToOne(() => AssessmentRound, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('round_id'))
  round: Relation<AssessmentRound>;

  @ManyToOne(() => Capability, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability>;
}
