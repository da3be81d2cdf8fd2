import type { ReactNode } from 'react';

/** A column of a table, as it is shown and as it is exported. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** What is exported: a number stays a number; null where nothing is known. */
  readonly value: (row: Row) => string | number | null;
  /** What is shown; not given: the value. */
  readonly cell?: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** In the file and not on the page, where another cell says it too. */
  readonly exportOnly?: boolean;
}
