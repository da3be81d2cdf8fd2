import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change of one statement touches the readiness for that statement alone. */
export class NarrowReadinessCauses1795536000001 implements MigrationInterface {
  name = 'NarrowReadinessCauses1795536000001';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE readiness_cause ADD COLUMN strategy_id uuid`);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE readiness_cause DROP COLUMN strategy_id`);
  }
}
