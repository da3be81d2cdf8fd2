import { Permission } from '@alidade/access';
import { ImportKind } from '@alidade/database';
import type { FieldFault } from '@alidade/errors';
import {
  capabilityChanges,
  emptyFramework,
  frameworkWithPackage,
  readCasePackage,
} from '@alidade/frameworks';
import type { CapabilityFramework } from '@alidade/frameworks';
import { randomUUID } from 'node:crypto';
import { readJsonFile } from '../imports/json-file.js';
import type { JsonFile } from '../imports/json-file.js';
import { linesOfPaths } from '../imports/json-lines.js';
import type { ImportContext, ImportCounts, ImportReader } from '../imports/import-reader.js';
import { addVersion, codesElsewhere, lockFrameworks, newestVersion } from './framework-versions.js';
import type { FrameworkRecord } from './framework-versions.js';

const NOTHING: ImportCounts = { created: 0, updated: 0, unchanged: 0 };
const MEGABYTE = 1024 * 1024;

/**
 * A framework from a CASE package, known by its CFDocument's identifier when it comes again. What the package says
 * replaces what was there; a capability that it no longer has stays, because requirements and ratings may refer to it.
 * The one file that is held whole in memory: JSON can only be understood as a whole.
 */
export const frameworkImport: ImportReader = {
  kind: ImportKind.FRAMEWORK,
  permission: Permission.CapabilityEdit,
  maxBytes: 10 * MEGABYTE,
  parameters: [],

  async read(stream, context): Promise<ImportCounts> {
    const { tx, viewer, personId, faults } = context;
    const file = await readJsonFile(stream, faults);
    if (file === null) return NOTHING;
    const { framework: packaged, faults: found } = readCasePackage(file.json);
    tell(context, file, found);
    if (packaged === null) return NOTHING;
    await context.progress(0.3);

    await lockFrameworks(tx, viewer);
    const record = (await newestVersion(tx, viewer, packaged.caseIdentifier)) ?? newFramework(packaged);
    const merged = frameworkWithPackage(record.document, packaged);
    tell(context, file, [...merged.faults, ...(await codeFaults(context, record, packaged))]);
    const { framework: after } = merged;
    if (after === null || faults.count > 0) return NOTHING;
    if (after !== record.document)
      await addVersion(tx, { ...viewer, personId: personId || null }, record, after);
    return capabilityChanges(
      record.document,
      after,
      packaged.capabilities.map(({ code }) => code),
    );
  },
};

function newFramework({
  caseIdentifier,
  title,
  creator,
  lastChangeDateTime,
}: CapabilityFramework): FrameworkRecord {
  const document = emptyFramework({ id: caseIdentifier, title, creator, lastChangeDateTime });
  return { id: randomUUID(), identifier: caseIdentifier, version: 0, document };
}

function tell({ faults }: ImportContext, { text }: JsonFile, found: readonly FieldFault[]): void {
  if (found.length === 0) return;
  const lines = linesOfPaths(
    text,
    found.map(({ path }) => path),
  );
  for (const { path, message } of found) faults.add({ line: lines.get(path) ?? 1, column: path, message });
}

async function codeFaults(
  { tx, viewer: { organizationId } }: ImportContext,
  { id: frameworkId }: FrameworkRecord,
  { title, capabilities }: CapabilityFramework,
): Promise<readonly FieldFault[]> {
  const codes = capabilities.map(({ code }) => code);
  const titles = await codesElsewhere(tx, { organizationId, frameworkId }, codes);
  return codes.flatMap((code, index) =>
    titles.has(code)
      ? [
          {
            path: `$.CFItems[${index}].humanCodingScheme`,
            message: `The code "${code}" of "${title}" already belongs to "${titles.get(code)}"; a code is unique in the organization.`,
          },
        ]
      : [],
  );
}
