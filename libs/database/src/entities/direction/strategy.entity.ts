import { Check, Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, OneToMany, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { OrganizationRow, sameOrganization } from '../organization-row.js';
import { Organization } from '../platform/organization.entity.js';
import { StrategyVersion } from './strategy-version.entity.js';

/** Keys are what GraphQL shows, so they are written as in the schema. */
export const StatementStatus = { DRAFT: 'DRAFT', APPROVED: 'APPROVED', RETIRED: 'RETIRED' } as const;
export type StatementStatus = (typeof StatementStatus)[keyof typeof StatementStatus];

export const StatementKind = { STRATEGY: 'STRATEGY', VALUE: 'VALUE', VISION: 'VISION' } as const;
export type StatementKind = (typeof StatementKind)[keyof typeof StatementKind];

/**
 * A statement of direction: a strategy to execute, a value to live, the vision to achieve. What it says and requires
 * is in its versions; this row is what stays the same, and the lock of an edit. Table owner: direction.
 */
@Entity()
@Unique(['organizationId', 'title'])
@Check('strategy_status_known', `status IN ('DRAFT', 'APPROVED', 'RETIRED')`)
@Check('strategy_kind_known', `kind IN ('STRATEGY', 'VALUE', 'VISION')`)
export class Strategy extends OrganizationRow {
  @Column({ type: 'text' })
  kind: StatementKind;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', default: StatementStatus.DRAFT })
  status: StatementStatus;

  @Column({ type: 'uuid', nullable: true })
  ownerId: string | null;

  /** Raised by every edit; an edit names the version it was made on (`updateGuarded`). */
  @Column({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;

  @ManyToOne(() => Person, { onDelete: 'RESTRICT' })
  @JoinColumn(sameOrganization('owner_id'))
  owner: Relation<Person> | null;

  @OneToMany(() => StrategyVersion, (version) => version.strategy)
  versions: Relation<StrategyVersion[]>;
}
