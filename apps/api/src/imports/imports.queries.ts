import { canEverywhere } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { ImportFault, ImportKind, JobStatus } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { EntityManager } from 'typeorm';
import type { ImportReaders } from './import-readers.js';
import { ImportStatus } from './imports.types.js';
import type { ImportJobType } from './imports.types.js';

interface Row extends Omit<ImportJobType, 'status'> {
  readonly kind: ImportKind;
  readonly status: JobStatus;
  readonly faults: readonly ImportFault[];
  readonly personId: string | null;
}

/**
 * An import as whoever uploaded it sees it, and those who could have.
 * @throws UseCaseError NOT_FOUND
 */
export async function requireImport(
  tx: EntityManager,
  viewer: Viewer,
  readers: ImportReaders,
  id: string,
): Promise<ImportJobType> {
  const [row]: Row[] = await tx.query(
    `SELECT file.id, file.kind, job.status, file.dry_run AS "dryRun", job.progress, file.rows, file.created,
            file.updated, file.unchanged, file.faults, file.fault_count AS "faultCount",
            content.person_id AS "personId", content.failure
     FROM import_file AS file
     JOIN job ON job.organization_id = file.organization_id AND job.id = file.id
     JOIN job_content AS content ON content.organization_id = file.organization_id AND content.id = file.id
     WHERE file.organization_id = $1 AND file.id = $2`,
    [viewer.organizationId, id],
  );
  const permission = row && readers.find(row.kind)?.permission;
  const may = row?.personId === viewer.personId || (permission && canEverywhere(viewer, permission));
  if (!row || !may) throw new UseCaseError('NOT_FOUND', `There is no import ${id}.`);
  const { personId: _, ...seen } = row;
  const rejected = row.status === 'SUCCEEDED' && row.faultCount > 0;
  return { ...seen, status: rejected ? ImportStatus.REJECTED : row.status };
}
