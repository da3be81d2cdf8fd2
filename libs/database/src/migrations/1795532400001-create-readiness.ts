import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  level_fact: 'SELECT, INSERT, UPDATE, DELETE',
  readiness_cause: 'SELECT, INSERT, DELETE',
  readiness_fact: 'SELECT, INSERT, UPDATE, DELETE',
  readiness_tally: 'SELECT, INSERT, UPDATE, DELETE',
};

/** Levels and readiness as facts with validity, their sums by unit and leadership level, and the changes that are still to be worked in. */
export class CreateReadiness1795532400001 implements MigrationInterface {
  name = 'CreateReadiness1795532400001';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE level_fact (
        organization_id uuid NOT NULL,
        executive_id uuid NOT NULL,
        capability_id uuid NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        level double precision NOT NULL,
        standard_error double precision,
        evidence_id uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT level_fact_valid_from_before_to CHECK (valid_from < valid_to),
        CONSTRAINT pk_level_fact PRIMARY KEY (organization_id, executive_id, capability_id, valid_from),
        CONSTRAINT fk_level_fact_executive_id FOREIGN KEY (organization_id, executive_id) REFERENCES executive (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_level_fact_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_level_fact_evidence_id FOREIGN KEY (organization_id, evidence_id) REFERENCES level_evidence (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE readiness_cause (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        valid_from date NOT NULL,
        executive_id uuid,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_readiness_cause PRIMARY KEY (organization_id, id)
      )`);
    await db.query(`
      CREATE TABLE readiness_fact (
        organization_id uuid NOT NULL,
        executive_id uuid NOT NULL,
        strategy_id uuid NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        strategy_version_id uuid NOT NULL,
        leadership_level_id uuid NOT NULL,
        value double precision,
        coverage double precision NOT NULL,
        band text NOT NULL,
        low double precision,
        high double precision,
        policy_version integer NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT readiness_fact_without_value_is_insufficient CHECK ((band = 'INSUFFICIENT_EVIDENCE') = (value IS NULL)),
        CONSTRAINT readiness_fact_coverage_is_share CHECK (coverage BETWEEN 0 AND 1),
        CONSTRAINT readiness_fact_value_is_percent CHECK (value BETWEEN 0 AND 100),
        CONSTRAINT readiness_fact_band_known CHECK (band IN ('READY_NOW', 'READY_SOON', 'DEVELOPING', 'INSUFFICIENT_EVIDENCE')),
        CONSTRAINT readiness_fact_valid_from_before_to CHECK (valid_from < valid_to),
        CONSTRAINT pk_readiness_fact PRIMARY KEY (organization_id, executive_id, strategy_id, valid_from),
        CONSTRAINT fk_readiness_fact_executive_id FOREIGN KEY (organization_id, executive_id) REFERENCES executive (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_readiness_fact_strategy_id FOREIGN KEY (organization_id, strategy_id) REFERENCES strategy (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_readiness_fact_strategy_version_id FOREIGN KEY (organization_id, strategy_version_id) REFERENCES strategy_version (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_readiness_fact_leadership_level_id FOREIGN KEY (organization_id, leadership_level_id) REFERENCES leadership_level (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_readiness_fact_strategy_id_valid_from ON readiness_fact (organization_id, strategy_id, valid_from)`);
    await db.query(`
      CREATE TABLE readiness_tally (
        organization_id uuid NOT NULL,
        strategy_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        leadership_level_id uuid NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        executives integer NOT NULL,
        ready_now integer NOT NULL,
        ready_soon integer NOT NULL,
        developing integer NOT NULL,
        insufficient_evidence integer NOT NULL,
        with_evidence integer NOT NULL,
        value_sum double precision NOT NULL,
        coverage_sum double precision NOT NULL,
        capabilities jsonb NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT readiness_tally_valid_from_before_to CHECK (valid_from < valid_to),
        CONSTRAINT pk_readiness_tally PRIMARY KEY (organization_id, strategy_id, unit_id, leadership_level_id, valid_from),
        CONSTRAINT fk_readiness_tally_strategy_id FOREIGN KEY (organization_id, strategy_id) REFERENCES strategy (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_readiness_tally_leadership_level_id FOREIGN KEY (organization_id, leadership_level_id) REFERENCES leadership_level (organization_id, id) ON DELETE CASCADE
      )`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE readiness_tally`);
    await db.query(`DROP TABLE readiness_fact`);
    await db.query(`DROP TABLE readiness_cause`);
    await db.query(`DROP TABLE level_fact`);
  }
}
