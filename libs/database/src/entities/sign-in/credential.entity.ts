import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';

export const CredentialKind = {
  Session: 'SESSION',
  AccessToken: 'ACCESS_TOKEN',
  /** In a mail to somebody outside: taken once, in exchange for the next. */
  RaterLink: 'RATER_LINK',
  /** Opens its owner's own rating requests and nothing else. */
  Rater: 'RATER',
} as const;
export type CredentialKind = (typeof CredentialKind)[keyof typeof CredentialKind];

/** What a request may show: a browser's session, a personal access token, or what a rater from outside has. Only the hash of its secret is kept. Table owner: sign-in. */
@Entity()
@Check('credential_kind_known', `kind IN ('SESSION', 'ACCESS_TOKEN', 'RATER_LINK', 'RATER')`)
@Unique(['organizationId', 'secretHash'])
@Index('ix_credential_person_id', ['organizationId', 'personId'])
export class Credential extends OrganizationRow {
  @Column('uuid')
  personId: string;

  @Column({ type: 'text' })
  kind: CredentialKind;

  /** What its owner calls it; null for a session. */
  @Column({ type: 'text', nullable: true })
  name: string | null;

  /** SHA-256; the secret has 256 random bits, so it needs no salt and no slow hash. */
  @Column({ type: 'bytea' })
  secretHash: Buffer;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn(sameOrganization('person_id'))
  person: Relation<Person>;
}
