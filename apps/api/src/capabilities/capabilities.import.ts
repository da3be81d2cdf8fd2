import { Permission } from '@alidade/access';
import { ImportKind } from '@alidade/database';
import {
  CAPABILITY_COLUMNS,
  capabilityChanges,
  capabilityFromRow,
  capabilityRowFaults,
  frameworkWithRows,
  REQUIRED_CAPABILITY_COLUMNS,
} from '@alidade/frameworks';
import type { CapabilityFramework, CapabilityRow } from '@alidade/frameworks';
import { readCsv } from '../imports/csv.js';
import type { CsvColumns } from '../imports/csv.js';
import type { FaultList, ImportContext, ImportCounts, ImportReader } from '../imports/import-reader.js';
import { addVersion, codesElsewhere, lockFrameworks, ownFramework } from './framework-versions.js';
import type { FrameworkRecord } from './framework-versions.js';

const COLUMNS = {
  known: CAPABILITY_COLUMNS,
  required: REQUIRED_CAPABILITY_COLUMNS,
} as const satisfies CsvColumns<string>;

const NOTHING: ImportCounts = { created: 0, updated: 0, unchanged: 0 };
const MEGABYTE = 1024 * 1024;

/**
 * Capabilities from a file, into the framework of the organization's own, which the first one makes. A row says what a
 * capability is from now on; what it leaves empty, and capabilities that the file does not name, stay as they are.
 * All rows are held at once: parents may come later, and a framework is read by people.
 */
export const capabilitiesImport: ImportReader = {
  kind: ImportKind.CAPABILITIES,
  permission: Permission.CapabilityEdit,
  maxBytes: 10 * MEGABYTE,
  parameters: [],

  async read(file, context): Promise<ImportCounts> {
    const { tx, viewer, personId, faults } = context;
    const rows = await rowsOf(file, faults);
    await lockFrameworks(tx, viewer);
    const own = await ownFramework(tx, viewer);
    await context.progress(0.3);
    for (const fault of capabilityRowFaults(rows, parentsByCode(own.document))) faults.add(fault);
    await tellCodesElsewhere(context, own, rows);
    if (faults.count > 0) return NOTHING;
    const after = frameworkWithRows(own.document, rows, new Date().toISOString());
    if (after !== own.document) await addVersion(tx, { ...viewer, personId: personId || null }, own, after);
    return capabilityChanges(
      own.document,
      after,
      rows.map(({ code }) => code),
    );
  },
};

async function rowsOf(file: AsyncIterable<Buffer>, faults: FaultList): Promise<readonly CapabilityRow[]> {
  const rows: CapabilityRow[] = [];
  for await (const row of readCsv(file, COLUMNS, faults)) {
    const { capability, faults: found } = capabilityFromRow(row);
    for (const fault of found) faults.add(fault);
    if (capability) rows.push(capability);
  }
  return rows;
}

function parentsByCode({ capabilities }: CapabilityFramework): ReadonlyMap<string, string | null> {
  const codes = new Map(capabilities.map(({ identifier, code }) => [identifier, code]));
  return new Map(
    capabilities.map(({ code, parentIdentifier: parent }) => [
      code,
      parent === null ? null : (codes.get(parent) ?? null),
    ]),
  );
}

async function tellCodesElsewhere(
  { tx, viewer: { organizationId }, faults }: ImportContext,
  { id: frameworkId }: FrameworkRecord,
  rows: readonly CapabilityRow[],
): Promise<void> {
  const codes = rows.map(({ code }) => code);
  const titles = await codesElsewhere(tx, { organizationId, frameworkId }, codes);
  for (const { line, code } of rows) {
    const title = titles.get(code);
    if (title === undefined) continue;
    const message = `The code "${code}" belongs to the framework "${title}", which only its own package changes.`;
    faults.add({ line, column: 'code', message });
  }
}
