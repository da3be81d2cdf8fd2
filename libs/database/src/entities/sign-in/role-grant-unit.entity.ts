import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Unit } from '../directory/unit.entity.js';
import { sameOrganization } from '../organization-row.js';
import { RoleGrant } from './role-grant.entity.js';

/** A unit, with its sub-units, that bounds a grant. Table owner: access. */
@Entity()
export class RoleGrantUnit {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  grantId: string;

  @PrimaryColumn('uuid')
  unitId: string;

  @ManyToOne(() => RoleGrant, (grant) => grant.units, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('grant_id'))
  grant: Relation<RoleGrant>;

  @ManyToOne(() => Unit, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('unit_id'))
  unit: Relation<Unit>;
}
