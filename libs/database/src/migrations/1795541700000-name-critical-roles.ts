import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** Roles without which a strategy is not executed: how many of a level in a unit have to be ready for it. */
export class NameCriticalRoles1795541700000 implements MigrationInterface {
  name = 'NameCriticalRoles1795541700000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE critical_role (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        strategy_id uuid NOT NULL,
        leadership_level_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        needed integer NOT NULL,
        version integer NOT NULL DEFAULT '1',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT critical_role_needed_is_positive CHECK (needed >= 1),
        CONSTRAINT pk_critical_role PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_critical_role_strategy_id FOREIGN KEY (organization_id, strategy_id) REFERENCES strategy (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_critical_role_leadership_level_id FOREIGN KEY (organization_id, leadership_level_id) REFERENCES leadership_level (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_critical_role_unit_id FOREIGN KEY (organization_id, unit_id) REFERENCES unit (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(
      `CREATE UNIQUE INDEX uq_critical_role_place ON critical_role (organization_id, strategy_id, leadership_level_id, unit_id)`,
    );
    await keepWithinOrganization(db, 'critical_role', 'SELECT, INSERT, UPDATE, DELETE');
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE critical_role`);
  }
}
