import { describe, expect, it } from '@jest/globals';
import type { Column } from './columns.ts';
import { csvOf } from './export-files.ts';

interface Row {
  readonly name: string;
  readonly count: number | null;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', title: 'Name', value: ({ name }) => name },
  { key: 'count', title: 'Count, of all', value: ({ count }) => count },
];

describe('an exported table', () => {
  it('has its heads first, and numbers and empty cells as they are', () => {
    const rows = [
      { name: 'Plants', count: 3.5 },
      { name: 'Sales', count: null },
    ];
    expect(csvOf(COLUMNS, rows)).toBe('Name,"Count, of all"\r\nPlants,3.5\r\nSales,\r\n');
  });

  it('quotes what would break a line or a cell', () => {
    expect(csvOf(COLUMNS, [{ name: 'A "b", c\nd', count: 0 }])).toContain('"A ""b"", c\nd",0');
  });

  it('holds nothing that a spreadsheet would run', () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])
      expect(csvOf(COLUMNS, [{ name, count: 1 }])).toContain(`'${name}`);
  });
});
