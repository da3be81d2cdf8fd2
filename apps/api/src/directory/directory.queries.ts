import type { Viewer } from '@alidade/access';
import { LeadershipLevel, PersonIdentity } from '@alidade/database';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { OrganizationType, PersonType } from './directory.types.js';

export async function organizationOf(
  tx: EntityManager,
  { organizationId }: Viewer,
): Promise<OrganizationType> {
  const [organization]: OrganizationType[] = await tx.query(
    `SELECT id, name, time_zone AS "timeZone" FROM organization
     JOIN organization_setting ON organization_id = id WHERE organization_id = $1`,
    [organizationId],
  );
  if (!organization) throw new Error('A viewer without an organization');
  return organization;
}

/** Lowest first. */
export function leadershipLevelsOf(
  tx: EntityManager,
  { organizationId }: Viewer,
): Promise<LeadershipLevel[]> {
  return tx.find(LeadershipLevel, { where: { organizationId }, order: { rank: 'ASC' } });
}

/** What a name is replaced with when it has been erased. */
const ERASED = 'Erased person';

export async function peopleOf(
  tx: EntityManager,
  { organizationId }: Viewer,
  ids: readonly string[],
): Promise<Map<string, PersonType>> {
  const rows = await tx.findBy(PersonIdentity, { organizationId, personId: In([...ids]) });
  return new Map(
    rows.map(({ personId, name, title }) => [personId, { id: personId, name: name ?? ERASED, title }]),
  );
}
