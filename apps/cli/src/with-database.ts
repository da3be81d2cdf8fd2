import { createDataSource, OF_LONG_WORK } from '@alidade/database';
import type { DataSource } from 'typeorm';
import { localDatabase } from './local-database.js';
import type { LocalDatabase } from './local-database.js';

export interface Connections {
  /** Runs migrations, registers organizations. */
  readonly owner: DataSource;
  /** As the application: bound by row-level security. */
  readonly app: DataSource;
}

/** For a command: the database with every migration applied, for as long as the work takes. */
export async function withDatabase<T>(
  work: (connections: Connections, database: LocalDatabase) => Promise<T>,
): Promise<T> {
  const database = await localDatabase();
  const owner = createDataSource(database.urls.owner, 2, OF_LONG_WORK);
  const app = createDataSource(database.urls.app, 2, OF_LONG_WORK, false);
  try {
    await owner.initialize();
    await owner.runMigrations();
    await app.initialize();
    return await work({ owner, app }, database);
  } finally {
    for (const connection of [app, owner])
      // oxlint-disable-next-line no-await-in-loop
      if (connection.isInitialized) await connection.destroy();
    await database.release();
  }
}
