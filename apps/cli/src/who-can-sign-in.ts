import { inOrganization, Organization } from '@alidade/database';
import type { DataSource } from 'typeorm';

const AT_MOST = 5;

/** For whoever has just started the product on their own machine: where to sign in, and as whom. */
export async function whoCanSignIn(owner: DataSource): Promise<string[]> {
  const organizations = await owner
    .getRepository(Organization)
    .find({ order: { createdAt: 'ASC' }, take: AT_MOST });
  if (organizations.length === 0)
    return ['There is no organization yet: alidade organization create NAME --admin EMAIL'];
  const lines: string[] = [];
  for (const { id: organizationId, name, slug } of organizations) {
    // oxlint-disable-next-line no-await-in-loop
    const people = await inOrganization(owner, { organizationId }, (tx) =>
      tx.query<{ email: string; roles: string }[]>(
        `SELECT email, string_agg(lower(replace(role, '_', ' ')), ', ' ORDER BY role) AS roles
         FROM role_grant JOIN person_identity USING (organization_id, person_id)
         WHERE organization_id = $1 AND email IS NOT NULL GROUP BY email ORDER BY count(*) DESC, email LIMIT ${AT_MOST}`,
        [organizationId],
      ),
    );
    lines.push(`${name}: sign in at /auth/sign-in?organization=${slug} as`);
    lines.push(...people.map(({ email, roles }) => `  ${email} (${roles})`));
  }
  return lines;
}
