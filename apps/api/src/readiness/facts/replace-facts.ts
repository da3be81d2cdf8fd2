import type { EntityManager } from 'typeorm';

interface FactColumn<Row> {
  readonly type: 'uuid' | 'date' | 'float8' | 'integer' | 'text' | 'jsonb';
  readonly of: (row: Row) => string | number | null;
}

/** A table of facts with validity, and how a row of it is made. */
export interface FactTable<Row> {
  readonly name: string;
  /** Columns that are the same in all facts replaced at once, of type uuid; the first is the organization. */
  readonly fixed: readonly string[];
  /** With the fixed ones the primary key; the first day is among them. */
  readonly key: Readonly<Record<string, FactColumn<Row>>>;
  /** The last day is among them. */
  readonly values: Readonly<Record<string, FactColumn<Row>>>;
}

/** Which facts are replaced: those of the fixed columns whose key columns are among these; null: whatever they are. */
export interface Among {
  readonly fixed: readonly string[];
  readonly key: Readonly<Record<string, readonly string[] | null>>;
}

/**
 * Makes the facts of a table what they should be. Only differences are written: a fact that stays keeps the instant at
 * which it was recorded, and so does one that only ends earlier, on the days that are left to it.
 * @param rows  all facts there are to be among those replaced
 * @returns     how many were written or removed
 */
export async function replaceFacts<Row>(
  tx: EntityManager,
  table: FactTable<Row>,
  among: Among,
  rows: readonly Row[],
): Promise<number> {
  if (Object.values(among.key).some((ids) => ids?.length === 0)) return 0;
  const columns = Object.values({ ...table.key, ...table.values });
  const [counted]: { changes: number }[] = await tx.query(statementFor(table, Object.keys(among.key)), [
    ...among.fixed,
    ...Object.values(among.key),
    ...columns.map(({ type, of }) => arrayLiteral(type, rows, of)),
  ]);
  return counted?.changes ?? 0;
}

/**
 * A PostgreSQL array as text: the driver's own way escapes each value by itself, which takes much of a rebuild. In text
 * without control characters, as a band and a JSON of ids and numbers are, both escape quotes and backslashes alike.
 */
function arrayLiteral<Row>(
  type: FactColumn<Row>['type'],
  rows: readonly Row[],
  valueOf: FactColumn<Row>['of'],
): string {
  const isText = type === 'text' || type === 'jsonb';
  const literals = rows.map((row) => {
    const value = valueOf(row);
    if (value === null) return 'NULL';
    return isText ? JSON.stringify(value) : String(value);
  });
  return `{${literals.join(',')}}`;
}

/** Removes facts whose key is no longer there, and writes those that are new or differ; one statement, so one pass of the rows. */
function statementFor<Row>({ name, fixed, key, values }: FactTable<Row>, among: readonly string[]): string {
  const keys = Object.keys(key);
  const all = { ...key, ...values };
  const names = Object.keys(all).join(', ');
  const fixedIs = fixed.map((column, i) => `t.${column} = $${i + 1}::uuid`);
  const amongIs = among.map((column, i) => {
    const at = fixed.length + i + 1;
    return `($${at}::uuid[] IS NULL OR t.${column} = ANY($${at}::uuid[]))`;
  });
  const arrays = Object.values(all).map(
    ({ type }, i) => `$${fixed.length + among.length + i + 1}::${type}[]`,
  );
  const keyIs = keys.map((column) => `t.${column} = f.${column}`);
  const valuesAre = Object.keys(values).map((column) => `t.${column} IS NOT DISTINCT FROM f.${column}`);
  const onlyEnds = Object.keys(values)
    .filter((column) => column !== 'valid_to')
    .map((column) => `t.${column} IS NOT DISTINCT FROM excluded.${column}`)
    .join(' AND ');
  const changed = Object.keys(values).map((column) => `${column} = excluded.${column}`);
  return `
    WITH fresh AS (SELECT * FROM unnest(${arrays.join(', ')}) AS f (${names})),
    gone AS (
      DELETE FROM ${name} AS t WHERE ${[...fixedIs, ...amongIs].join(' AND ')}
        AND NOT EXISTS (SELECT FROM fresh AS f WHERE ${keyIs.join(' AND ')})
      RETURNING 1),
    written AS (
      INSERT INTO ${name} AS t (${fixed.join(', ')}, ${names})
      SELECT ${fixed.map((_, i) => `$${i + 1}::uuid`).join(', ')}, f.* FROM fresh AS f
      WHERE NOT EXISTS (SELECT FROM ${name} AS t WHERE ${[...fixedIs, ...amongIs, ...keyIs, ...valuesAre].join(' AND ')})
      ON CONFLICT (${[...fixed, ...keys].join(', ')}) DO UPDATE SET ${changed.join(', ')},
        recorded_at = CASE WHEN excluded.valid_to < t.valid_to AND ${onlyEnds} THEN t.recorded_at ELSE now() END
      RETURNING 1)
    SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM written) AS changes`;
}
