import { Check, Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Strategy } from '../direction/strategy.entity.js';
import { LeadershipLevel } from '../directory/leadership-level.entity.js';
import { sameOrganization } from '../organization-row.js';

/**
 * Sums of readiness facts over the executives of one leadership level in one unit with its sub-units, over a period:
 * what a population's figures are made of without reading its people. Tallies of leadership levels add up to the
 * unit's. Table owner: readiness.
 */
@Entity()
@Check('readiness_tally_valid_from_before_to', 'valid_from < valid_to')
export class ReadinessTally {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  strategyId: string;

  /** A unit with its sub-units; the organization's own id stands for all of it. */
  @PrimaryColumn('uuid')
  unitId: string;

  @PrimaryColumn('uuid')
  leadershipLevelId: string;

  @PrimaryColumn('date')
  validFrom: string;

  @Column({ type: 'date' })
  validTo: string;

  /** Executives of whom the strategy requires anything. */
  @Column({ type: 'integer' })
  executives: number;

  @Column({ type: 'integer' })
  readyNow: number;

  @Column({ type: 'integer' })
  readySoon: number;

  @Column({ type: 'integer' })
  developing: number;

  @Column({ type: 'integer' })
  insufficientEvidence: number;

  /** With at least one level that counts. */
  @Column({ type: 'integer' })
  withEvidence: number;

  /** Over those with enough evidence. */
  @Column({ type: 'double precision' })
  valueSum: number;

  /** Over all. */
  @Column({ type: 'double precision' })
  coverageSum: number;

  /** Per capability id: [required, critical, assessed, below, gapSum, weightedGapSum], as CapabilityTally of @alidade/readiness. */
  @Column({ type: 'jsonb' })
  capabilities: Readonly<Record<string, readonly number[]>>;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Strategy, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('strategy_id'))
  strategy: Relation<Strategy>;

  @ManyToOne(() => LeadershipLevel, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('leadership_level_id'))
  leadershipLevel: Relation<LeadershipLevel>;
}
