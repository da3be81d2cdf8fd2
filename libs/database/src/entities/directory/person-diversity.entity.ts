import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { sameOrganization } from '../organization-row.js';
import { Person } from './person.entity.js';

/** What a person chose to state about themself; only the optimizer and group figures may read it. Table owner: directory. */
@Entity()
export class PersonDiversity {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column({ type: 'text' })
  gender: string;

  @OneToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person>;
}
