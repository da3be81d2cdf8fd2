import type { Viewer } from '@alidade/access';
import { askPrepared, Capability, LevelAnchor, prepared } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { Brackets, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../platform/grouped-by.js';
import type { CapabilityType } from './capabilities.types.js';

/**
 * Framework by framework, each in its own order.
 * @param search  a part of the code or the name, in any case; null finds all
 */
export function capabilitiesInOrder(
  tx: EntityManager,
  { organizationId }: Viewer,
  search: string | null,
): Promise<Capability[]> {
  const query = tx
    .createQueryBuilder(Capability, 'capability')
    .innerJoin('capability.framework', 'framework')
    .where({ organizationId })
    .orderBy({ 'framework.title': 'ASC', 'framework.id': 'ASC', 'capability.position': 'ASC' })
    .addOrderBy('capability.id');
  if (search)
    query.andWhere(
      new Brackets((any) => any.where('capability.code ILIKE :part').orWhere('capability.name ILIKE :part')),
      { part: `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%` },
    );
  return query.getMany();
}

const CAPABILITIES = prepared(
  `SELECT id, code, name, definition, framework_id AS "frameworkId", parent_id AS "parentId"
   FROM capability WHERE organization_id = $1 AND id = ANY ($2)`,
);

/** By id; those of another organization are absent. */
export async function capabilitiesOf(
  tx: EntityManager,
  { organizationId }: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CapabilityType>> {
  const capabilities = await askPrepared<CapabilityType>(tx, CAPABILITIES, [organizationId, ids]);
  return new Map(capabilities.map((capability) => [capability.id, capability]));
}

/** @throws UseCaseError NOT_FOUND */
export async function requireCapability(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
): Promise<CapabilityType> {
  const capability = (await capabilitiesOf(tx, viewer, [id])).get(id);
  if (!capability) throw new UseCaseError('NOT_FOUND', `There is no capability ${id}.`);
  return capability;
}

/** By capability, the lowest level first. */
export async function anchorsOf(
  tx: EntityManager,
  { organizationId }: Viewer,
  capabilityIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LevelAnchor[]>> {
  const anchors = await tx.find(LevelAnchor, {
    where: { organizationId, capabilityId: In([...capabilityIds]) },
    order: { level: 'ASC' },
  });
  return groupedBy(anchors, ({ capabilityId }) => capabilityId);
}
