import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  capability_plan: 'SELECT, INSERT, UPDATE, DELETE',
  plan_goal: 'SELECT, INSERT, UPDATE, DELETE',
  plan_goal_reason: 'SELECT, INSERT, DELETE',
  plan_action: 'SELECT, INSERT, UPDATE, DELETE',
  plan_evidence: 'SELECT, INSERT, DELETE',
  plan_entry: 'SELECT, INSERT, UPDATE, DELETE',
};

/** Capability plans: goals with their reasons, actions with their evidence, and the history of each plan. */
export class CreatePlans1795541459000 implements MigrationInterface {
  name = 'CreatePlans1795541459000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE capability_plan (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        executive_id uuid NOT NULL,
        status text NOT NULL DEFAULT 'DRAFT',
        reviewer_id uuid,
        started_on date NOT NULL,
        status_since date NOT NULL,
        completed_on date,
        version integer NOT NULL DEFAULT '1',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT capability_plan_completed_on_a_day CHECK ((status = 'COMPLETED') = (completed_on IS NOT NULL)),
        CONSTRAINT capability_plan_status_known CHECK (status IN ('DRAFT', 'WAITING_FOR_REVIEW', 'ACTIVE', 'COMPLETED')),
        CONSTRAINT pk_capability_plan PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_capability_plan_executive_id FOREIGN KEY (organization_id, executive_id) REFERENCES executive (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_capability_plan_reviewer_id FOREIGN KEY (organization_id, reviewer_id) REFERENCES person (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_capability_plan_open ON capability_plan (organization_id, executive_id) WHERE status <> 'COMPLETED'`);
    await db.query(`CREATE INDEX ix_capability_plan_executive_id ON capability_plan (organization_id, executive_id)`);
    await db.query(`
      CREATE TABLE plan_goal (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        plan_id uuid NOT NULL,
        position integer NOT NULL,
        state text NOT NULL,
        title text NOT NULL,
        success text,
        capability_id uuid,
        start_level double precision,
        start_evidence_id uuid,
        set_on date NOT NULL,
        target_level double precision,
        due_on date,
        closed_on date,
        carried_from_id uuid,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT plan_goal_closed_on_a_day CHECK ((state = 'CLOSED') = (closed_on IS NOT NULL)),
        CONSTRAINT plan_goal_start_level_with_evidence CHECK ((start_level IS NULL) = (start_evidence_id IS NULL)),
        CONSTRAINT plan_goal_levels_on_scale CHECK (start_level BETWEEN 1 AND 5 AND target_level BETWEEN 1 AND 5),
        CONSTRAINT plan_goal_state_known CHECK (state IN ('ACTIVE', 'WAITING', 'CLOSED')),
        CONSTRAINT pk_plan_goal PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_plan_goal_plan_id FOREIGN KEY (organization_id, plan_id) REFERENCES capability_plan (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_plan_goal_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_plan_goal_start_evidence_id FOREIGN KEY (organization_id, start_evidence_id) REFERENCES level_evidence (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_plan_goal_carried_from_id FOREIGN KEY (organization_id, carried_from_id) REFERENCES plan_goal (organization_id, id) ON DELETE NO ACTION
      )`);
    await db.query(`CREATE INDEX ix_plan_goal_capability_id ON plan_goal (organization_id, capability_id)`);
    await db.query(`CREATE INDEX ix_plan_goal_plan_id ON plan_goal (organization_id, plan_id)`);
    await db.query(`
      CREATE TABLE plan_action (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        goal_id uuid NOT NULL,
        position integer NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        status text NOT NULL DEFAULT 'PLANNED',
        status_since date NOT NULL,
        due_on date,
        support_from_id uuid,
        support_wanted text,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT plan_action_status_known CHECK (status IN ('PLANNED', 'IN_PROGRESS', 'DONE', 'DROPPED')),
        CONSTRAINT plan_action_kind_known CHECK (kind IN ('EXPERIENCE', 'EXPOSURE', 'EDUCATION')),
        CONSTRAINT pk_plan_action PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_plan_action_goal_id FOREIGN KEY (organization_id, goal_id) REFERENCES plan_goal (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_plan_action_support_from_id FOREIGN KEY (organization_id, support_from_id) REFERENCES person (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_plan_action_goal_id ON plan_action (organization_id, goal_id)`);
    await db.query(`
      CREATE TABLE plan_entry (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        plan_id uuid NOT NULL,
        position integer NOT NULL,
        act text NOT NULL,
        person_id uuid,
        status text NOT NULL,
        comment text,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_plan_entry_plan_id_position UNIQUE (organization_id, plan_id, position),
        CONSTRAINT plan_entry_act_known CHECK (act IN ('STARTED', 'GOALS_SET', 'GOAL_CLOSED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'COMPLETED', 'COMMENTED', 'REVIEWER_NAMED', 'TEMPLATE_GOALS_ADDED', 'TEMPLATE_GOALS_REMOVED', 'TEMPLATE_UNLINKED')),
        CONSTRAINT pk_plan_entry PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_plan_entry_plan_id FOREIGN KEY (organization_id, plan_id) REFERENCES capability_plan (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_plan_entry_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE plan_evidence (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        action_id uuid NOT NULL,
        kind text NOT NULL,
        content text NOT NULL,
        media_type text,
        bytes integer,
        added_by_id uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT plan_evidence_at_most_10_mb CHECK (bytes BETWEEN 0 AND 10485760),
        CONSTRAINT plan_evidence_file_described CHECK ((kind = 'FILE') = (media_type IS NOT NULL AND bytes IS NOT NULL)),
        CONSTRAINT plan_evidence_kind_known CHECK (kind IN ('TEXT', 'LINK', 'FILE')),
        CONSTRAINT pk_plan_evidence PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_plan_evidence_action_id FOREIGN KEY (organization_id, action_id) REFERENCES plan_action (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_plan_evidence_added_by_id FOREIGN KEY (organization_id, added_by_id) REFERENCES person (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_plan_evidence_action_id ON plan_evidence (organization_id, action_id)`);
    await db.query(`
      CREATE TABLE plan_goal_reason (
        organization_id uuid NOT NULL,
        goal_id uuid NOT NULL,
        requirement_id uuid NOT NULL,
        strategy_id uuid NOT NULL,
        strategy_weight double precision NOT NULL,
        gap double precision,
        points double precision,
        CONSTRAINT pk_plan_goal_reason PRIMARY KEY (organization_id, goal_id, requirement_id),
        CONSTRAINT fk_plan_goal_reason_goal_id FOREIGN KEY (organization_id, goal_id) REFERENCES plan_goal (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_plan_goal_reason_requirement_id FOREIGN KEY (organization_id, requirement_id) REFERENCES requirement (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_plan_goal_reason_strategy_id FOREIGN KEY (organization_id, strategy_id) REFERENCES strategy (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_plan_goal_reason_strategy_id ON plan_goal_reason (organization_id, strategy_id)`);
    await db.query(`CREATE INDEX ix_plan_goal_reason_requirement_id ON plan_goal_reason (organization_id, requirement_id)`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE plan_entry`);
    await db.query(`DROP TABLE plan_evidence`);
    await db.query(`DROP TABLE plan_action`);
    await db.query(`DROP TABLE plan_goal_reason`);
    await db.query(`DROP TABLE plan_goal`);
    await db.query(`DROP TABLE capability_plan`);
  }
}
