import type { DataSource } from 'typeorm';
import { cutOffSilence } from './cut-off-silence.js';
import type { Connected } from './in-one-packet.js';
import { longestSilenceOf } from './data-source.js';

/** One statement on platform tables that any living server answers at once; of one that hangs it does not wait long. */
export async function askBriefly<Row>(db: DataSource, statement: string): Promise<Row[]> {
  const runner = db.createQueryRunner();
  try {
    const client: Connected = await runner.connect();
    const asking: Promise<Row[]> = runner.query(statement);
    cutOffSilence(client, asking, longestSilenceOf(db));
    return await asking;
  } finally {
    await runner.release();
  }
}
