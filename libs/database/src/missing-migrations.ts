import type { DataSource } from 'typeorm';
import { cutOffSilence } from './cut-off-silence.js';
import type { Connected } from './cut-off-silence.js';
import { longestSilenceOf } from './data-source.js';

const nameOf = (migration: { readonly name?: string }): string =>
  migration.name ?? migration.constructor.name;

/**
 * Names of the migrations that this program knows and the database has not had. That it has had more is no fault:
 * a newer version may be on its way in.
 */
export async function missingMigrations(db: DataSource): Promise<string[]> {
  const runner = db.createQueryRunner();
  try {
    const client: Connected = await runner.connect();
    const asking: Promise<{ name: string }[]> = runner.query('SELECT name FROM migrations');
    cutOffSilence(client, asking, longestSilenceOf(db));
    const applied = new Set((await asking).map(({ name }) => name));
    return db.migrations.map(nameOf).filter((name) => !applied.has(name));
  } finally {
    await runner.release();
  }
}
