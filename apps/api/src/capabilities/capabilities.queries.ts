import type { Viewer } from '@alidade/access';
import { Capability, LevelAnchor } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { Brackets, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../platform/grouped-by.js';

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

/** By id; those of another organization are absent. */
export async function capabilitiesOf(
  tx: EntityManager,
  { organizationId }: Viewer,
  ids: readonly string[],
): Promise<Map<string, Capability>> {
  const capabilities = await tx.findBy(Capability, { organizationId, id: In([...ids]) });
  return new Map(capabilities.map((capability) => [capability.id, capability]));
}

/** @throws UseCaseError NOT_FOUND */
export async function requireCapability(tx: EntityManager, viewer: Viewer, id: string): Promise<Capability> {
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
