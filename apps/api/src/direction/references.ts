import type { Viewer } from '@alidade/access';
import { Capability, LeadershipLevel, Person, Strategy } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { FieldFault } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import type { EntityManager, EntityTarget } from 'typeorm';
import type { Required } from './requirements.writes.js';

type Scope = Pick<Viewer, 'organizationId'>;

/** @throws UseCaseError CONFLICT when another statement of the organization has the title */
export async function requireFreeTitle(
  tx: EntityManager,
  { organizationId }: Scope,
  title: string,
): Promise<void> {
  if (await tx.existsBy(Strategy, { organizationId, title }))
    throw new UseCaseError('CONFLICT', `There is a statement called "${title}" already.`);
}

/** @throws UseCaseError NOT_FOUND when there is an owner and the organization does not know them */
export async function requireOwner(
  tx: EntityManager,
  { organizationId }: Scope,
  ownerId: string | null,
): Promise<void> {
  if (ownerId === null) return;
  if (!isUUID(ownerId) || !(await tx.existsBy(Person, { organizationId, id: ownerId })))
    throw new UseCaseError('NOT_FOUND', `input.ownerId: no person ${ownerId}`);
}

/**
 * That no two are for the same capability and level, and that each names a capability and a level of the organization.
 * @throws UseCaseError INVALID_INPUT or NOT_FOUND, with every fault by its path
 */
export async function requireSound(
  tx: EntityManager,
  scope: Scope,
  requirements: readonly Required[],
): Promise<void> {
  requireOnce(requirements);
  const capabilities = await known(tx, Capability, scope, idsOf(requirements, 'capabilityId'));
  const levels = await known(tx, LeadershipLevel, scope, idsOf(requirements, 'leadershipLevelId'));
  const unknown = requirements.flatMap(({ capabilityId, leadershipLevelId }, i) => [
    ...(capabilities.has(capabilityId) ? [] : [`${pathOf(i)}.capabilityId: no capability ${capabilityId}`]),
    ...(leadershipLevelId === null || levels.has(leadershipLevelId)
      ? []
      : [`${pathOf(i)}.leadershipLevelId: no leadership level ${leadershipLevelId}`]),
  ]);
  if (unknown.length > 0) throw new UseCaseError('NOT_FOUND', unknown.join('; '));
}

const pathOf = (index: number): string => `input.requirements.${index}`;

function requireOnce(requirements: readonly Required[]): void {
  const firstAt = new Map<string, number>();
  const fields = requirements.flatMap(({ capabilityId, leadershipLevelId }, i): FieldFault[] => {
    const key = `${capabilityId} ${leadershipLevelId}`;
    const first = firstAt.get(key);
    if (first === undefined) firstAt.set(key, i);
    if (first === undefined) return [];
    const message = `${pathOf(i)} is for the same capability and leadership level as ${pathOf(first)}`;
    return [{ path: pathOf(i), message }];
  });
  if (fields.length === 0) return;
  throw new UseCaseError('INVALID_INPUT', fields.map(({ message }) => message).join('; '), { fields });
}

function idsOf(requirements: readonly Required[], key: 'capabilityId' | 'leadershipLevelId'): string[] {
  const ids = new Set(requirements.map((each) => each[key]));
  return [...ids].filter((id): id is string => id !== null && isUUID(id));
}

/** Which of these ids are rows of the organization. */
async function known(
  tx: EntityManager,
  entity: EntityTarget<{ organizationId: string; id: string }>,
  { organizationId }: Scope,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const where = { organizationId, id: In([...ids]) };
  const rows = ids.length === 0 ? [] : await tx.find(entity, { select: { id: true }, where });
  return new Set(rows.map(({ id }) => id));
}
