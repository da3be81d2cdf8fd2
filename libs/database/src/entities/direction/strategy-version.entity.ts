import { Check, Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, OneToMany, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { FOR_EVER, SINCE_EVER } from '../validity.js';
import { Requirement } from './requirement.entity.js';
import { Strategy } from './strategy.entity.js';

/**
 * What a statement says and requires over a period. The draft is the version without approval; an approved version
 * is never changed but for the day it ends. One that a later record replaced from its first day on holds on no day
 * (valid_from = valid_to) and stays as a record. Table owner: direction.
 */
@Entity()
@Unique(['organizationId', 'strategyId', 'number'])
@Check('strategy_version_weight_positive', 'weight > 0')
@Check('strategy_version_valid_from_not_after_to', 'valid_from <= valid_to')
export class StrategyVersion extends OrganizationRow {
  @Column('uuid')
  strategyId: string;

  /** 1, 2, 3 … within the statement. */
  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  narrative: string;

  /** Relative importance among statements, > 0. */
  @Column({ type: 'double precision' })
  weight: number;

  @Column({ type: 'date', default: SINCE_EVER })
  validFrom: string;

  @Column({ type: 'date', default: FOR_EVER })
  validTo: string;

  /** Null for the draft. */
  @Column({ type: 'timestamptz', nullable: true })
  approvedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  approvedById: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Strategy, (strategy) => strategy.versions, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('strategy_id'))
  strategy: Relation<Strategy>;

  @OneToMany(() => Requirement, (requirement) => requirement.strategyVersion)
  requirements: Relation<Requirement[]>;
}
