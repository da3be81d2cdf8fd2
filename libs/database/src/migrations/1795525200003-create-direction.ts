import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  strategy: 'SELECT, INSERT, UPDATE, DELETE',
  strategy_version: 'SELECT, INSERT, UPDATE, DELETE',
  requirement: 'SELECT, INSERT, UPDATE, DELETE',
};

/** Strategies, values and the vision, each in versions with what it requires. */
export class CreateDirection1795525200003 implements MigrationInterface {
  name = 'CreateDirection1795525200003';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE strategy (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        title text NOT NULL,
        status text NOT NULL DEFAULT 'DRAFT',
        owner_id uuid,
        version integer NOT NULL DEFAULT '1',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_strategy_title UNIQUE (organization_id, title),
        CONSTRAINT strategy_kind_known CHECK (kind IN ('STRATEGY', 'VALUE', 'VISION')),
        CONSTRAINT strategy_status_known CHECK (status IN ('DRAFT', 'APPROVED', 'RETIRED')),
        CONSTRAINT pk_strategy PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_strategy_organization_id FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE RESTRICT,
        CONSTRAINT fk_strategy_owner_id FOREIGN KEY (organization_id, owner_id) REFERENCES person (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE strategy_version (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        strategy_id uuid NOT NULL,
        number integer NOT NULL,
        narrative text NOT NULL,
        weight double precision NOT NULL,
        valid_from date NOT NULL DEFAULT '-infinity',
        valid_to date NOT NULL DEFAULT 'infinity',
        approved_at timestamptz,
        approved_by_id uuid,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_strategy_version_strategy_id_number UNIQUE (organization_id, strategy_id, number),
        CONSTRAINT strategy_version_valid_from_not_after_to CHECK (valid_from <= valid_to),
        CONSTRAINT strategy_version_weight_positive CHECK (weight > 0),
        CONSTRAINT pk_strategy_version PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_strategy_version_strategy_id FOREIGN KEY (organization_id, strategy_id) REFERENCES strategy (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE requirement (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        strategy_version_id uuid NOT NULL,
        capability_id uuid NOT NULL,
        leadership_level_id uuid,
        required_level double precision NOT NULL,
        weight double precision NOT NULL,
        critical boolean NOT NULL DEFAULT false,
        CONSTRAINT uq_requirement_per_level UNIQUE (organization_id, strategy_version_id, capability_id, leadership_level_id),
        CONSTRAINT requirement_weight_positive CHECK (weight > 0),
        CONSTRAINT requirement_level_on_scale CHECK (required_level BETWEEN 1 AND 5),
        CONSTRAINT pk_requirement PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_requirement_strategy_version_id FOREIGN KEY (organization_id, strategy_version_id) REFERENCES strategy_version (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_requirement_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_requirement_leadership_level_id FOREIGN KEY (organization_id, leadership_level_id) REFERENCES leadership_level (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_requirement_capability_id ON requirement (organization_id, capability_id)`);
    await db.query(`CREATE UNIQUE INDEX uq_requirement_for_all_levels ON requirement (organization_id, strategy_version_id, capability_id) WHERE leadership_level_id IS NULL`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE requirement`);
    await db.query(`DROP TABLE strategy_version`);
    await db.query(`DROP TABLE strategy`);
  }
}
