import { inOrganization } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

const PART_BYTES = 256 * 1024;

/** Which file of which organization. */
export interface FileKey {
  readonly organizationId: string;
  readonly importId: string;
}

export interface StoredFile {
  readonly parts: number;
  readonly bytes: number;
  readonly sha256: Buffer;
}

/**
 * Puts a file away as it comes, piece by piece, each in a transaction of its own: however slowly it comes, no
 * connection waits for it, and no more than a piece is held in memory.
 * @throws UseCaseError INVALID_INPUT as soon as there are more than `maxBytes`
 */
export async function storeParts(
  db: DataSource,
  key: FileKey,
  file: AsyncIterable<Buffer>,
  maxBytes: number,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let [parts, bytes, held] = [0, 0, [] as Buffer[]];
  const heldBytes = (): number => held.reduce((sum, { length }) => sum + length, 0);
  const flush = async (): Promise<void> => {
    await storePart(db, key, { part: parts, bytes: Buffer.concat(held) });
    parts += 1;
    held = [];
  };
  for await (const chunk of file) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    hash.update(chunk);
    held.push(chunk);
    if (heldBytes() >= PART_BYTES) await flush();
  }
  if (held.length > 0) await flush();
  return { parts, bytes, sha256: hash.digest() };
}

/** With the status of HTTP that says so; the code stays one of the closed set. */
export const tooLarge = (maxBytes: number): UseCaseError =>
  Object.assign(
    new UseCaseError(
      'INVALID_INPUT',
      `This file is larger than ${megabytes(maxBytes)}, the most that is taken. Cut it into several, each with the first line.`,
    ),
    { statusCode: 413 },
  );

const megabytes = (bytes: number): string =>
  `${(bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;

function storePart(
  db: DataSource,
  { organizationId, importId }: FileKey,
  { part, bytes }: { readonly part: number; readonly bytes: Buffer },
): Promise<unknown> {
  return inOrganization(db, { organizationId }, (tx) =>
    tx.query(`INSERT INTO import_part (organization_id, import_id, part, bytes) VALUES ($1, $2, $3, $4)`, [
      organizationId,
      importId,
      part,
      bytes,
    ]),
  );
}

/** A stored file from its beginning, one piece in memory at a time. @throws Error when a piece is missing */
export async function* readParts(
  tx: EntityManager,
  { organizationId, importId }: FileKey,
  parts: number,
): AsyncGenerator<Buffer> {
  for (let part = 0; part < parts; part += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const [found]: { bytes: Buffer }[] = await tx.query(
      `SELECT bytes FROM import_part WHERE organization_id = $1 AND import_id = $2 AND part = $3`,
      [organizationId, importId, part],
    );
    if (!found) throw new UseCaseError('CONFLICT', 'The file is no longer there. Upload it again.');
    yield found.bytes;
  }
}

export const removeParts = (tx: EntityManager, { organizationId, importId }: FileKey): Promise<unknown> =>
  tx.query(`DELETE FROM import_part WHERE organization_id = $1 AND import_id = $2`, [
    organizationId,
    importId,
  ]);

/** Of an upload that came to nothing; leaves alone what has become an import after all. */
export const removeUnclaimedParts = (
  db: DataSource,
  { organizationId, importId }: FileKey,
): Promise<unknown> =>
  inOrganization(db, { organizationId }, (tx) =>
    tx.query(
      `DELETE FROM import_part WHERE organization_id = $1 AND import_id = $2
         AND NOT EXISTS (SELECT FROM import_file WHERE organization_id = $1 AND id = $2)`,
      [organizationId, importId],
    ),
  );
