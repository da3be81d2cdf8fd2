import type { Viewer } from '@alidade/access';
import { LeadershipLevel } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import type { OrganizationType } from './directory.types.js';

export async function organizationOf(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
): Promise<OrganizationType> {
  const [organization]: OrganizationType[] = await tx.query(
    `SELECT id, name, time_zone AS "timeZone", links_accounts_by_mail AS "linksAccountsByMail"
     FROM organization JOIN organization_setting ON organization_id = id WHERE organization_id = $1`,
    [organizationId],
  );
  if (!organization) throw new Error('A viewer without an organization');
  return organization;
}

/** Lowest first. */
export function leadershipLevelsOf(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
): Promise<LeadershipLevel[]> {
  return tx.find(LeadershipLevel, { where: { organizationId }, order: { rank: 'ASC' } });
}
