import { ImportFile, Job, JobContent } from '@alidade/database';
import { ImportReaders } from '../../../apps/api/src/imports/import-readers.js';
import type { AccessRow, AccessWorld } from '../../support/access.js';
import { exampleReader } from '../../support/example-import.js';

/** An import that waits, of somebody who uploaded it and has no role any more. */
async function waitingImport({ program, here }: AccessWorld) {
  const { organizationId } = here;
  program.app.get(ImportReaders).register(exampleReader);
  const uploader = await here.person(`Person ${crypto.randomUUID()}`);
  const id = crypto.randomUUID();
  await here.within(async (tx) => {
    await tx.insert(Job, { organizationId, id, kind: 'IMPORT', key: `import:${id}` });
    await tx.insert(JobContent, { organizationId, id, personId: uploader.personId });
    await tx.insert(ImportFile, { organizationId, id, kind: 'PEOPLE', dryRun: true });
  });
  return { variables: { id }, seen: id, also: [await here.token(uploader)] };
}

export const rows: readonly AccessRow[] = [
  {
    operation: 'Query.importJob',
    document: 'query Import($id: ID!) { importJob(id: $id) { id } }',
    roles: ['ADMINISTRATOR', 'DESIGNER'],
    arrange: waitingImport,
    otherRoles: 'NOT_FOUND',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.cancelImport',
    document: 'mutation Cancel($id: ID!) { cancelImport(id: $id) { id } }',
    roles: ['ADMINISTRATOR', 'DESIGNER'],
    arrange: waitingImport,
    otherRoles: 'NOT_FOUND',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
];
