import type { Column } from './columns.ts';
import styles from './data-table.module.css';

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table that can be read out; the first column names its row. */
export function DataTable<Row>({ caption, columns: all, rows, keyOf }: DataTableProps<Row>) {
  const columns = all.filter(({ exportOnly = false }) => !exportOnly);
  return (
    // Reachable by keyboard, so that a wide table can be moved without a mouse.
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, numeric }) => (
              <th key={key} scope="col" data-numeric={numeric}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} row={row} isName={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly isName: boolean;
}

function Cell<Row>({ column: { numeric, cell, value }, row, isName }: CellProps<Row>) {
  const content = cell ? cell(row) : value(row);
  return isName ? <th scope="row">{content}</th> : <td data-numeric={numeric}>{content}</td>;
}
