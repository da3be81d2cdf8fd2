import type { DataSource } from 'typeorm';
import { askBriefly } from './ask-briefly.js';

const nameOf = (migration: { readonly name?: string }): string =>
  migration.name ?? migration.constructor.name;

/**
 * Names of the migrations that this program knows and the database has not had. That it has had more is no fault:
 * a newer version may be on its way in.
 */
export async function missingMigrations(db: DataSource): Promise<string[]> {
  const rows = await askBriefly<{ name: string }>(db, 'SELECT name FROM migrations');
  const applied = new Set(rows.map(({ name }) => name));
  return db.migrations.map(nameOf).filter((name) => !applied.has(name));
}
