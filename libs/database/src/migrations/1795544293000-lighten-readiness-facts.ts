import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A change of one level touches the statements that require the capability alone. And a fact is checked against its
 * executive and its version only: the version names the strategy, and who is at a leadership level has a posting that
 * keeps it; each check costs as much as the row itself where a million are written.
 */
export class LightenReadinessFacts1795544293000 implements MigrationInterface {
  name = 'LightenReadinessFacts1795544293000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE readiness_cause ADD COLUMN capability_id uuid`);
    await db.query(`ALTER TABLE readiness_fact DROP CONSTRAINT fk_readiness_fact_strategy_id`);
    await db.query(`ALTER TABLE readiness_fact DROP CONSTRAINT fk_readiness_fact_leadership_level_id`);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE readiness_fact ADD CONSTRAINT fk_readiness_fact_leadership_level_id
        FOREIGN KEY (organization_id, leadership_level_id) REFERENCES leadership_level (organization_id, id) ON DELETE RESTRICT`);
    await db.query(`
      ALTER TABLE readiness_fact ADD CONSTRAINT fk_readiness_fact_strategy_id
        FOREIGN KEY (organization_id, strategy_id) REFERENCES strategy (organization_id, id) ON DELETE CASCADE`);
    await db.query(`ALTER TABLE readiness_cause DROP COLUMN capability_id`);
  }
}
