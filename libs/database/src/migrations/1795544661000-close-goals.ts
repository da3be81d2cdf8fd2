import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Goals are closed with a note, and their owner is told when the status changes. */
export class CloseGoals1795544661000 implements MigrationInterface {
  name = 'CloseGoals1795544661000';

  public async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE alignment_goal ADD COLUMN status_told text, ADD COLUMN closed_on date, ADD COLUMN closing_note text,
        ADD CONSTRAINT alignment_goal_closed_with_note CHECK ((closed_on IS NULL) = (closing_note IS NULL))`);
  }

  public async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE alignment_goal DROP COLUMN status_told, DROP COLUMN closed_on, DROP COLUMN closing_note`);
  }
}
