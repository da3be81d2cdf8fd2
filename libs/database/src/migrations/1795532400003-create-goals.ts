import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  alignment_goal: 'SELECT, INSERT, UPDATE, DELETE',
};

/** Alignment goals: a figure of a population that is to reach a target by a day. */
export class CreateGoals1795532400003 implements MigrationInterface {
  name = 'CreateGoals1795532400003';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE alignment_goal (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        title text NOT NULL,
        metric text NOT NULL,
        strategy_id uuid,
        capability_id uuid,
        baseline double precision NOT NULL,
        baseline_typed boolean NOT NULL,
        baseline_on date NOT NULL,
        target double precision NOT NULL,
        due_on date NOT NULL,
        unit_id uuid,
        leadership_level_id uuid,
        cohort_id uuid,
        owner_id uuid,
        version integer NOT NULL DEFAULT '1',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT alignment_goal_one_population CHECK (num_nonnulls(unit_id, leadership_level_id, cohort_id) <= 1),
        CONSTRAINT alignment_goal_target_differs CHECK (target <> baseline),
        CONSTRAINT alignment_goal_due_after_baseline CHECK (due_on > baseline_on),
        CONSTRAINT alignment_goal_metric_known CHECK (metric IN ('STRATEGY_READINESS', 'MEAN_READINESS', 'CAPABILITY_LEVEL', 'CONDITION', 'CASCADE_COVERAGE', 'MESSAGE_UNDERSTANDING', 'OUTCOME')),
        CONSTRAINT pk_alignment_goal PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_alignment_goal_strategy_id FOREIGN KEY (organization_id, strategy_id) REFERENCES strategy (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_alignment_goal_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_alignment_goal_unit_id FOREIGN KEY (organization_id, unit_id) REFERENCES unit (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_alignment_goal_leadership_level_id FOREIGN KEY (organization_id, leadership_level_id) REFERENCES leadership_level (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_alignment_goal_cohort_id FOREIGN KEY (organization_id, cohort_id) REFERENCES cohort (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_alignment_goal_owner_id FOREIGN KEY (organization_id, owner_id) REFERENCES person (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_alignment_goal_strategy_id ON alignment_goal (organization_id, strategy_id)`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE alignment_goal`);
  }
}
