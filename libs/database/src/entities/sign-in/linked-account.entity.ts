import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';

/**
 * An account of an identity provider that signs in as this person. Known by issuer and subject, which never change
 * hands; a mail address does. Table owner: sign-in.
 */
@Entity()
@Unique(['organizationId', 'issuer', 'subject'])
@Index('ix_linked_account_person_id', ['organizationId', 'personId'])
export class LinkedAccount extends OrganizationRow {
  @Column('uuid')
  personId: string;

  @Column({ type: 'text' })
  issuer: string;

  @Column({ type: 'text' })
  subject: string;

  @CreateDateColumn({ type: 'timestamptz' })
  linkedAt: Date;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person>;
}
