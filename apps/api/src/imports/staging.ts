import type { EntityManager } from 'typeorm';

const TYPES = ['text', 'integer', 'numeric', 'boolean', 'date', 'uuid'] as const;
type StagedType = (typeof TYPES)[number];

/** A table that a file is staged in until the transaction ends; it also has `line`, its key. */
export interface StagedTable<Column extends string> {
  /** Not the name of a real table: a temporary one would hide it. */
  readonly name: string;
  readonly columns: Readonly<Record<Column, StagedType>>;
}

/** A row of the file, in the words of the table. */
export type StagedRow<Column extends string> = Readonly<Record<Column, string | number | boolean | null>> & {
  readonly line: number;
};

const BATCH = 2000;
const NAME = /^[a-z][a-z0-9_]*$/;

/**
 * Stages the rows of a file in a temporary table that only this transaction sees, so that they are then checked and
 * taken in set by set. In batches, each one statement: COPY works neither under row-level security nor with `pipeline`.
 * A second call with the same name in one transaction fails.
 * @returns how many rows were staged
 */
export async function stageRows<Column extends string>(
  tx: EntityManager,
  table: StagedTable<Column>,
  rows: AsyncIterable<StagedRow<NoInfer<Column>>>,
): Promise<number> {
  const insert = await createTable(tx, table);
  let staged = 0;
  let batch: StagedRow<Column>[] = [];
  const flush = async (): Promise<void> => {
    staged += batch.length;
    await insert(batch);
    batch = [];
  };
  for await (const row of rows) {
    batch.push(row);
    if (batch.length >= BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  await tx.query(`ANALYZE ${table.name}`); // Nobody else does it for a temporary table.
  return staged;
}

async function createTable<Column extends string>(
  tx: EntityManager,
  { name, columns }: StagedTable<Column>,
): Promise<(batch: readonly StagedRow<Column>[]) => Promise<unknown>> {
  const known: Column[] = [];
  for (const column in columns) known.push(column);
  for (const word of [name, ...known])
    if (!NAME.test(word)) throw new RangeError(`${word} is no name of a table or column`);
  const types: Readonly<Record<string, StagedType>> = { line: 'integer', ...columns };
  const all: readonly (Column | 'line')[] = ['line', ...known];
  const definitions = all.map((column) => `"${column}" ${types[column]}`);
  await tx.query(
    `CREATE TEMPORARY TABLE ${name} (${definitions.join(', ')}, PRIMARY KEY (line)) ON COMMIT DROP`,
  );
  const statement = `INSERT INTO ${name} (${all.map((column) => `"${column}"`).join(', ')})
    SELECT * FROM unnest(${all.map((column, i) => `$${i + 1}::${types[column]}[]`).join(', ')})`;
  return (batch) =>
    tx.query(
      statement,
      all.map((column) => batch.map((row) => row[column])),
    );
}
