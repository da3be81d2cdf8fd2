import type { ReadinessPolicy } from '@alidade/readiness';
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { sameOrganization } from '../organization-row.js';
import { CohortRun } from './cohort-run.entity.js';

/** What readiness needs beside the problem to say what a plan is expected to do. */
export interface ReadinessBasis {
  readonly policy: ReadinessPolicy;
  /** Critical requirements, as `[strategy, capability, leadership level]` of the problem. */
  readonly critical: readonly (readonly [string, string, string])[];
}

/**
 * The frozen problem of a run, `alidade-cohort-problem/1`: with seed and effort it gives the same answer again. Apart
 * from the run, which is read far more often. Table owner: cohort-design.
 */
@Entity()
export class CohortRunProblem {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  runId: string;

  @Column({ type: 'jsonb' })
  document: Readonly<Record<string, unknown>>;

  @Column({ type: 'jsonb' })
  basis: ReadinessBasis;

  @OneToOne(() => CohortRun, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('run_id'))
  run: Relation<CohortRun>;
}
