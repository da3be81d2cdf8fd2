import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  development_action: 'SELECT, INSERT, UPDATE',
  plan_template: 'SELECT, INSERT, UPDATE',
  plan_template_version: 'SELECT, INSERT',
  template_goal: 'SELECT, INSERT, UPDATE',
  template_action: 'SELECT, INSERT, UPDATE',
  plan_template_link: 'SELECT, INSERT, UPDATE, DELETE',
};

/** What plans are made from: a library of development actions, and templates that programs bring along. */
export class AddPlanTemplates1795541692000 implements MigrationInterface {
  name = 'AddPlanTemplates1795541692000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE development_action (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        capability_id uuid NOT NULL,
        position integer NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        retired boolean NOT NULL DEFAULT false,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_development_action_capability_id_title UNIQUE (organization_id, capability_id, title),
        CONSTRAINT development_action_kind_known CHECK (kind IN ('EXPERIENCE', 'EXPOSURE', 'EDUCATION')),
        CONSTRAINT pk_development_action PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_development_action_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE plan_template (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        program_id uuid NOT NULL,
        version integer NOT NULL DEFAULT '1',
        CONSTRAINT uq_plan_template_program_id UNIQUE (organization_id, program_id),
        CONSTRAINT pk_plan_template PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_plan_template_program_id FOREIGN KEY (organization_id, program_id) REFERENCES program (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE template_goal (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        template_id uuid NOT NULL,
        position integer NOT NULL,
        title text NOT NULL,
        capability_id uuid,
        target_level double precision,
        due_after_months integer,
        retired boolean NOT NULL DEFAULT false,
        CONSTRAINT template_goal_target_on_scale CHECK (target_level BETWEEN 1 AND 5),
        CONSTRAINT pk_template_goal PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_template_goal_template_id FOREIGN KEY (organization_id, template_id) REFERENCES plan_template (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_template_goal_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_template_goal_template_id ON template_goal (organization_id, template_id)`);
    await db.query(`
      CREATE TABLE plan_template_link (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        plan_id uuid NOT NULL,
        template_id uuid NOT NULL,
        cohort_id uuid NOT NULL,
        linked_on date NOT NULL,
        ended_on date,
        CONSTRAINT pk_plan_template_link PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_plan_template_link_plan_id FOREIGN KEY (organization_id, plan_id) REFERENCES capability_plan (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_plan_template_link_template_id FOREIGN KEY (organization_id, template_id) REFERENCES plan_template (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_plan_template_link_cohort_id FOREIGN KEY (organization_id, cohort_id) REFERENCES cohort (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_plan_template_link_template_id ON plan_template_link (organization_id, template_id)`);
    await db.query(`CREATE INDEX ix_plan_template_link_plan_id ON plan_template_link (organization_id, plan_id)`);
    await db.query(`CREATE UNIQUE INDEX uq_plan_template_link_live ON plan_template_link (organization_id, plan_id, template_id) WHERE ended_on IS NULL`);
    await db.query(`
      CREATE TABLE template_action (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        template_goal_id uuid NOT NULL,
        position integer NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        due_after_months integer,
        retired boolean NOT NULL DEFAULT false,
        CONSTRAINT template_action_kind_known CHECK (kind IN ('EXPERIENCE', 'EXPOSURE', 'EDUCATION')),
        CONSTRAINT pk_template_action PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_template_action_template_goal_id FOREIGN KEY (organization_id, template_goal_id) REFERENCES template_goal (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX ix_template_action_template_goal_id ON template_action (organization_id, template_goal_id)`);
    await db.query(`
      CREATE TABLE plan_template_version (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        template_id uuid NOT NULL,
        version integer NOT NULL,
        goals jsonb NOT NULL,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_plan_template_version_template_id_version UNIQUE (organization_id, template_id, version),
        CONSTRAINT pk_plan_template_version PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_plan_template_version_template_id FOREIGN KEY (organization_id, template_id) REFERENCES plan_template (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_plan_template_version_recorded_by_id FOREIGN KEY (organization_id, recorded_by_id) REFERENCES person (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`
      ALTER TABLE plan_goal
        ADD template_goal_id uuid,
        ADD template_link_id uuid,
        ADD template_version integer,
        ADD linked boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT plan_goal_linked_to_something CHECK (NOT linked OR (template_goal_id IS NOT NULL AND template_link_id IS NOT NULL)),
        ADD CONSTRAINT fk_plan_goal_template_goal_id FOREIGN KEY (organization_id, template_goal_id) REFERENCES template_goal (organization_id, id) ON DELETE RESTRICT,
        ADD CONSTRAINT fk_plan_goal_template_link_id FOREIGN KEY (organization_id, template_link_id) REFERENCES plan_template_link (organization_id, id) ON DELETE NO ACTION`);
    await db.query(`CREATE INDEX ix_plan_goal_template_goal_id ON plan_goal (organization_id, template_goal_id)`);
    await db.query(`
      ALTER TABLE plan_action
        ADD development_action_id uuid,
        ADD cohort_id uuid,
        ADD template_action_id uuid,
        ADD CONSTRAINT fk_plan_action_development_action_id FOREIGN KEY (organization_id, development_action_id) REFERENCES development_action (organization_id, id) ON DELETE RESTRICT,
        ADD CONSTRAINT fk_plan_action_cohort_id FOREIGN KEY (organization_id, cohort_id) REFERENCES cohort (organization_id, id) ON DELETE RESTRICT,
        ADD CONSTRAINT fk_plan_action_template_action_id FOREIGN KEY (organization_id, template_action_id) REFERENCES template_action (organization_id, id) ON DELETE RESTRICT`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE plan_action DROP development_action_id, DROP cohort_id, DROP template_action_id`);
    await db.query(`ALTER TABLE plan_goal DROP linked, DROP template_version, DROP template_link_id, DROP template_goal_id`);
    await db.query(`DROP TABLE plan_template_version`);
    await db.query(`DROP TABLE template_action`);
    await db.query(`DROP TABLE plan_template_link`);
    await db.query(`DROP TABLE template_goal`);
    await db.query(`DROP TABLE plan_template`);
    await db.query(`DROP TABLE development_action`);
  }
}
