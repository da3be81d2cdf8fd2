import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { sameOrganization } from '../organization-row.js';
import { Person } from './person.entity.js';

/** What names a person: the one table that erasure empties. Table owner: directory. */
@Entity()
@Unique(['organizationId', 'email'])
@Check('person_identity_email_lower_case', 'email = lower(email)')
export class PersonIdentity {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  personId: string;

  /** Null after erasure. */
  @Column({ type: 'text', nullable: true })
  name: string | null;

  /** Lower case; null after erasure. */
  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  title: string | null;

  @OneToOne(() => Person, (person) => person.identity, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person>;
}
