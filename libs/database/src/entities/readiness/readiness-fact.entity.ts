import type { ReadinessBand } from '@alidade/readiness';
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
} from 'typeorm';
import type { Relation } from 'typeorm';
import { StrategyVersion } from '../direction/strategy-version.entity.js';
import { Executive } from '../directory/executive.entity.js';
import { sameOrganization } from '../organization-row.js';

/**
 * How ready an executive is for a strategy over a period in which neither their levels nor what is required of them
 * changes. Absent on days on which nothing is required. Made by the worker. Table owner: readiness.
 */
@Entity()
@Index('ix_readiness_fact_strategy_id_valid_from', ['organizationId', 'strategyId', 'validFrom'])
@Check('readiness_fact_valid_from_before_to', 'valid_from < valid_to')
@Check(
  'readiness_fact_band_known',
  `band IN ('READY_NOW', 'READY_SOON', 'DEVELOPING', 'INSUFFICIENT_EVIDENCE')`,
)
@Check('readiness_fact_value_is_percent', 'value BETWEEN 0 AND 100')
@Check('readiness_fact_coverage_is_share', 'coverage BETWEEN 0 AND 1')
@Check('readiness_fact_without_value_is_insufficient', `(band = 'INSUFFICIENT_EVIDENCE') = (value IS NULL)`)
export class ReadinessFact {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  executiveId: string;

  @PrimaryColumn('uuid')
  strategyId: string;

  @PrimaryColumn('date')
  validFrom: string;

  @Column({ type: 'date' })
  validTo: string;

  /** Whose requirements. */
  @Column('uuid')
  strategyVersionId: string;

  /** Of the posting in this period. */
  @Column('uuid')
  leadershipLevelId: string;

  /** 0..100; null when evidence is insufficient. */
  @Column({ type: 'double precision', nullable: true })
  value: number | null;

  /** 0..1 */
  @Column({ type: 'double precision' })
  coverage: number;

  @Column({ type: 'text' })
  band: ReadinessBand;

  /** Of the interval; null when a standard error is not known. */
  @Column({ type: 'double precision', nullable: true })
  low: number | null;

  @Column({ type: 'double precision', nullable: true })
  high: number | null;

  @Column({ type: 'integer' })
  policyVersion: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Executive, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('executive_id'))
  executive: Relation<Executive>;

  @ManyToOne(() => StrategyVersion, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('strategy_version_id'))
  strategyVersion: Relation<StrategyVersion>;
}
