import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Executive } from '../directory/executive.entity.js';
import { Person } from '../directory/person.entity.js';
import { sameOrganization } from '../organization-row.js';
import { AssessmentRound } from './assessment-round.entity.js';

/** An executive who is assessed in a round. Table owner: assessments. */
@Entity()
@Index('ix_round_subject_executive_id', ['organizationId', 'executiveId'])
export class RoundSubject {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  roundId: string;

  @PrimaryColumn('uuid')
  executiveId: string;

  /** Who helps the subject with the report and so may see it; null: nobody was given. */
  @Column({ type: 'uuid', nullable: true })
  coachId: string | null;

  @ManyToOne(() => AssessmentRound, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('round_id'))
  round: Relation<AssessmentRound>;

  @ManyToOne(() => Executive, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('executive_id'))
  executive: Relation<Executive>;

  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('coach_id'))
  coach: Relation<Person> | null;
}
