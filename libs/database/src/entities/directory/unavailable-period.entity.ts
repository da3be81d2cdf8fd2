import { Check, Column, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Person } from './person.entity.js';

/** Days on which a person can take no seat, both included. Table owner: directory. */
@Entity()
@Unique(['organizationId', 'personId', 'startsOn', 'endsOn'])
@Check('unavailable_period_starts_before_it_ends', 'starts_on <= ends_on')
export class UnavailablePeriod extends OrganizationRow {
  @Column('uuid')
  personId: string;

  @Column({ type: 'date' })
  startsOn: string;

  @Column({ type: 'date' })
  endsOn: string;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person>;
}
