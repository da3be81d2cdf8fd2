import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepWithinOrganization } from './organization-table.js';

/** What the application may do to each table of an organization; it owns none of them. */
const PRIVILEGES = {
  person: 'SELECT, INSERT, UPDATE, DELETE',
  credential: 'SELECT, INSERT, DELETE',
  executive: 'SELECT, INSERT, UPDATE, DELETE',
  leadership_level: 'SELECT, INSERT, UPDATE, DELETE',
  linked_account: 'SELECT, INSERT, DELETE',
  outbox_mail: 'SELECT, INSERT, DELETE',
  person_diversity: 'SELECT, INSERT, UPDATE, DELETE',
  person_identity: 'SELECT, INSERT, UPDATE, DELETE',
  unit: 'SELECT, INSERT, UPDATE, DELETE',
  posting: 'SELECT, INSERT, UPDATE, DELETE',
  role_grant: 'SELECT, INSERT, UPDATE, DELETE',
  role_grant_unit: 'SELECT, INSERT, DELETE',
  unavailable_period: 'SELECT, INSERT, UPDATE, DELETE',
  unit_ancestor: 'SELECT, INSERT, UPDATE, DELETE',
  unit_placement: 'SELECT, INSERT, UPDATE, DELETE',
};

/** Units, people and their postings; who may sign in as whom, and do what; the mail they get. */
export class CreateDirectory1795525200001 implements MigrationInterface {
  name = 'CreateDirectory1795525200001';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE person (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        external_id text,
        function text,
        location text,
        time_zone text,
        languages text[] NOT NULL DEFAULT '{}',
        joined_on date,
        left_on date,
        version integer NOT NULL DEFAULT '1',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_person_external_id UNIQUE (organization_id, external_id),
        CONSTRAINT person_leaves_after_joining CHECK (left_on >= joined_on),
        CONSTRAINT pk_person PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_person_organization_id FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE credential (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        kind text NOT NULL,
        name text,
        secret_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_credential_secret_hash UNIQUE (organization_id, secret_hash),
        CONSTRAINT credential_kind_known CHECK (kind IN ('SESSION', 'ACCESS_TOKEN')),
        CONSTRAINT pk_credential PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_credential_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX ix_credential_person_id ON credential (organization_id, person_id)`);
    await db.query(`
      CREATE TABLE executive (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        CONSTRAINT uq_executive_person_id UNIQUE (organization_id, person_id),
        CONSTRAINT pk_executive PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_executive_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE leadership_level (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        rank integer NOT NULL,
        CONSTRAINT uq_leadership_level_rank UNIQUE (organization_id, rank) DEFERRABLE INITIALLY IMMEDIATE,
        CONSTRAINT uq_leadership_level_name UNIQUE (organization_id, name),
        CONSTRAINT leadership_level_rank_positive CHECK (rank > 0),
        CONSTRAINT pk_leadership_level PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_leadership_level_organization_id FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE linked_account (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        issuer text NOT NULL,
        subject text NOT NULL,
        linked_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_linked_account_issuer_subject UNIQUE (organization_id, issuer, subject),
        CONSTRAINT pk_linked_account PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_linked_account_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX ix_linked_account_person_id ON linked_account (organization_id, person_id)`);
    await db.query(`
      CREATE TABLE outbox_mail (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        message_id text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_outbox_mail PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_outbox_mail_id FOREIGN KEY (organization_id, id) REFERENCES outbox_head (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_outbox_mail_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE person_diversity (
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        gender text NOT NULL,
        CONSTRAINT pk_person_diversity PRIMARY KEY (organization_id, person_id),
        CONSTRAINT fk_person_diversity_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE person_identity (
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        name text,
        email text,
        title text,
        CONSTRAINT uq_person_identity_email UNIQUE (organization_id, email),
        CONSTRAINT person_identity_email_lower_case CHECK (email = lower(email)),
        CONSTRAINT pk_person_identity PRIMARY KEY (organization_id, person_id),
        CONSTRAINT fk_person_identity_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE unit (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_unit PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_unit_organization_id FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE posting (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        leadership_level_id uuid,
        manager_id uuid,
        valid_from date NOT NULL DEFAULT '-infinity',
        valid_to date NOT NULL DEFAULT 'infinity',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_posting_person_id_valid_from UNIQUE (organization_id, person_id, valid_from),
        CONSTRAINT posting_valid_from_before_to CHECK (valid_from < valid_to),
        CONSTRAINT posting_is_not_its_own_manager CHECK (manager_id <> person_id),
        CONSTRAINT pk_posting PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_posting_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_posting_unit_id FOREIGN KEY (organization_id, unit_id) REFERENCES unit (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_posting_leadership_level_id FOREIGN KEY (organization_id, leadership_level_id) REFERENCES leadership_level (organization_id, id) ON DELETE RESTRICT,
        CONSTRAINT fk_posting_manager_id FOREIGN KEY (organization_id, manager_id) REFERENCES person (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`CREATE INDEX ix_posting_manager_id ON posting (organization_id, manager_id)`);
    await db.query(`CREATE INDEX ix_posting_unit_id ON posting (organization_id, unit_id)`);
    await db.query(`
      CREATE TABLE role_grant (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        role text NOT NULL,
        granted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_role_grant_person_id_role UNIQUE (organization_id, person_id, role),
        CONSTRAINT role_grant_role_is_upper_case CHECK (role ~ '^[A-Z][A-Z_]*$'),
        CONSTRAINT pk_role_grant PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_role_grant_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE role_grant_unit (
        organization_id uuid NOT NULL,
        grant_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        CONSTRAINT pk_role_grant_unit PRIMARY KEY (organization_id, grant_id, unit_id),
        CONSTRAINT fk_role_grant_unit_grant_id FOREIGN KEY (organization_id, grant_id) REFERENCES role_grant (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_role_grant_unit_unit_id FOREIGN KEY (organization_id, unit_id) REFERENCES unit (organization_id, id) ON DELETE RESTRICT
      )`);
    await db.query(`
      CREATE TABLE unavailable_period (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        reason text,
        CONSTRAINT uq_unavailable_period_person_id_starts_on_ends_on UNIQUE (organization_id, person_id, starts_on, ends_on),
        CONSTRAINT unavailable_period_starts_before_it_ends CHECK (starts_on <= ends_on),
        CONSTRAINT pk_unavailable_period PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_unavailable_period_person_id FOREIGN KEY (organization_id, person_id) REFERENCES person (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE unit_ancestor (
        organization_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        ancestor_id uuid NOT NULL,
        valid_from date NOT NULL DEFAULT '-infinity',
        valid_to date NOT NULL DEFAULT 'infinity',
        depth integer NOT NULL,
        CONSTRAINT unit_ancestor_valid_from_before_to CHECK (valid_from < valid_to),
        CONSTRAINT pk_unit_ancestor PRIMARY KEY (organization_id, unit_id, ancestor_id, valid_from),
        CONSTRAINT fk_unit_ancestor_unit_id FOREIGN KEY (organization_id, unit_id) REFERENCES unit (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_unit_ancestor_ancestor_id FOREIGN KEY (organization_id, ancestor_id) REFERENCES unit (organization_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX ix_unit_ancestor_ancestor_id ON unit_ancestor (organization_id, ancestor_id)`);
    await db.query(`
      CREATE TABLE unit_placement (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        unit_id uuid NOT NULL,
        parent_id uuid,
        valid_from date NOT NULL DEFAULT '-infinity',
        valid_to date NOT NULL DEFAULT 'infinity',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_unit_placement_unit_id_valid_from UNIQUE (organization_id, unit_id, valid_from),
        CONSTRAINT unit_placement_valid_from_before_to CHECK (valid_from < valid_to),
        CONSTRAINT unit_placement_is_not_its_own_parent CHECK (parent_id <> unit_id),
        CONSTRAINT pk_unit_placement PRIMARY KEY (organization_id, id),
        CONSTRAINT fk_unit_placement_unit_id FOREIGN KEY (organization_id, unit_id) REFERENCES unit (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_unit_placement_parent_id FOREIGN KEY (organization_id, parent_id) REFERENCES unit (organization_id, id) ON DELETE RESTRICT
      )`);
    for (const [table, privileges] of Object.entries(PRIVILEGES)) await keepWithinOrganization(db, table, privileges);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE unit_placement`);
    await db.query(`DROP TABLE unit_ancestor`);
    await db.query(`DROP TABLE unavailable_period`);
    await db.query(`DROP TABLE role_grant_unit`);
    await db.query(`DROP TABLE role_grant`);
    await db.query(`DROP TABLE posting`);
    await db.query(`DROP TABLE unit`);
    await db.query(`DROP TABLE person_identity`);
    await db.query(`DROP TABLE person_diversity`);
    await db.query(`DROP TABLE outbox_mail`);
    await db.query(`DROP TABLE linked_account`);
    await db.query(`DROP TABLE leadership_level`);
    await db.query(`DROP TABLE executive`);
    await db.query(`DROP TABLE credential`);
    await db.query(`DROP TABLE person`);
  }
}
