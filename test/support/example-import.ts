import { Permission } from '@alidade/access';
import type { ImportReader } from '../../apps/api/src/imports/import-reader.js';
import { readCsv } from '../../apps/api/src/imports/csv.js';
import { stageRows } from '../../apps/api/src/imports/staging.js';

const COLUMNS = { known: ['name', 'size'], required: ['name'] } as const;
const STAGED = { name: 'staged_example', columns: { name: 'text' } } as const;

/** The smallest reader there is, taking the place of a feature's: each row is the name of a unit, made where it is absent. */
export const exampleReader: ImportReader = {
  kind: 'PEOPLE',
  permission: Permission.DirectoryEdit,
  maxBytes: 3 * 1024 * 1024,
  parameters: [],
  async read(file, context) {
    const { tx, viewer, faults } = context;
    async function* rows() {
      for await (const { line, cells } of readCsv(file, COLUMNS, faults)) {
        if (cells.size !== null && !/^\d+$/.test(cells.size))
          faults.add({ line, column: 'size', message: 'A size is a whole number.' });
        yield { line, name: cells.name };
      }
    }
    const staged = await stageRows(tx, STAGED, rows());
    await context.progress(0.5);
    const created: unknown[] = await tx.query(
      `INSERT INTO unit (organization_id, name)
       SELECT $1, name FROM staged_example WHERE name IS NOT NULL
         AND NOT EXISTS (SELECT FROM unit WHERE unit.organization_id = $1 AND unit.name = staged_example.name)
       RETURNING 1`,
      [viewer.organizationId],
    );
    return { created: created.length, updated: 0, unchanged: staged - created.length };
  },
};
