import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { CohortDesign } from './cohort-design.entity.js';

/** How much a run searches. */
export const RunEffort = { QUICK: 'QUICK', STANDARD: 'STANDARD', THOROUGH: 'THOROUGH' } as const;
export type RunEffort = (typeof RunEffort)[keyof typeof RunEffort];

/** What a run came to by itself; a run without one waits, runs, failed or was cancelled, as its job says. */
export const RunOutcome = {
  SUCCEEDED: 'SUCCEEDED',
  INFEASIBLE: 'INFEASIBLE',
  NOT_FOUND: 'NOT_FOUND',
} as const;
export type RunOutcome = (typeof RunOutcome)[keyof typeof RunOutcome];

/** Readiness of the candidates for one strategy, before and after a plan. */
export interface StoredExpectation {
  readonly strategyId: string;
  readonly readyNowBefore: number;
  readonly readyNowAfter: number;
  readonly meanBefore: number | null;
  readonly meanAfter: number | null;
}

/** One of the rules that cannot hold together, or that a plan breaks; the sentence names people and units by their ids. */
export interface StoredConflict {
  readonly rule: string;
  readonly sentence: string;
  readonly executives: readonly string[];
  readonly cohorts: readonly string[];
}

/**
 * One solve of a design, or a copy of one that was changed by hand. Has the id of its job; the problem it answers is
 * CohortRunProblem. Table owner: cohort-design.
 */
@Entity()
@Index('ix_cohort_run_design_id', ['organizationId', 'designId'])
@Check('cohort_run_effort_known', `effort IN ('QUICK', 'STANDARD', 'THOROUGH')`)
@Check('cohort_run_outcome_known', `outcome IN ('SUCCEEDED', 'INFEASIBLE', 'NOT_FOUND')`)
@Check('cohort_run_seed_not_negative', 'seed >= 0')
export class CohortRun extends OrganizationRow {
  @Column('uuid')
  designId: string;

  @Column({ type: 'integer' })
  seed: number;

  @Column({ type: 'text' })
  effort: RunEffort;

  /** Whose levels, postings and strategies the problem holds. */
  @Column({ type: 'date' })
  day: string;

  @Column({ type: 'text', nullable: true })
  outcome: RunOutcome | null;

  /** Points; of the best plan so far while it runs. */
  @Column({ type: 'double precision', nullable: true })
  objective: number | null;

  @Column({ type: 'double precision', nullable: true })
  bound: number | null;

  @Column({ type: 'double precision', nullable: true })
  benefit: number | null;

  /** In the organization's currency. */
  @Column({ type: 'double precision', nullable: true })
  cost: number | null;

  /** Points that one more unit of money would bring at most; null where no price is known. */
  @Column({ type: 'double precision', nullable: true })
  budgetPrice: number | null;

  /** Points by preference; null without a plan. */
  @Column({ type: 'jsonb', nullable: true })
  penalties: Readonly<Record<string, number>> | null;

  @Column({ type: 'jsonb', default: [] })
  expected: readonly StoredExpectation[];

  /** Without a plan: the rules that cannot hold together. */
  @Column({ type: 'jsonb', default: [] })
  conflicts: readonly StoredConflict[];

  /** Rules that a plan made by hand breaks. */
  @Column({ type: 'jsonb', default: [] })
  breaks: readonly StoredConflict[];

  /** What of the design the problem leaves out, in sentences without names. */
  @Column({ type: 'jsonb', default: [] })
  remarks: readonly string[];

  /** The run that this one was copied from, to be changed by hand; null: it was solved. */
  @Column({ type: 'uuid', nullable: true })
  copiedFromId: string | null;

  /** Raised with every change by hand. */
  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'uuid', nullable: true })
  startedById: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  /** Null while it waits or runs. */
  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @ManyToOne(() => CohortDesign, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('design_id'))
  design: Relation<CohortDesign>;

  @ManyToOne(() => CohortRun, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('copied_from_id'))
  copiedFrom: Relation<CohortRun> | null;
}
