import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  framework: 'SELECT, INSERT, UPDATE',
  capability: 'SELECT, INSERT, UPDATE, DELETE',
  framework_version: 'SELECT, INSERT',
  level_anchor: 'SELECT, INSERT, UPDATE, DELETE',
};

/** Frameworks in versions, the capabilities of the newest one, and what their levels look like. */
export class CreateCapabilities1795525200002 implements MigrationInterface {
  name = 'CreateCapabilities1795525200002';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE framework (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        identifier text NOT NULL,
        title text NOT NULL,
        version integer NOT NULL DEFAULT '1',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_framework_identifier UNIQUE (organization_id, identifier),
        CONSTRAINT pk_framework PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_framework_organization_id FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE capability (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        framework_id uuid NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        definition text NOT NULL,
        parent_id uuid,
        position integer NOT NULL,
        CONSTRAINT uq_capability_code UNIQUE (organization_id, code),
        CONSTRAINT capability_is_not_its_own_parent CHECK (parent_id <> id),
        CONSTRAINT pk_capability PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_capability_framework_id FOREIGN KEY (organization_id, framework_id) REFERENCES framework (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_capability_parent_id FOREIGN KEY (organization_id, parent_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_capability_framework_id ON capability (organization_id, framework_id)`);
    await db.query(`
      CREATE TABLE framework_version (
        organization_id uuid NOT NULL,
        framework_id uuid NOT NULL,
        version integer NOT NULL,
        document jsonb NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_framework_version PRIMARY KEY (organization_id, framework_id, version),
        CONSTRAINT fk_framework_version_framework_id FOREIGN KEY (organization_id, framework_id) REFERENCES framework (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE level_anchor (
        organization_id uuid NOT NULL,
        capability_id uuid NOT NULL,
        level smallint NOT NULL,
        name text NOT NULL,
        description text NOT NULL,
        CONSTRAINT level_anchor_level_on_scale CHECK (level BETWEEN 1 AND 5),
        CONSTRAINT pk_level_anchor PRIMARY KEY (organization_id, capability_id, level),
        CONSTRAINT fk_level_anchor_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE CASCADE
      )`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE level_anchor`);
    await db.query(`DROP TABLE framework_version`);
    await db.query(`DROP TABLE capability`);
    await db.query(`DROP TABLE framework`);
  }
}
