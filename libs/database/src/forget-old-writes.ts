import type { DataSource } from 'typeorm';
import { KEPT_FOR } from './only-once.js';
import { inOrganization } from './transaction.js';

/** Deletes, organization by organization, the answers that no Idempotency-Key can ask for any more: they may hold names. */
export async function forgetOldWrites(db: DataSource): Promise<void> {
  const organizations: { id: string }[] = await db.query('SELECT id FROM organization');
  for (const { id: organizationId } of organizations) {
    // oxlint-disable-next-line no-await-in-loop
    await inOrganization(db, { organizationId }, (tx) =>
      tx.query(
        `DELETE FROM idempotent_write WHERE organization_id = $1 AND created_at < now() - interval '${KEPT_FOR}'`,
        [organizationId],
      ),
    );
  }
}
