import type { QueryRunner } from 'typeorm';

/**
 * Shows and takes only rows of the organization that the transaction is bound to. FORCE binds the owner as well;
 * without a setting (or with the empty one a reused connection has) the policy compares with NULL and shows nothing.
 * @param privileges  of the application's role, which owns no table
 */
export async function keepWithinOrganization(db: QueryRunner, table: string, privileges: string): Promise<void> {
  await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
  await db.query(`
    CREATE POLICY own_organization ON ${table}
      USING (organization_id = (SELECT nullif(current_setting('app.organization', true), '')::uuid))`);
  await db.query(`GRANT ${privileges} ON ${table} TO alidade_app`);
}
