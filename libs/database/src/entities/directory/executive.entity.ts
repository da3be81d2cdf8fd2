import { Column, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Person } from './person.entity.js';

/** A person whose development is managed here: made with their first posting at a leadership level. Table owner: directory. */
@Entity()
@Unique(['organizationId', 'personId'])
export class Executive extends OrganizationRow {
  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person>;
}
