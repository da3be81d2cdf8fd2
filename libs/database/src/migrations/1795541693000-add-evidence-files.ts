import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  plan_digest: 'SELECT, INSERT, UPDATE, DELETE',
  plan_evidence_part: 'SELECT, INSERT, DELETE',
};

/** Files as evidence, and when people were last reminded of what is due in plans. */
export class AddEvidenceFiles1795541693000 implements MigrationInterface {
  name = 'AddEvidenceFiles1795541693000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE plan_digest (
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        sent_on date NOT NULL,
        CONSTRAINT pk_plan_digest PRIMARY KEY (organization_id, person_id),
        CONSTRAINT fk_plan_digest_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE plan_evidence_part (
        organization_id uuid NOT NULL,
        evidence_id uuid NOT NULL,
        part integer NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT pk_plan_evidence_part PRIMARY KEY (organization_id, evidence_id, part),
        CONSTRAINT fk_plan_evidence_part_evidence_id FOREIGN KEY (organization_id, evidence_id) REFERENCES plan_evidence (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`ALTER TABLE plan_evidence ADD complete boolean NOT NULL DEFAULT true`);
    await db.query(`GRANT UPDATE ON plan_evidence TO alidade_app`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`REVOKE UPDATE ON plan_evidence FROM alidade_app`);
    await db.query(`ALTER TABLE plan_evidence DROP complete`);
    await db.query(`DROP TABLE plan_evidence_part`);
    await db.query(`DROP TABLE plan_digest`);
  }
}
