import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  cohort_design: 'SELECT, INSERT, UPDATE, DELETE',
  cohort_design_cohort: 'SELECT, INSERT, DELETE',
  cohort_design_candidate: 'SELECT, INSERT, DELETE',
  cohort_run: 'SELECT, INSERT, UPDATE, DELETE',
  cohort_run_problem: 'SELECT, INSERT, UPDATE, DELETE',
  cohort_run_placement: 'SELECT, INSERT, UPDATE, DELETE',
  designed_enrollment: 'SELECT, INSERT, UPDATE, DELETE',
};

/** Cohort designs with their runs, and which enrollments carry out which run; a seat nobody was told of may be deleted. */
export class CreateCohortDesign1795539444000 implements MigrationInterface {
  name = 'CreateCohortDesign1795539444000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE cohort_run (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        design_id uuid NOT NULL,
        seed integer NOT NULL,
        effort text NOT NULL,
        day date NOT NULL,
        outcome text,
        objective double precision,
        bound double precision,
        benefit double precision,
        cost double precision,
        budget_price double precision,
        penalties jsonb,
        expected jsonb NOT NULL DEFAULT '[]',
        conflicts jsonb NOT NULL DEFAULT '[]',
        breaks jsonb NOT NULL DEFAULT '[]',
        remarks jsonb NOT NULL DEFAULT '[]',
        copied_from_id uuid,
        version integer NOT NULL DEFAULT '1',
        started_by_id uuid,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        CONSTRAINT cohort_run_seed_not_negative CHECK (seed >= 0),
        CONSTRAINT cohort_run_outcome_known CHECK (outcome IN ('SUCCEEDED', 'INFEASIBLE', 'NOT_FOUND')),
        CONSTRAINT cohort_run_effort_known CHECK (effort IN ('QUICK', 'STANDARD', 'THOROUGH')),
        CONSTRAINT pk_cohort_run PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_cohort_run_copied_from_id FOREIGN KEY (organization_id, copied_from_id) REFERENCES cohort_run (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_cohort_run_design_id ON cohort_run (organization_id, design_id)`);
    await db.query(`
      CREATE TABLE cohort_design (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        unit_id uuid,
        leadership_level_id uuid,
        cohort_id uuid,
        listed boolean NOT NULL DEFAULT false,
        unit_depth integer,
        rules jsonb NOT NULL,
        preferences jsonb NOT NULL,
        accepted_run_id uuid,
        published_run_id uuid,
        version integer NOT NULL DEFAULT '1',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT cohort_design_unit_depth_positive CHECK (unit_depth > 0),
        CONSTRAINT cohort_design_one_population CHECK (num_nonnulls(unit_id, leadership_level_id, cohort_id) <= 1),
        CONSTRAINT pk_cohort_design PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_cohort_design_organization_id FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE RESTRICT,
        CONSTRAINT fk_cohort_design_unit_id FOREIGN KEY (organization_id, unit_id) REFERENCES unit (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_cohort_design_leadership_level_id FOREIGN KEY (organization_id, leadership_level_id) REFERENCES leadership_level (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_cohort_design_cohort_id FOREIGN KEY (organization_id, cohort_id) REFERENCES cohort (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_cohort_design_accepted_run_id FOREIGN KEY (organization_id, accepted_run_id) REFERENCES cohort_run (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_cohort_design_published_run_id FOREIGN KEY (organization_id, published_run_id) REFERENCES cohort_run (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`
      ALTER TABLE cohort_run ADD CONSTRAINT fk_cohort_run_design_id
        FOREIGN KEY (organization_id, design_id) REFERENCES cohort_design (organization_id, id) ON DELETE CASCADE`);
    await db.query(`
      CREATE TABLE cohort_design_candidate (
        organization_id uuid NOT NULL,
        design_id uuid NOT NULL,
        executive_id uuid NOT NULL,
        CONSTRAINT pk_cohort_design_candidate PRIMARY KEY (organization_id, design_id, executive_id),
        CONSTRAINT fk_cohort_design_candidate_design_id FOREIGN KEY (organization_id, design_id) REFERENCES cohort_design (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_cohort_design_candidate_executive_id FOREIGN KEY (organization_id, executive_id) REFERENCES executive (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE cohort_design_cohort (
        organization_id uuid NOT NULL,
        design_id uuid NOT NULL,
        cohort_id uuid NOT NULL,
        CONSTRAINT pk_cohort_design_cohort PRIMARY KEY (organization_id, design_id, cohort_id),
        CONSTRAINT fk_cohort_design_cohort_design_id FOREIGN KEY (organization_id, design_id) REFERENCES cohort_design (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_cohort_design_cohort_cohort_id FOREIGN KEY (organization_id, cohort_id) REFERENCES cohort (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE cohort_run_placement (
        organization_id uuid NOT NULL,
        run_id uuid NOT NULL,
        executive_id uuid NOT NULL,
        cohort_id uuid NOT NULL,
        locked boolean NOT NULL,
        benefit double precision NOT NULL,
        reasons jsonb NOT NULL,
        CONSTRAINT pk_cohort_run_placement PRIMARY KEY (organization_id, run_id, executive_id),
        CONSTRAINT fk_cohort_run_placement_run_id FOREIGN KEY (organization_id, run_id) REFERENCES cohort_run (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_cohort_run_placement_executive_id FOREIGN KEY (organization_id, executive_id) REFERENCES executive (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_cohort_run_placement_cohort_id FOREIGN KEY (organization_id, cohort_id) REFERENCES cohort (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_cohort_run_placement_executive_id ON cohort_run_placement (organization_id, executive_id)`);
    await db.query(`
      CREATE TABLE cohort_run_problem (
        organization_id uuid NOT NULL,
        run_id uuid NOT NULL,
        document jsonb NOT NULL,
        basis jsonb NOT NULL,
        CONSTRAINT pk_cohort_run_problem PRIMARY KEY (organization_id, run_id),
        CONSTRAINT fk_cohort_run_problem_run_id FOREIGN KEY (organization_id, run_id) REFERENCES cohort_run (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE designed_enrollment (
        organization_id uuid NOT NULL,
        enrollment_id uuid NOT NULL,
        design_id uuid NOT NULL,
        run_id uuid NOT NULL,
        was_waiting boolean NOT NULL DEFAULT false,
        taken_back boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_designed_enrollment PRIMARY KEY (organization_id, enrollment_id),
        CONSTRAINT fk_designed_enrollment_enrollment_id FOREIGN KEY (organization_id, enrollment_id) REFERENCES enrollment (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_designed_enrollment_design_id FOREIGN KEY (organization_id, design_id) REFERENCES cohort_design (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_designed_enrollment_run_id FOREIGN KEY (organization_id, run_id) REFERENCES cohort_run (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_designed_enrollment_design_id ON designed_enrollment (organization_id, design_id)`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
    await db.query(`GRANT DELETE ON enrollment TO alidade_app`);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`REVOKE DELETE ON enrollment FROM alidade_app`);
    await db.query(`DROP TABLE designed_enrollment`);
    await db.query(`DROP TABLE cohort_run_placement`);
    await db.query(`DROP TABLE cohort_run_problem`);
    await db.query(`DROP TABLE cohort_design_candidate`);
    await db.query(`DROP TABLE cohort_design_cohort`);
    await db.query(`ALTER TABLE cohort_run DROP CONSTRAINT fk_cohort_run_design_id`);
    await db.query(`DROP TABLE cohort_design`);
    await db.query(`DROP TABLE cohort_run`);
  }
}
