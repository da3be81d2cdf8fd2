import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** Raters are asked: requests, reminders, links for those from outside, comments in reports, coaches who may read them. */
export class AskRaters1795539337000 implements MigrationInterface {
  name = 'AskRaters1795539337000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE rating_request (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        round_id uuid NOT NULL,
        executive_id uuid NOT NULL,
        person_id uuid NOT NULL,
        rater_group text NOT NULL,
        status text NOT NULL,
        decline_reason text,
        draft jsonb,
        CONSTRAINT uq_rating_request_round_id_executive_id_person_id UNIQUE (organization_id, round_id, executive_id, person_id),
        CONSTRAINT rating_request_draft_while_open CHECK (draft IS NULL OR status IN ('OPEN', 'SUBMITTED')),
        CONSTRAINT rating_request_declined_has_reason CHECK ((status = 'DECLINED') = (decline_reason IS NOT NULL)),
        CONSTRAINT rating_request_status_known CHECK (status IN ('NOMINATED', 'APPROVED', 'OPEN', 'SUBMITTED', 'DECLINED', 'EXPIRED')),
        CONSTRAINT rating_request_group_known CHECK (rater_group IN ('SELF', 'MANAGER', 'PEER', 'DIRECT_REPORT', 'OTHER')),
        CONSTRAINT pk_rating_request PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_rating_request_round_id_executive_id FOREIGN KEY (organization_id, round_id, executive_id) REFERENCES round_subject (organization_id,round_id,executive_id) ON DELETE CASCADE,
        CONSTRAINT fk_rating_request_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX ix_rating_request_person_id ON rating_request (organization_id, person_id)`);
    await keepWithinOrganization(db, 'rating_request', 'SELECT, INSERT, UPDATE, DELETE');
    await db.query(`
      ALTER TABLE assessment_round
        ADD COLUMN wanted_raters jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN reminds_on date[] NOT NULL DEFAULT '{}'`);
    await db.query(`
      ALTER TABLE round_subject
        ADD COLUMN coach_id uuid,
        ADD CONSTRAINT fk_round_subject_coach_id FOREIGN KEY (organization_id, coach_id) REFERENCES person (organization_id, id) ON DELETE RESTRICT`);
    await db.query(`GRANT UPDATE ON round_subject TO alidade_app`);
    await db.query(`ALTER TABLE round_capability ADD COLUMN wording jsonb`);
    await db.query(`ALTER TABLE released_score ADD COLUMN comments text[] NOT NULL DEFAULT '{}'`);
    await db.query(`ALTER TABLE person ADD COLUMN outside boolean NOT NULL DEFAULT false`);
    await db.query(`ALTER TABLE outbox_mail ADD COLUMN rater_link_until timestamptz`);
    await db.query(`
      ALTER TABLE credential DROP CONSTRAINT credential_kind_known,
        ADD CONSTRAINT credential_kind_known CHECK (kind IN ('SESSION', 'ACCESS_TOKEN', 'RATER_LINK', 'RATER'))`);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE credential DROP CONSTRAINT credential_kind_known,
        ADD CONSTRAINT credential_kind_known CHECK (kind IN ('SESSION', 'ACCESS_TOKEN'))`);
    await db.query(`ALTER TABLE outbox_mail DROP COLUMN rater_link_until`);
    await db.query(`ALTER TABLE person DROP COLUMN outside`);
    await db.query(`ALTER TABLE round_capability DROP COLUMN wording`);
    await db.query(`ALTER TABLE released_score DROP COLUMN comments`);
    await db.query(`REVOKE UPDATE ON round_subject FROM alidade_app`);
    await db.query(`ALTER TABLE round_subject DROP CONSTRAINT fk_round_subject_coach_id, DROP COLUMN coach_id`);
    await db.query(`ALTER TABLE assessment_round DROP COLUMN wanted_raters, DROP COLUMN reminds_on`);
    await db.query(`DROP TABLE rating_request`);
  }
}
