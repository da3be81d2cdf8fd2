import { inOrganization, Organization } from '@alidade/database';
import type { DataSource, EntityManager } from 'typeorm';

const AT_MOST = 5;

interface Somebody {
  readonly email: string;
  /** What they are in words of the product. */
  readonly roles: string;
}

/** For whoever has just started the product on their own machine: where to sign in, and as whom. */
export async function whoCanSignIn(owner: DataSource, home: string): Promise<string[]> {
  const organizations = await owner
    .getRepository(Organization)
    .find({ order: { createdAt: 'ASC' }, take: AT_MOST });
  if (organizations.length === 0)
    return ['There is no organization yet: npx alidade organization create NAME --admin EMAIL'];
  const lines: string[] = [];
  for (const { id: organizationId, name, slug } of organizations) {
    // oxlint-disable-next-line no-await-in-loop
    const people = await inOrganization(owner, { organizationId }, async (tx) => [
      ...(await withRoles(tx, organizationId)),
      ...(await withoutRoles(tx, organizationId)),
    ]);
    lines.push(`${name}: sign in at ${home}/auth/sign-in?organization=${slug} as`);
    lines.push(...people.map(({ email, roles }) => `  ${email} (${roles})`));
  }
  return lines;
}

const withRoles = (tx: EntityManager, organizationId: string): Promise<Somebody[]> =>
  tx.query(
    `SELECT email, string_agg(lower(replace(role, '_', ' ')), ', ' ORDER BY role) AS roles
     FROM role_grant JOIN person_identity USING (organization_id, person_id)
     WHERE organization_id = $1 AND email IS NOT NULL GROUP BY email ORDER BY count(*) DESC, email LIMIT ${AT_MOST}`,
    [organizationId],
  );

/** Nobody grants these: somebody who has completed a cohort, at best one who still owes ratings, and whom they report to. */
async function withoutRoles(tx: EntityManager, organizationId: string): Promise<Somebody[]> {
  const [pair]: { participant: string; manager: string }[] = await tx.query(
    `SELECT own.email AS participant, manager.email AS manager
     FROM enrollment
     JOIN executive ON executive.organization_id = $1 AND executive.id = enrollment.executive_id
     JOIN person_identity AS own ON own.organization_id = $1 AND own.person_id = executive.person_id
     JOIN posting ON posting.organization_id = $1 AND posting.person_id = executive.person_id
       AND posting.valid_to = 'infinity'
     JOIN person_identity AS manager ON manager.organization_id = $1 AND manager.person_id = posting.manager_id
     WHERE enrollment.organization_id = $1 AND enrollment.status = 'COMPLETED'
       AND own.email IS NOT NULL AND manager.email IS NOT NULL
       AND NOT EXISTS (SELECT FROM role_grant WHERE role_grant.organization_id = $1
         AND role_grant.person_id IN (own.person_id, manager.person_id))
     ORDER BY EXISTS (SELECT FROM rating_request WHERE rating_request.organization_id = $1
         AND rating_request.person_id = own.person_id AND rating_request.status = 'OPEN') DESC, own.email LIMIT 1`,
    [organizationId],
  );
  if (!pair) return [];
  return [
    { email: pair.manager, roles: 'manager' },
    { email: pair.participant, roles: 'participant' },
  ];
}
