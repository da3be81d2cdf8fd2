import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, OneToMany } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { CohortLeadershipLevel } from './cohort-leadership-level.entity.js';
import { Program } from './program.entity.js';

export const CohortStatus = {
  PLANNED: 'PLANNED',
  OPEN: 'OPEN',
  RUNNING: 'RUNNING',
  COMPLETED: 'COMPLETED',
  CANCELLED: 'CANCELLED',
} as const;
export type CohortStatus = (typeof CohortStatus)[keyof typeof CohortStatus];

export const CohortMode = { ON_SITE: 'ON_SITE', VIRTUAL: 'VIRTUAL' } as const;
export type CohortMode = (typeof CohortMode)[keyof typeof CohortMode];

/** A dated run of a program with its seats. Table owner: programs. */
@Entity()
@Index('ix_cohort_program_id', ['organizationId', 'programId'])
@Check('cohort_status_known', `status IN ('PLANNED', 'OPEN', 'RUNNING', 'COMPLETED', 'CANCELLED')`)
@Check('cohort_mode_known', `mode IN ('ON_SITE', 'VIRTUAL')`)
@Check('cohort_starts_before_it_ends', 'starts_on <= ends_on')
@Check('cohort_seats_in_order', '1 <= min_seats AND min_seats <= max_seats')
@Check('cohort_costs_not_negative', 'seat_cost >= 0 AND fixed_cost >= 0')
export class Cohort extends OrganizationRow {
  @Column('uuid')
  programId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', default: CohortStatus.PLANNED })
  status: CohortStatus;

  @Column({ type: 'text' })
  mode: CohortMode;

  @Column({ type: 'text', nullable: true })
  location: string | null;

  /** BCP 47 tag. */
  @Column({ type: 'text', default: 'en' })
  language: string;

  @Column({ type: 'date' })
  startsOn: string;

  @Column({ type: 'date' })
  endsOn: string;

  /** Mondays of the weeks in which participants are away. */
  @Column({ type: 'date', array: true, default: [] })
  weeks: readonly string[];

  @Column({ type: 'integer' })
  minSeats: number;

  @Column({ type: 'integer' })
  maxSeats: number;

  /** In the organization's currency. */
  @Column({ type: 'double precision', default: 0 })
  seatCost: number;

  @Column({ type: 'double precision', default: 0 })
  fixedCost: number;

  /** Why it was cancelled; null while it was not. */
  @Column({ type: 'text', nullable: true })
  cancelReason: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Program, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('program_id'))
  program: Relation<Program>;

  @OneToMany(() => CohortLeadershipLevel, (level) => level.cohort)
  leadershipLevels: Relation<CohortLeadershipLevel[]>;
}
