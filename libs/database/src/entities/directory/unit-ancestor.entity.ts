import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { sameOrganization } from '../organization-row.js';
import { FOR_EVER, SINCE_EVER } from '../validity.js';
import { Unit } from './unit.entity.js';

/**
 * Which units contain a unit over a period, itself included: made from the placements whenever they change, so that
 * a population by unit is one join on any day. Table owner: directory.
 */
@Entity()
@Index('ix_unit_ancestor_ancestor_id', ['organizationId', 'ancestorId'])
@Check('unit_ancestor_valid_from_before_to', 'valid_from < valid_to')
export class UnitAncestor {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  unitId: string;

  @PrimaryColumn('uuid')
  ancestorId: string;

  @PrimaryColumn({ type: 'date', default: SINCE_EVER })
  validFrom: string;

  @Column({ type: 'date', default: FOR_EVER })
  validTo: string;

  /** Steps up the tree; 0 for the unit itself. */
  @Column({ type: 'integer' })
  depth: number;

  @ManyToOne(() => Unit, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('unit_id'))
  unit: Relation<Unit>;

  @ManyToOne(() => Unit, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('ancestor_id'))
  ancestor: Relation<Unit>;
}
