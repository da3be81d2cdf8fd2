import { createHash } from 'node:crypto';
import { isNativeError } from 'node:util/types';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import type { EntityManager, QueryRunner } from 'typeorm';
import { preparesStatements } from './data-source.js';
import { inOnePacket } from './in-one-packet.js';
import type { Connected } from './in-one-packet.js';

/** A statement that is asked so often that planning it anew each time would take longer than answering it. */
export interface PreparedStatement {
  /** What the server knows it by: made of its text, so that two cannot be taken for each other. */
  readonly name: string;
  readonly text: string;
}

interface Client<Row> extends Connected {
  query(asked: {
    readonly name?: string;
    readonly text: string;
    readonly values: readonly unknown[];
  }): Promise<{ readonly rows: Row[] }>;
}

/**
 * A SELECT that each connection plans once and keeps. Name every column: the server keeps the shape of the answer, too,
 * and `*` would change it with the next migration.
 */
export const prepared = (text: string): PreparedStatement => ({
  name: `alidade_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`,
  text,
});

/**
 * What `tx.query` would answer. Several that are asked without waiting for each other are one round trip.
 * @param tx  within a transaction
 * @throws QueryFailedError  as `tx.query`
 */
export async function askPrepared<Row>(
  tx: EntityManager,
  { name, text }: PreparedStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const runner: QueryRunner | undefined = tx.queryRunner;
  if (!runner) throw new Error('A prepared statement is asked within a transaction');
  if (runner.isReleased) throw new QueryRunnerAlreadyReleasedError();
  const client: Client<Row> = await runner.connect();
  const { logger } = tx.dataSource;
  logger.logQuery(text, [...values], runner);
  inOnePacket(client);
  const asked = { text, values, ...(preparesStatements(tx.dataSource) && { name }) };
  try {
    const { rows } = await client.query(asked);
    return rows;
  } catch (error) {
    const fault = isNativeError(error) ? error : new Error('Something that is no Error was thrown');
    logger.logQueryError(fault, text, [...values], runner);
    throw new QueryFailedError(text, [...values], fault);
  }
}
