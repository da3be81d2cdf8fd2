import type { EntityManager } from 'typeorm';

/** Column by column: its PostgreSQL type and the value of a row. */
type Columns<Row> = Readonly<Record<string, readonly [type: string, valueOf: (row: Row) => unknown]>>;

const BATCH = 5000;

/** Inserts rows of one organization in batches, each one statement whatever its number of rows. */
export async function insertRows<Row>(
  tx: EntityManager,
  { table, organizationId }: { readonly table: string; readonly organizationId: string },
  columns: Columns<Row>,
  rows: Iterable<Row>,
): Promise<void> {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map(([type], i) => `$${i + 2}::${type}[]`);
  const statement = `INSERT INTO ${table} (organization_id, ${names.join(', ')}) SELECT $1, * FROM unnest(${arrays.join(', ')})`;
  const write = (batch: readonly Row[]) =>
    tx.query(statement, [
      organizationId,
      ...Object.values(columns).map(([, valueOf]) => batch.map((row) => valueOf(row))),
    ]);
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    // oxlint-disable-next-line no-await-in-loop
    await write(batch);
    batch = [];
  }
  if (batch.length > 0) await write(batch);
}
