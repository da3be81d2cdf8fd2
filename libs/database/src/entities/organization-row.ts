import { Generated, PrimaryColumn } from 'typeorm';
import type { JoinColumnOptions } from 'typeorm';

/** What every row of an organization begins with: the key is (organization_id, id), so that rows of one organization lie together. */
export abstract class OrganizationRow {
  @PrimaryColumn('uuid')
  organizationId: string;

  @PrimaryColumn('uuid')
  @Generated('uuid')
  id: string;
}

/** A foreign key that cannot leave the organization: (organization_id, <column>) -> (organization_id, <referenced>). */
export const sameOrganization = (column: string, referenced = 'id'): JoinColumnOptions[] => [
  { name: 'organization_id', referencedColumnName: 'organizationId' },
  { name: column, referencedColumnName: referenced },
];
