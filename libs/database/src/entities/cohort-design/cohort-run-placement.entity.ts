import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Executive } from '../directory/executive.entity.js';
import { sameOrganization } from '../organization-row.js';
import { Cohort } from '../programs/cohort.entity.js';
import { CohortRun } from './cohort-run.entity.js';

/** What a seat is expected to do by one requirement of one strategy. */
export interface StoredReason {
  readonly strategyId: string;
  readonly capabilityId: string;
  /** Null: none on record, so nothing is counted. */
  readonly levelNow: number | null;
  readonly levelExpected: number;
  readonly requiredLevel: number;
  readonly points: number;
}

/** An executive's seat in the plan of a run. Table owner: cohort-design. */
@Entity()
@Index('ix_cohort_run_placement_executive_id', ['organizationId', 'executiveId'])
export class CohortRunPlacement {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  runId: string;

  @PrimaryColumn('uuid')
  executiveId: string;

  @Column('uuid')
  cohortId: string;

  /** By a rule of the design. */
  @Column({ type: 'boolean' })
  locked: boolean;

  /** In points. */
  @Column({ type: 'double precision' })
  benefit: number;

  @Column({ type: 'jsonb' })
  reasons: readonly StoredReason[];

  @ManyToOne(() => CohortRun, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('run_id'))
  run: Relation<CohortRun>;

  @ManyToOne(() => Executive, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('executive_id'))
  executive: Relation<Executive>;

  @ManyToOne(() => Cohort, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('cohort_id'))
  cohort: Relation<Cohort>;
}
