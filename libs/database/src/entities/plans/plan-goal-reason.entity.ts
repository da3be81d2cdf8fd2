import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Requirement } from '../direction/requirement.entity.js';
import { Strategy } from '../direction/strategy.entity.js';
import { sameOrganization } from '../organization-row.js';
import { PlanGoal } from './plan-goal.entity.js';

/** A requirement that made a goal matter on the day it was set. Table owner: plans. */
@Entity()
@Index('ix_plan_goal_reason_requirement_id', ['organizationId', 'requirementId'])
@Index('ix_plan_goal_reason_strategy_id', ['organizationId', 'strategyId'])
export class PlanGoalReason {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  goalId: string;

  @PrimaryColumn('uuid')
  requirementId: string;

  @Column('uuid')
  strategyId: string;

  /** Of the strategy, as it was. */
  @Column({ type: 'double precision' })
  strategyWeight: number;

  /** In levels; null: no level counted. */
  @Column({ type: 'double precision', nullable: true })
  gap: number | null;

  /** Gap times weight of the requirement times weight of the strategy; null as gap. */
  @Column({ type: 'double precision', nullable: true })
  points: number | null;

  @ManyToOne(() => PlanGoal, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('goal_id'))
  goal: Relation<PlanGoal>;

  @ManyToOne(() => Requirement, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('requirement_id'))
  requirement: Relation<Requirement>;

  @ManyToOne(() => Strategy, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('strategy_id'))
  strategy: Relation<Strategy>;
}
