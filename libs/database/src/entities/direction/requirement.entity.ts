import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { Capability } from '../capabilities/capability.entity.js';
import { LeadershipLevel } from '../directory/leadership-level.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { StrategyVersion } from './strategy-version.entity.js';

/** What a statement needs people of one leadership level, or of all, to be able to do. Table owner: direction. */
@Entity()
@Unique('uq_requirement_per_level', [
  'organizationId',
  'strategyVersionId',
  'capabilityId',
  'leadershipLevelId',
])
// Two rows without a level are distinct to the constraint above.
@Index('uq_requirement_for_all_levels', ['organizationId', 'strategyVersionId', 'capabilityId'], {
  unique: true,
  where: 'leadership_level_id IS NULL',
})
@Index('ix_requirement_capability_id', ['organizationId', 'capabilityId'])
@Check('requirement_level_on_scale', 'required_level BETWEEN 1 AND 5')
@Check('requirement_weight_positive', 'weight > 0')
export class Requirement extends OrganizationRow {
  @Column('uuid')
  strategyVersionId: string;

  @Column('uuid')
  capabilityId: string;

  /** Null: of all levels. */
  @Column({ type: 'uuid', nullable: true })
  leadershipLevelId: string | null;

  /** 1..5 */
  @Column({ type: 'double precision' })
  requiredLevel: number;

  /** Relative importance within the statement, > 0. */
  @Column({ type: 'double precision' })
  weight: number;

  @Column({ type: 'boolean', default: false })
  critical: boolean;

  @ManyToOne(() => StrategyVersion, (version) => version.requirements, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('strategy_version_id'))
  strategyVersion: Relation<StrategyVersion>;

  @ManyToOne(() => Capability, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('capability_id'))
  capability: Relation<Capability>;

  @ManyToOne(() => LeadershipLevel, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('leadership_level_id'))
  leadershipLevel: Relation<LeadershipLevel> | null;
}
