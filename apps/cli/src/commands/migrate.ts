import { createDataSource, OF_LONG_WORK } from '@alidade/database';
import { read } from '../command-line.js';
import type { Command } from '../command-line.js';
import { localDatabase } from '../local-database.js';

export const migrate: Command = {
  name: ['migrate'],
  form: 'migrate [--down]',
  purpose: 'Apply every migration that is missing; --down: revert the last.',
  async run(words) {
    const { values } = read(words, { down: { type: 'boolean' } });
    const database = await localDatabase();
    const owner = await createDataSource(database.urls.owner, 1, OF_LONG_WORK).initialize();
    try {
      if (values.down) await owner.undoLastMigration();
      else await owner.runMigrations();
      const [latest]: { name: string }[] = await owner.query(
        'SELECT name FROM migrations ORDER BY id DESC LIMIT 1',
      );
      process.stdout.write(`${latest ? `The schema stands at ${latest.name}.` : 'The schema is empty.'}\n`);
    } finally {
      await owner.destroy();
      await database.release();
    }
  },
};
