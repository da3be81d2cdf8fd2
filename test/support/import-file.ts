import { FirstFaults } from '../../apps/api/src/imports/fault-list.js';
import type { ImportCounts, ImportReader } from '../../apps/api/src/imports/import-reader.js';
import type { TestOrganization, TestPerson } from './organization.js';

const NOTHING: ImportCounts = { created: 0, updated: 0, unchanged: 0 };

class Refused extends Error {}

interface Uploaded {
  readonly text: string;
  readonly today: string;
  readonly by: Pick<TestPerson, 'personId'>;
}

/** Has a reader take a file in as the worker does, without the upload; keeps nothing of a faulty one. */
export async function takeIn(
  org: TestOrganization,
  reader: ImportReader,
  { text, today, by }: Uploaded,
): Promise<ImportCounts & { readonly faults: readonly (string | number | null)[][] }> {
  const faults = new FirstFaults();
  const { organizationId } = org;
  async function* file(): AsyncGenerator<Buffer> {
    yield Buffer.from(text);
  }
  const taken = org.within(async (tx) => {
    const counts = await reader.read(file(), {
      tx,
      viewer: { organizationId, today, purpose: 'test' },
      personId: by.personId,
      parameters: {},
      faults,
      progress: () => Promise.resolve(),
    });
    if (faults.count > 0) throw new Refused();
    return counts;
  });
  const counts = await taken.catch((error: unknown) => {
    if (error instanceof Refused) return NOTHING;
    throw error;
  });
  return { ...counts, faults: faults.first().map(({ line, column, message }) => [line, column, message]) };
}
