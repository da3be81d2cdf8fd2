import { FirstFaults } from '../../apps/api/src/imports/fault-list.js';
import type { ImportCounts } from '../../apps/api/src/imports/import-reader.js';
import { peopleImport } from '../../apps/api/src/directory/people-import/people-import.reader.js';
import type { TestOrganization } from './organization.js';

/** Cells of one row by column; what is not there is an empty cell. */
export type PeopleRow = Readonly<Record<string, string>>;

/** A file with all columns that any of its rows has. */
export function csvOf(rows: readonly PeopleRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

class Refused extends Error {}

/** Has the reader of the worker take a file in on that day, without the upload; keeps nothing when it is faulty. */
export async function takeIn(
  org: TestOrganization,
  text: string,
  today: string,
): Promise<ImportCounts & { faults: string[] }> {
  const faults = new FirstFaults();
  const { organizationId } = org;
  async function* file(): AsyncGenerator<Buffer> {
    yield Buffer.from(text);
  }
  let counts: ImportCounts = { created: 0, updated: 0, unchanged: 0 };
  await org
    .within(async (tx) => {
      counts = await peopleImport.read(file(), {
        tx,
        viewer: { organizationId, today, purpose: 'test' },
        personId: '',
        parameters: {},
        faults,
        progress: () => Promise.resolve(),
      });
      if (faults.count > 0) throw new Refused();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
  return {
    ...counts,
    faults: faults.first().map(({ line, column, message }) => `${line} ${column} ${message}`),
  };
}
