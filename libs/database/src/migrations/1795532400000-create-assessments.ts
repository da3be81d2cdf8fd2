import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  assessment_round: 'SELECT, INSERT, UPDATE, DELETE',
  level_evidence: 'SELECT, INSERT',
  round_subject: 'SELECT, INSERT, DELETE',
  rating: 'SELECT, INSERT',
  released_score: 'SELECT, INSERT',
  round_capability: 'SELECT, INSERT, UPDATE, DELETE',
  round_reliability: 'SELECT, INSERT',
};

/** Rounds, the ratings given in them, what was released, and the evidence of levels. What raters said and what was released can only be added. */
export class CreateAssessments1795532400000 implements MigrationInterface {
  name = 'CreateAssessments1795532400000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE assessment_round (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        occasion text NOT NULL,
        purpose text NOT NULL,
        status text NOT NULL DEFAULT 'DRAFT',
        opens_on date NOT NULL,
        closes_on date NOT NULL,
        imported boolean NOT NULL DEFAULT false,
        evidence_on date,
        policy_version integer,
        rater_secret bytea,
        released_at timestamptz,
        version integer NOT NULL DEFAULT '1',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT assessment_round_closed_has_day CHECK ((status IN ('DRAFT', 'OPEN')) = (evidence_on IS NULL)),
        CONSTRAINT assessment_round_opens_before_it_closes CHECK (opens_on <= closes_on),
        CONSTRAINT assessment_round_purpose_known CHECK (purpose IN ('READINESS', 'DEVELOPMENT')),
        CONSTRAINT assessment_round_occasion_known CHECK (occasion IN ('BASELINE', 'MIDPOINT', 'FOLLOW_UP', 'RETROSPECTIVE')),
        CONSTRAINT assessment_round_status_known CHECK (status IN ('DRAFT', 'OPEN', 'CLOSED', 'RELEASING', 'RELEASED')),
        CONSTRAINT pk_assessment_round PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_assessment_round_organization_id FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE level_evidence (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        executive_id uuid NOT NULL,
        capability_id uuid NOT NULL,
        source text NOT NULL,
        level double precision NOT NULL,
        standard_error double precision,
        evidence_on date NOT NULL,
        round_id uuid,
        rationale text,
        recorded_by_id uuid,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT level_evidence_outside_a_round_has_rationale CHECK (round_id IS NOT NULL OR rationale IS NOT NULL),
        CONSTRAINT level_evidence_source_known CHECK (source IN ('MULTI_RATER', 'PANEL', 'MANAGER')),
        CONSTRAINT level_evidence_level_on_scale CHECK (level BETWEEN 1 AND 5),
        CONSTRAINT pk_level_evidence PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_level_evidence_executive_id FOREIGN KEY (organization_id, executive_id) REFERENCES executive (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_level_evidence_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_level_evidence_round_id FOREIGN KEY (organization_id, round_id) REFERENCES assessment_round (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_level_evidence_recorded_by_id FOREIGN KEY (organization_id, recorded_by_id) REFERENCES person (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_level_evidence_round_id ON level_evidence (organization_id, round_id)`);
    await db.query(`CREATE INDEX ix_level_evidence_executive_id_capability_id ON level_evidence (organization_id, executive_id, capability_id)`);
    await db.query(`
      CREATE TABLE round_subject (
        organization_id uuid NOT NULL,
        round_id uuid NOT NULL,
        executive_id uuid NOT NULL,
        CONSTRAINT pk_round_subject PRIMARY KEY (organization_id, round_id, executive_id),
        CONSTRAINT fk_round_subject_round_id FOREIGN KEY (organization_id, round_id) REFERENCES assessment_round (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_round_subject_executive_id FOREIGN KEY (organization_id, executive_id) REFERENCES executive (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX ix_round_subject_executive_id ON round_subject (organization_id, executive_id)`);
    await db.query(`
      CREATE TABLE rating (
        organization_id uuid NOT NULL,
        round_id uuid NOT NULL,
        executive_id uuid NOT NULL,
        capability_id uuid NOT NULL,
        rater_key bytea NOT NULL,
        revision smallint NOT NULL,
        rater_group text NOT NULL,
        level smallint,
        comment text,
        CONSTRAINT rating_group_known CHECK (rater_group IN ('SELF', 'MANAGER', 'PEER', 'DIRECT_REPORT', 'OTHER')),
        CONSTRAINT rating_level_on_scale CHECK (level BETWEEN 1 AND 5),
        CONSTRAINT pk_rating PRIMARY KEY (organization_id, round_id, executive_id, capability_id, rater_key, revision),
        CONSTRAINT fk_rating_round_id_executive_id FOREIGN KEY (organization_id, round_id, executive_id) REFERENCES round_subject (organization_id,round_id,executive_id) ON DELETE CASCADE,
        CONSTRAINT fk_rating_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE released_score (
        organization_id uuid NOT NULL,
        round_id uuid NOT NULL,
        executive_id uuid NOT NULL,
        capability_id uuid NOT NULL,
        others double precision,
        self double precision,
        groups jsonb NOT NULL,
        suppressed_groups text[] NOT NULL,
        standard_error double precision,
        reliability double precision,
        raters_needed integer,
        agreement text,
        CONSTRAINT released_score_agreement_known CHECK (agreement IN ('STRONG', 'MODERATE', 'SPLIT')),
        CONSTRAINT released_score_others_on_scale CHECK (others BETWEEN 1 AND 5),
        CONSTRAINT pk_released_score PRIMARY KEY (organization_id, round_id, executive_id, capability_id),
        CONSTRAINT fk_released_score_round_id_executive_id FOREIGN KEY (organization_id, round_id, executive_id) REFERENCES round_subject (organization_id,round_id,executive_id) ON DELETE CASCADE,
        CONSTRAINT fk_released_score_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_released_score_executive_id ON released_score (organization_id, executive_id)`);
    await db.query(`
      CREATE TABLE round_capability (
        organization_id uuid NOT NULL,
        round_id uuid NOT NULL,
        capability_id uuid NOT NULL,
        framework_version integer,
        position integer NOT NULL,
        CONSTRAINT pk_round_capability PRIMARY KEY (organization_id, round_id, capability_id),
        CONSTRAINT fk_round_capability_round_id FOREIGN KEY (organization_id, round_id) REFERENCES assessment_round (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_round_capability_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE round_reliability (
        organization_id uuid NOT NULL,
        round_id uuid NOT NULL,
        capability_id uuid NOT NULL,
        subjects integer NOT NULL,
        standard_deviation double precision NOT NULL,
        icc double precision NOT NULL,
        raters_needed integer,
        CONSTRAINT pk_round_reliability PRIMARY KEY (organization_id, round_id, capability_id),
        CONSTRAINT fk_round_reliability_round_id FOREIGN KEY (organization_id, round_id) REFERENCES assessment_round (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_round_reliability_capability_id FOREIGN KEY (organization_id, capability_id) REFERENCES capability (organization_id, id) ON DELETE RESTRICT
      )`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE round_reliability`);
    await db.query(`DROP TABLE round_capability`);
    await db.query(`DROP TABLE released_score`);
    await db.query(`DROP TABLE rating`);
    await db.query(`DROP TABLE round_subject`);
    await db.query(`DROP TABLE level_evidence`);
    await db.query(`DROP TABLE assessment_round`);
  }
}
