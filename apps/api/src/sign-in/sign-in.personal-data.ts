import { Credential, LinkedAccount, RoleGrant } from '@alidade/database';
import type { PersonalDataKeeper } from '../personal-data/personal-data-keepers.js';

/** How somebody signs in, what they may do, and the mail that waits for them. */
export const signInPersonalData: PersonalDataKeeper = {
  name: 'signIn',
  tables: ['credential', 'idempotent_write', 'linked_account', 'outbox_mail', 'role_grant'],

  async tell(tx, { organizationId, personId }) {
    const where = { organizationId, personId };
    return {
      credentials: await tx.find(Credential, {
        where,
        select: { kind: true, name: true, createdAt: true, expiresAt: true },
      }),
      linkedAccounts: await tx.find(LinkedAccount, {
        where,
        select: { issuer: true, subject: true, linkedAt: true },
      }),
      roles: await tx.find(RoleGrant, { where, select: { role: true, grantedAt: true } }),
    };
  },

  async erase(tx, { organizationId, personId }) {
    const where = { organizationId, personId };
    await tx.delete(Credential, where);
    await tx.delete(LinkedAccount, where);
    await tx.delete(RoleGrant, where);
    await tx.query(`DELETE FROM idempotent_write WHERE organization_id = $1 AND person_id = $2`, [
      organizationId,
      personId,
    ]);
    await tx.query(
      `DELETE FROM outbox_head WHERE organization_id = $1
         AND id IN (SELECT id FROM outbox_mail WHERE organization_id = $1 AND person_id = $2)`,
      [organizationId, personId],
    );
  },
};
