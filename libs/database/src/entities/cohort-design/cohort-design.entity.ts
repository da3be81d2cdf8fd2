import { Check, Column, CreateDateColumn, Entity, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { LeadershipLevel } from '../directory/leadership-level.entity.js';
import { Unit } from '../directory/unit.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Organization } from '../platform/organization.entity.js';
import { Cohort } from '../programs/cohort.entity.js';
import { CohortRun } from './cohort-run.entity.js';

/** An executive in a cohort, by their ids. */
export interface ExecutiveInCohort {
  readonly executiveId: string;
  readonly cohortId: string;
}

/** What no plan may break, beside what the directory and the cohorts say; an absent number does not bind. */
export interface DesignRules {
  readonly apart: readonly (readonly [string, string])[];
  readonly together: readonly (readonly [string, string])[];
  readonly locked: readonly ExecutiveInCohort[];
  readonly forbidden: readonly ExecutiveInCohort[];
  readonly mandatoryIds: readonly string[];
  readonly mustRunIds: readonly string[];
  /** Every candidate is to have a seat. */
  readonly everyonePlaced: boolean;
  readonly maxPerUnitPerCohort: number | null;
  /** 0..1 */
  readonly maxUnitAbsence: number | null;
  readonly budget: number | null;
  readonly travelPerSeat: number;
  readonly travelPerHour: number;
  readonly maxVirtualHours: number | null;
}

export const BalancedAttribute = {
  GENDER: 'GENDER',
  FUNCTION: 'FUNCTION',
  LOCATION: 'LOCATION',
  LEADERSHIP_LEVEL: 'LEADERSHIP_LEVEL',
  UNIT: 'UNIT',
} as const;
export type BalancedAttribute = (typeof BalancedAttribute)[keyof typeof BalancedAttribute];

/** What a plan pays points for when it lacks it; a preference without a weight is none. */
export interface DesignPreferences {
  readonly shares: readonly {
    readonly attribute: BalancedAttribute;
    readonly value: string | null;
    readonly min: number | null;
    readonly max: number | null;
    readonly weight: number;
  }[];
  readonly notAlone: readonly { readonly attribute: BalancedAttribute; readonly weight: number }[];
  readonly similarStartTolerance: number | null;
  readonly similarStartWeight: number | null;
  readonly fairSeatsLow: number | null;
  readonly fairSeatsHigh: number | null;
  readonly fairSeatsWeight: number | null;
  readonly stabilityWeight: number | null;
}

/**
 * A designer's workspace: which cohorts, which candidates, which rules. The candidates are a population, looked up on
 * the day of each run, or a list. Table owner: cohort-design.
 */
@Entity()
@Check('cohort_design_one_population', 'num_nonnulls(unit_id, leadership_level_id, cohort_id) <= 1')
@Check('cohort_design_unit_depth_positive', 'unit_depth > 0')
export class CohortDesign extends OrganizationRow {
  @Column({ type: 'text' })
  name: string;

  /** Candidates: this unit with its sub-units, */
  @Column({ type: 'uuid', nullable: true })
  unitId: string | null;

  /** this leadership level, */
  @Column({ type: 'uuid', nullable: true })
  leadershipLevelId: string | null;

  /** the members of this cohort, */
  @Column({ type: 'uuid', nullable: true })
  cohortId: string | null;

  /** or those listed; with none of these the whole organization. */
  @Column({ type: 'boolean', default: false })
  listed: boolean;

  /** Which level of the unit tree the rules mean by a unit, 1 at the top; null: the unit of the posting. */
  @Column({ type: 'integer', nullable: true })
  unitDepth: number | null;

  @Column({ type: 'jsonb' })
  rules: DesignRules;

  @Column({ type: 'jsonb' })
  preferences: DesignPreferences;

  /** The run whose placements are the pending and confirmed enrollments. */
  @Column({ type: 'uuid', nullable: true })
  acceptedRunId: string | null;

  /** The run that people were told of last. */
  @Column({ type: 'uuid', nullable: true })
  publishedRunId: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;

  @ManyToOne(() => Unit, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('unit_id'))
  unit: Relation<Unit> | null;

  @ManyToOne(() => LeadershipLevel, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('leadership_level_id'))
  leadershipLevel: Relation<LeadershipLevel> | null;

  @ManyToOne(() => Cohort, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('cohort_id'))
  cohort: Relation<Cohort> | null;

  @ManyToOne(() => CohortRun, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('accepted_run_id'))
  acceptedRun: Relation<CohortRun> | null;

  @ManyToOne(() => CohortRun, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('published_run_id'))
  publishedRun: Relation<CohortRun> | null;
}
