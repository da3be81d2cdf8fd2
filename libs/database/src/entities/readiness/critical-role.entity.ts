import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { Strategy } from '../direction/strategy.entity.js';
import { LeadershipLevel } from '../directory/leadership-level.entity.js';
import { Unit } from '../directory/unit.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';

/**
 * A role without which a strategy is not executed, e.g. eight directors of Operations: how many of a leadership level in
 * a unit have to be ready for it. Table owner: readiness.
 */
@Entity()
@Index('uq_critical_role_place', ['organizationId', 'strategyId', 'leadershipLevelId', 'unitId'], {
  unique: true,
})
@Check('critical_role_needed_is_positive', 'needed >= 1')
export class CriticalRole extends OrganizationRow {
  @Column('uuid')
  strategyId: string;

  @Column('uuid')
  leadershipLevelId: string;

  /** With its sub-units. */
  @Column('uuid')
  unitId: string;

  /** People. */
  @Column({ type: 'integer' })
  needed: number;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Strategy, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('strategy_id'))
  strategy: Relation<Strategy>;

  @ManyToOne(() => LeadershipLevel, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('leadership_level_id'))
  leadershipLevel: Relation<LeadershipLevel>;

  @ManyToOne(() => Unit, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('unit_id'))
  unit: Relation<Unit>;
}
