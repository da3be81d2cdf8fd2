import { Check, Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, OneToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { OrganizationRow } from '../organization-row.js';
import { Organization } from '../platform/organization.entity.js';
import { PersonIdentity } from './person-identity.entity.js';

/**
 * Anybody the organization knows: an executive, a rater, an owner. Facts only; name and address are apart, in
 * PersonIdentity, so that they can be erased while every figure stays. Table owner: directory.
 */
@Entity()
@Unique(['organizationId', 'externalId'])
@Check('person_leaves_after_joining', 'left_on >= joined_on')
export class Person extends OrganizationRow {
  /** The key of the personnel system; null for somebody it does not know. */
  @Column({ type: 'text', nullable: true })
  externalId: string | null;

  @Column({ type: 'text', nullable: true })
  function: string | null;

  @Column({ type: 'text', nullable: true })
  location: string | null;

  /** IANA zone of the place of work. */
  @Column({ type: 'text', nullable: true })
  timeZone: string | null;

  /** BCP 47 tags. */
  @Column({ type: 'text', array: true, default: [] })
  languages: readonly string[];

  @Column({ type: 'date', nullable: true })
  joinedOn: string | null;

  /** First day on which the person is no longer there; leavers are ended, not deleted. */
  @Column({ type: 'date', nullable: true })
  leftOn: string | null;

  /** Asked from outside, e.g. a customer who rates: signs in nowhere, and answers through a link. */
  @Column({ type: 'boolean', default: false })
  outside: boolean;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;

  @OneToOne(() => PersonIdentity, (identity) => identity.person)
  identity: Relation<PersonIdentity>;
}
