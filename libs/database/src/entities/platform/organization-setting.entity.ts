import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Organization } from './organization.entity.js';

/**
 * What an administrator decides for the whole organization. Locked FOR UPDATE by whoever changes the unit tree,
 * so that two reorganizations come one after the other. Table owner: platform.
 */
@Entity()
export class OrganizationSetting {
  @PrimaryColumn('uuid')
  organizationId: string;

  /** IANA zone; whose midnight begins a day of the organization, e.g. Europe/Zurich. */
  @Column({ type: 'text', default: 'UTC' })
  timeZone: string;

  /** Whether a provider's account may be linked, once, by the verified address it comes with. */
  @Column({ type: 'boolean', default: true })
  linksAccountsByMail: boolean;

  @OneToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;
}
