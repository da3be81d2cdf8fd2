import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The postings of a person do not overlap, whoever writes them. An index over ids and a range needs btree_gist, which
 * comes with PostgreSQL and which the owner of a database may install (it is trusted since 13).
 */
export class KeepPostingsApart1795540787000 implements MigrationInterface {
  name = 'KeepPostingsApart1795540787000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await db.query(`
      ALTER TABLE posting ADD CONSTRAINT posting_periods_do_not_overlap
        EXCLUDE USING gist (organization_id WITH =, person_id WITH =, daterange(valid_from, valid_to) WITH &&)`);
  }

  /** The extension stays: whoever put it there may use it. */
  public async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE posting DROP CONSTRAINT posting_periods_do_not_overlap`);
  }
}
