import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  program: 'SELECT, INSERT, UPDATE, DELETE',
  cohort: 'SELECT, INSERT, UPDATE, DELETE',
  cohort_leadership_level: 'SELECT, INSERT, DELETE',
  enrollment: 'SELECT, INSERT, UPDATE',
  program_development: 'SELECT, INSERT, UPDATE, DELETE',
};

/** Programs with what they develop, their cohorts, and who has a seat. */
export class CreatePrograms1795532400002 implements MigrationInterface {
  name = 'CreatePrograms1795532400002';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE program (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        title text NOT NULL,
        purpose text NOT NULL,
        version integer NOT NULL DEFAULT '1',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_program PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_program_organization_id FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE cohort (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        program_id uuid NOT NULL,
        name text NOT NULL,
        status text NOT NULL DEFAULT 'PLANNED',
        mode text NOT NULL,
        location text,
        language text NOT NULL DEFAULT 'en',
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        weeks date array NOT NULL DEFAULT '{}',
        min_seats integer NOT NULL,
        max_seats integer NOT NULL,
        seat_cost double precision NOT NULL DEFAULT '0',
        fixed_cost double precision NOT NULL DEFAULT '0',
        cancel_reason text,
        version integer NOT NULL DEFAULT '1',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT cohort_costs_not_negative CHECK (seat_cost >= 0 AND fixed_cost >= 0),
        CONSTRAINT cohort_seats_in_order CHECK (1 <= min_seats AND min_seats <= max_seats),
        CONSTRAINT cohort_starts_before_it_ends CHECK (starts_on <= ends_on),
        CONSTRAINT cohort_mode_known CHECK (mode IN ('ON_SITE', 'VIRTUAL')),
        CONSTRAINT cohort_status_known CHECK (status IN ('PLANNED', 'OPEN', 'RUNNING', 'COMPLETED', 'CANCELLED')),
        CONSTRAINT pk_cohort PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_cohort_program_id FOREIGN KEY (organization_id, program_id) REFERENCES program (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_cohort_program_id ON cohort (organization_id, program_id)`);
    await db.query(`
      CREATE TABLE cohort_leadership_level (
        organization_id uuid NOT NULL,
        cohort_id uuid NOT NULL,
        leadership_level_id uuid NOT NULL,
        CONSTRAINT pk_cohort_leadership_level PRIMARY KEY (organization_id, cohort_id, leadership_level_id),
        CONSTRAINT fk_cohort_leadership_level_cohort_id FOREIGN KEY (organization_id, cohort_id) REFERENCES cohort (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_cohort_leadership_level_leadership_level_id FOREIGN KEY (organization_id, leadership_level_id) REFERENCES leadership_level (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE enrollment (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        cohort_id uuid NOT NULL,
        executive_id uuid NOT NULL,
        status text NOT NULL,
        position integer NOT NULL,
        reason text,
        version integer NOT NULL DEFAULT '1',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT enrollment_status_known CHECK (status IN ('PENDING', 'CONFIRMED', 'WAITLISTED', 'DECLINED', 'WITHDRAWN', 'COMPLETED')),
        CONSTRAINT pk_enrollment PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_enrollment_cohort_id FOREIGN KEY (organization_id, cohort_id) REFERENCES cohort (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_enrollment_executive_id FOREIGN KEY (organization_id, executive_id) REFERENCES executive (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_enrollment_active ON enrollment (organization_id, cohort_id, executive_id) WHERE status IN ('PENDING', 'CONFIRMED', 'WAITLISTED', 'COMPLETED')`);
    await db.query(`CREATE INDEX ix_enrollment_executive_id ON enrollment (organization_id, executive_id)`);
    await db.query(`CREATE INDEX ix_enrollment_cohort_id ON enrollment (organization_id, cohort_id)`);
    await db.query(`
      CREATE TABLE program_development (
        organization_id uuid NOT NULL,
        program_id uuid NOT NULL,
        capability_id uuid NOT NULL,
        expected_gain double precision NOT NULL,
        ceiling double precision NOT NULL,
        CONSTRAINT program_development_ceiling_on_scale CHECK (ceiling BETWEEN 1 AND 5),
        CONSTRAINT program_development_gain_positive CHECK (expected_gain > 0),
        CONSTRAINT pk_program_development PRIMARY KEY (organization_id, program_id, capability_id),
        CONSTRAINT fk_program_development_program_id FOREIGN KEY (organization_id, program_id) REFERENCES program (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_program_development_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_program_development_capability_id ON program_development (organization_id, capability_id)`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE program_development`);
    await db.query(`DROP TABLE enrollment`);
    await db.query(`DROP TABLE cohort_leadership_level`);
    await db.query(`DROP TABLE cohort`);
    await db.query(`DROP TABLE program`);
  }
}
