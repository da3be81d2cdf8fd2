import { Check, Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { FOR_EVER, SINCE_EVER } from '../validity.js';
import { Unit } from './unit.entity.js';

/** Under which unit a unit stands over a period; a reorganization ends one placement and begins the next. Table owner: directory. */
@Entity()
@Unique(['organizationId', 'unitId', 'validFrom'])
@Check('unit_placement_is_not_its_own_parent', 'parent_id <> unit_id')
@Check('unit_placement_valid_from_before_to', 'valid_from < valid_to')
export class UnitPlacement extends OrganizationRow {
  @Column('uuid')
  unitId: string;

  /** Null at the top. */
  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  @Column({ type: 'date', default: SINCE_EVER })
  validFrom: string;

  @Column({ type: 'date', default: FOR_EVER })
  validTo: string;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Unit, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('unit_id'))
  unit: Relation<Unit>;

  @ManyToOne(() => Unit, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('parent_id'))
  parent: Relation<Unit> | null;
}
