import type { Viewer } from '@alidade/access';
import { Capability, Organization } from '@alidade/database';
import type { Framework, FrameworkVersion } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../platform/grouped-by.js';

type Scope = Pick<Viewer, 'organizationId'>;

/** A framework as of its newest version, and when that was recorded. */
export type FrameworkNow = Pick<Framework, 'id' | 'title' | 'version' | 'recordedAt'>;

/**
 * By title.
 * @param ids  null: all of the organization
 */
export function frameworksInOrder(
  tx: EntityManager,
  { organizationId }: Scope,
  ids: readonly string[] | null,
): Promise<FrameworkNow[]> {
  return tx.query(
    `SELECT id, title, version, framework_version.recorded_at AS "recordedAt"
     FROM framework JOIN framework_version USING (organization_id, version)
     WHERE organization_id = $1 AND framework_id = id AND ($2::uuid[] IS NULL OR id = ANY($2))
     ORDER BY title, id`,
    [organizationId, ids],
  );
}

/** By framework, in the order of its outline. */
export async function capabilitiesOfFrameworks(
  tx: EntityManager,
  { organizationId }: Scope,
  frameworkIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Capability[]>> {
  const capabilities = await tx.find(Capability, {
    where: { organizationId, frameworkId: In([...frameworkIds]) },
    order: { position: 'ASC' },
  });
  return groupedBy(capabilities, ({ frameworkId }) => frameworkId);
}

/**
 * A framework whole, as it stood at a version; null: the newest.
 * @throws UseCaseError NOT_FOUND
 */
export async function requireDocument(
  tx: EntityManager,
  { organizationId }: Scope,
  id: string,
  version: number | null,
): Promise<FrameworkVersion['document']> {
  const [found]: Pick<FrameworkVersion, 'document'>[] = await tx.query(
    `SELECT document FROM framework JOIN framework_version AS kept USING (organization_id)
     WHERE organization_id = $1 AND id = $2 AND framework_id = id AND kept.version = coalesce($3, framework.version)`,
    [organizationId, id, version],
  );
  if (found) return found.document;
  throw new UseCaseError(
    'NOT_FOUND',
    `There is no framework ${id}${version === null ? '' : ` in version ${version}`}.`,
  );
}

export async function organizationName(tx: EntityManager, { organizationId }: Scope): Promise<string> {
  const { name } = await tx.findOneByOrFail(Organization, { id: organizationId });
  return name;
}
