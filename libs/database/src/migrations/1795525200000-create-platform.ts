import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  audit_entry: 'SELECT, INSERT',
  idempotent_write: 'SELECT, INSERT, UPDATE, DELETE',
  import_file: 'SELECT, INSERT, UPDATE, DELETE',
  import_part: 'SELECT, INSERT, DELETE',
  job_content: 'SELECT, INSERT, UPDATE, DELETE',
  organization_setting: 'SELECT, INSERT, UPDATE',
  policy: 'SELECT, INSERT',
};

/** Read before an organization is known, so they hold ids and state and no content. */
const PLATFORM_PRIVILEGES = {
  organization: 'SELECT',
  job: 'SELECT, INSERT, UPDATE, DELETE',
  outbox_head: 'SELECT, INSERT, UPDATE, DELETE',
};

/** What every organization has whatever it does: its name and settings, audit trail, jobs, imports and writes that happen once. */
export class CreatePlatform1795525200000 implements MigrationInterface {
  name = 'CreatePlatform1795525200000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_entry (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        recorded_at timestamptz NOT NULL DEFAULT now(),
        actor_id uuid,
        action text NOT NULL,
        subject_id uuid,
        detail jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT pk_audit_entry PRIMARY KEY (organization_id, id)
      )`);
    await db.query(`CREATE INDEX ix_audit_entry_subject_id ON audit_entry (organization_id, subject_id)`);
    await db.query(`CREATE INDEX ix_audit_entry_recorded_at ON audit_entry (organization_id, recorded_at)`);
    await db.query(`
      CREATE TABLE organization (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        slug text NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_organization_slug UNIQUE (slug),
        CONSTRAINT uq_organization_name UNIQUE (name),
        CONSTRAINT pk_organization PRIMARY KEY (id)
      )`);
    await db.query(`
      CREATE TABLE idempotent_write (
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        answer jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_idempotent_write PRIMARY KEY (organization_id, person_id, key)
      )`);
    await db.query(`CREATE INDEX ix_idempotent_write_created_at ON idempotent_write (organization_id, created_at)`);
    await db.query(`
      CREATE TABLE job (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        key text NOT NULL,
        status text NOT NULL DEFAULT 'QUEUED',
        attempt integer NOT NULL DEFAULT '0',
        max_attempts integer NOT NULL DEFAULT '5',
        run_after timestamptz NOT NULL DEFAULT now(),
        lease_until timestamptz,
        cancel_requested boolean NOT NULL DEFAULT false,
        again boolean NOT NULL DEFAULT false,
        progress double precision NOT NULL DEFAULT '0',
        created_at timestamptz NOT NULL DEFAULT now(),
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT job_progress_is_share CHECK (progress BETWEEN 0 AND 1),
        CONSTRAINT job_status_known CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
        CONSTRAINT pk_job PRIMARY KEY (organization_id, id)
      )`);
    await db.query(`CREATE INDEX ix_job_changed_at ON job (organization_id, changed_at)`);
    await db.query(`CREATE INDEX ix_job_run_after_active ON job (organization_id, run_after) WHERE status IN ('QUEUED', 'RUNNING')`);
    await db.query(`CREATE UNIQUE INDEX uq_job_key_active ON job (organization_id, key) WHERE status IN ('QUEUED', 'RUNNING')`);
    await db.query(`
      CREATE TABLE import_file (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        dry_run boolean NOT NULL,
        parameters jsonb NOT NULL DEFAULT '{}',
        rows integer NOT NULL DEFAULT '0',
        created integer NOT NULL DEFAULT '0',
        updated integer NOT NULL DEFAULT '0',
        unchanged integer NOT NULL DEFAULT '0',
        fault_count integer NOT NULL DEFAULT '0',
        faults jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT import_file_kind_known CHECK (kind IN ('PEOPLE', 'CAPABILITIES', 'FRAMEWORK', 'REQUIREMENTS', 'RATINGS')),
        CONSTRAINT pk_import_file PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_import_file_id FOREIGN KEY (organization_id, id) REFERENCES job (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE import_part (
        organization_id uuid NOT NULL,
        import_id uuid NOT NULL,
        part integer NOT NULL,
        bytes bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_import_part PRIMARY KEY (organization_id, import_id, part)
      )`);
    await db.query(`CREATE INDEX ix_import_part_created_at ON import_part (organization_id, created_at)`);
    await db.query(`
      CREATE TABLE job_content (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid,
        input jsonb NOT NULL DEFAULT '{}',
        result jsonb,
        failure text,
        CONSTRAINT pk_job_content PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_job_content_id FOREIGN KEY (organization_id, id) REFERENCES job (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE organization_setting (
        organization_id uuid NOT NULL,
        time_zone text NOT NULL DEFAULT 'UTC',
        links_accounts_by_mail boolean NOT NULL DEFAULT true,
        CONSTRAINT pk_organization_setting PRIMARY KEY (organization_id),
        CONSTRAINT fk_organization_setting_organization_id FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE outbox_head (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        status text NOT NULL DEFAULT 'PENDING',
        attempt integer NOT NULL DEFAULT '0',
        due_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT outbox_head_status_known CHECK (status IN ('PENDING', 'SENT', 'KEPT', 'FAILED')),
        CONSTRAINT pk_outbox_head PRIMARY KEY (organization_id, id)
      )`);
    await db.query(`CREATE INDEX ix_outbox_head_due_at ON outbox_head (organization_id, due_at) WHERE status = 'PENDING'`);
    await db.query(`
      CREATE TABLE policy (
        organization_id uuid NOT NULL,
        version integer NOT NULL,
        valid_from date NOT NULL,
        settings jsonb NOT NULL DEFAULT '{}',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_policy PRIMARY KEY (organization_id, version),
        CONSTRAINT fk_policy_organization_id FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
      )`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
    for (const [table, privileges] of Object.entries(PLATFORM_PRIVILEGES)) await db.query(`GRANT ${privileges} ON ${table} TO alidade_app`);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE policy`);
    await db.query(`DROP TABLE outbox_head`);
    await db.query(`DROP TABLE organization_setting`);
    await db.query(`DROP TABLE job_content`);
    await db.query(`DROP TABLE import_part`);
    await db.query(`DROP TABLE import_file`);
    await db.query(`DROP TABLE job`);
    await db.query(`DROP TABLE idempotent_write`);
    await db.query(`DROP TABLE organization`);
    await db.query(`DROP TABLE audit_entry`);
  }
}
