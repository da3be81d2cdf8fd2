import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { Capability } from '../capabilities/capability.entity.js';
import { Strategy } from '../direction/strategy.entity.js';
import { LeadershipLevel } from '../directory/leadership-level.entity.js';
import { Person } from '../directory/person.entity.js';
import { Unit } from '../directory/unit.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Cohort } from '../programs/cohort.entity.js';

export const GoalMetric = {
  STRATEGY_READINESS: 'STRATEGY_READINESS',
  MEAN_READINESS: 'MEAN_READINESS',
  CAPABILITY_LEVEL: 'CAPABILITY_LEVEL',
  CONDITION: 'CONDITION',
  CASCADE_COVERAGE: 'CASCADE_COVERAGE',
  MESSAGE_UNDERSTANDING: 'MESSAGE_UNDERSTANDING',
  OUTCOME: 'OUTCOME',
} as const;
export type GoalMetric = (typeof GoalMetric)[keyof typeof GoalMetric];

/** A figure of a population that is to reach a target by a day. Table owner: goals. */
@Entity()
@Index('ix_alignment_goal_strategy_id', ['organizationId', 'strategyId'])
@Check(
  'alignment_goal_metric_known',
  `metric IN ('STRATEGY_READINESS', 'MEAN_READINESS', 'CAPABILITY_LEVEL', 'CONDITION', 'CASCADE_COVERAGE', 'MESSAGE_UNDERSTANDING', 'OUTCOME')`,
)
@Check('alignment_goal_due_after_baseline', 'due_on > baseline_on')
@Check('alignment_goal_closed_with_note', '(closed_on IS NULL) = (closing_note IS NULL)')
@Check('alignment_goal_target_differs', 'target <> baseline')
@Check('alignment_goal_one_population', 'num_nonnulls(unit_id, leadership_level_id, cohort_id) <= 1')
export class AlignmentGoal extends OrganizationRow {
  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  metric: GoalMetric;

  @Column({ type: 'uuid', nullable: true })
  strategyId: string | null;

  @Column({ type: 'uuid', nullable: true })
  capabilityId: string | null;

  /** In the metric's unit. */
  @Column({ type: 'double precision' })
  baseline: number;

  /** Given by a person, not read off the figures of that day. */
  @Column({ type: 'boolean' })
  baselineTyped: boolean;

  @Column({ type: 'date' })
  baselineOn: string;

  @Column({ type: 'double precision' })
  target: number;

  @Column({ type: 'date' })
  dueOn: string;

  /** At most one of the next three; none: the whole organization. */
  @Column({ type: 'uuid', nullable: true })
  unitId: string | null;

  @Column({ type: 'uuid', nullable: true })
  leadershipLevelId: string | null;

  @Column({ type: 'uuid', nullable: true })
  cohortId: string | null;

  /** Who set it. */
  @Column({ type: 'uuid', nullable: true })
  ownerId: string | null;

  /** The status that its owner knows of: the first one, or the last that was told; null: none was looked at yet. */
  @Column({ type: 'text', nullable: true })
  statusTold: string | null;

  /** The day on which it was closed; null: it is open. */
  @Column({ type: 'date', nullable: true })
  closedOn: string | null;

  /** What came of it, in the words of who closed it. */
  @Column({ type: 'text', nullable: true })
  closingNote: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Strategy, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('strategy_id'))
  strategy: Relation<Strategy> | null;

  @ManyToOne(() => Capability, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability> | null;

  @ManyToOne(() => Unit, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('unit_id'))
  unit: Relation<Unit> | null;

  @ManyToOne(() => LeadershipLevel, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('leadership_level_id'))
  leadershipLevel: Relation<LeadershipLevel> | null;

  @ManyToOne(() => Cohort, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('cohort_id'))
  cohort: Relation<Cohort> | null;

  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('owner_id'))
  owner: Relation<Person> | null;
}
