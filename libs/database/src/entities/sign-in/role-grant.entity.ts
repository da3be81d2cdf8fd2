import type { GrantableRole } from '@alidade/access';
import { Check, Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, OneToMany, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { RoleGrantUnit } from './role-grant-unit.entity.js';

/** That a person holds a role, in these units or, without any, in the whole organization. Table owner: access. */
@Entity()
@Unique(['organizationId', 'personId', 'role'])
@Check('role_grant_role_is_upper_case', `role ~ '^[A-Z][A-Z_]*$'`)
export class RoleGrant extends OrganizationRow {
  @Column('uuid')
  personId: string;

  @Column({ type: 'text' })
  role: GrantableRole;

  @CreateDateColumn({ type: 'timestamptz' })
  grantedAt: Date;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person>;

  @OneToMany(() => RoleGrantUnit, (unit) => unit.grant)
  units: Relation<RoleGrantUnit[]>;
}
