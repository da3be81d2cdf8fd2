import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import { cancelJob, enqueueJob, ImportFile, ImportKind, inOrganization } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { createHash, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { recordAudit } from '../platform/audit.js';
import { requireEverywhere } from '../platform/require-everywhere.js';
import { IMPORT } from './import-jobs.js';
import { removeUnclaimedParts, storeParts, tooLarge } from './import-parts.js';
import type { StoredFile } from './import-parts.js';
import type { ImportReader } from './import-reader.js';
import { ImportReaders } from './import-readers.js';
import { settingsOf } from './import-settings.js';
import type { ImportSettings } from './import-settings.js';
import { requireImport } from './imports.queries.js';
import type { ImportJobType } from './imports.types.js';

export interface Upload {
  /** As in the address, e.g. `people`. */
  readonly kind: string;
  /** What stands beside the file, e.g. `{ dryRun: 'true' }`. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | null;
  /** Bytes announced; 0 when none were. */
  readonly length: number;
  readonly file: AsyncIterable<Buffer>;
}

@Injectable()
export class ImportsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly readers: ImportReaders,
  ) {}

  /**
   * Puts a file away and has the worker read it. Whether they may is found out before the first byte is read.
   * @returns the id of the import; with an Idempotency-Key that was used for the same file, of the one it made then
   */
  async upload(viewer: Viewer, upload: Upload): Promise<string> {
    const reader = this.readers.find(upload.kind.toUpperCase());
    if (!reader) throw new UseCaseError('NOT_FOUND', `There is no import of ${upload.kind}.`);
    requireEverywhere(viewer, reader.permission);
    const settings = settingsOf(reader, upload.settings);
    if (upload.length > reader.maxBytes) throw tooLarge(reader.maxBytes);

    const key = { organizationId: viewer.organizationId, importId: randomUUID() };
    let kept: string | undefined;
    try {
      const file = await storeParts(this.db, key, upload.file, reader.maxBytes);
      const asked = onlyOnce(viewer, upload.idempotencyKey, { reader, settings, file });
      kept = await this.accept(asked, key.importId, { reader, settings, file });
      return kept;
    } finally {
      // Too late to tell anybody when this fails: what is left is swept in a day.
      if (kept !== key.importId) await removeUnclaimedParts(this.db, key).catch(() => undefined);
    }
  }

  /** Answers alike for an import that is not there and for one of somebody else. */
  status(viewer: Viewer, reads: ReadSession, id: string): Promise<ImportJobType> {
    return reads.read((tx) => requireImport(tx, viewer, this.readers, id));
  }

  cancel(viewer: Viewer, id: string): Promise<ImportJobType> {
    return inOrganization(this.db, viewer, async (tx) => {
      const found = await requireImport(tx, viewer, this.readers, id);
      if (!(await cancelJob(tx, viewer.organizationId, id)))
        throw new UseCaseError('CONFLICT', 'This import has ended already.');
      return found;
    });
  }

  private accept(viewer: Viewer, importId: string, { reader, settings, file }: Accepted): Promise<string> {
    const { organizationId, personId } = viewer;
    const { dryRun, parameters } = settings;
    return inOrganization(this.db, viewer, async (tx) => {
      const input = { parts: file.parts, bytes: file.bytes };
      await enqueueJob(tx, organizationId, {
        id: importId,
        kind: IMPORT,
        key: `import:${importId}`,
        input,
        personId,
      });
      await tx.insert(ImportFile, { organizationId, id: importId, kind: reader.kind, dryRun, parameters });
      if (reader.kind === ImportKind.RATINGS) {
        const { roundId } = parameters;
        const subjectId = isUUID(roundId) && roundId !== undefined ? roundId : null;
        await recordAudit(tx, viewer, {
          action: 'RATINGS_UPLOADED',
          subjectId,
          detail: { importId, dryRun },
        });
      }
      return importId;
    });
  }
}

interface Accepted {
  readonly reader: ImportReader;
  readonly settings: ImportSettings;
  readonly file: StoredFile;
}

/** The same request is the same file, to the byte, under the same settings. */
function onlyOnce(viewer: Viewer, key: string | null, { reader, settings, file }: Accepted): Viewer {
  if (key === null) return viewer;
  const parameters = Object.entries(settings.parameters).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const asked = JSON.stringify([reader.kind, settings.dryRun, parameters, file.sha256.toString('hex')]);
  const requestHash = createHash('sha256').update(asked).digest();
  return { ...viewer, once: { personId: viewer.personId, key, requestHash } };
}
