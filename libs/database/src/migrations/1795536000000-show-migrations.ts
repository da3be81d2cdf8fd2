import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the application see which migrations were applied, so that it can tell whether it is ready to serve. */
export class ShowMigrations1795536000000 implements MigrationInterface {
  name = 'ShowMigrations1795536000000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`GRANT SELECT ON migrations TO alidade_app`);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`REVOKE SELECT ON migrations FROM alidade_app`);
  }
}
