import { Permission, scopeOf } from '@alidade/access';
import type { GrantableRole, UnitScope, Viewer } from '@alidade/access';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { RoleGrantType } from './role-grants.types.js';

/** Whose role. */
export interface Holder {
  readonly organizationId: string;
  readonly personId: string;
  readonly role: GrantableRole;
}

/** As a parameter of a statement: null stands for the whole organization. */
const unitsOf = (scope: UnitScope): readonly string[] | null => (scope === 'ORGANIZATION' ? null : scope);

/**
 * Whether there is somebody of this id among those whose roles and accounts the viewer may see to: all of the
 * organization, or those who today belong to the units where the viewer holds ROLE_GRANT.
 */
export async function isPersonInReach(tx: EntityManager, viewer: Viewer, personId: string): Promise<boolean> {
  if (!isUUID(personId)) return false;
  const scope = unitsOf(scopeOf(viewer, Permission.RoleGrant));
  const found: unknown[] = await tx.query(
    `SELECT FROM person WHERE organization_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR EXISTS (
       SELECT FROM posting JOIN unit_ancestor AS above ON above.organization_id = posting.organization_id
         AND above.unit_id = posting.unit_id AND above.valid_from <= $4 AND above.valid_to > $4
       WHERE posting.organization_id = $1 AND posting.person_id = person.id
         AND posting.valid_from <= $4 AND posting.valid_to > $4 AND above.ancestor_id = ANY($3)))`,
    [viewer.organizationId, personId, scope, viewer.today],
  );
  return found.length > 0;
}

/** @throws UseCaseError NOT_FOUND when there is nobody of this id in the viewer's reach */
export async function requirePersonInReach(
  tx: EntityManager,
  viewer: Viewer,
  personId: string,
): Promise<void> {
  if (!(await isPersonInReach(tx, viewer, personId)))
    throw new UseCaseError('NOT_FOUND', `No person ${personId}`);
}

/** Those of these units that exist and lie, today, where the viewer holds ROLE_GRANT. */
async function unitsInReach(
  tx: EntityManager,
  viewer: Viewer,
  unitIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const scope = unitsOf(scopeOf(viewer, Permission.RoleGrant));
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM unit WHERE organization_id = $1 AND id = ANY($2) AND ($3::uuid[] IS NULL OR EXISTS (
       SELECT FROM unit_ancestor WHERE organization_id = $1 AND unit_id = unit.id AND ancestor_id = ANY($3)
         AND valid_from <= $4 AND valid_to > $4))`,
    [viewer.organizationId, unitIds.filter((id) => isUUID(id)), scope, viewer.today],
  );
  return new Set(rows.map(({ id }) => id));
}

/** @throws UseCaseError NOT_FOUND naming a unit that does not exist or lies out of the viewer's reach */
export async function requireUnitsInReach(
  tx: EntityManager,
  viewer: Viewer,
  unitIds: readonly string[],
): Promise<void> {
  const known = await unitsInReach(tx, viewer, unitIds);
  const unknown = unitIds.find((id) => !known.has(id));
  if (unknown !== undefined) throw new UseCaseError('NOT_FOUND', `No unit ${unknown}`);
}

/** @throws UseCaseError FORBIDDEN when a grant on these units holds anywhere the viewer may not grant */
export async function requireGrantInReach(
  tx: EntityManager,
  viewer: Viewer,
  unitIds: readonly string[],
): Promise<void> {
  if (scopeOf(viewer, Permission.RoleGrant) === 'ORGANIZATION') return;
  const known = await unitsInReach(tx, viewer, unitIds);
  if (unitIds.length === 0 || unitIds.some((id) => !known.has(id)))
    throw new UseCaseError(
      'FORBIDDEN',
      'This role reaches beyond the units in which you may grant roles. Ask an administrator of the whole organization.',
    );
}

/**
 * Locks a grant until the transaction ends; administrators all at once, so that two who take the role from each other
 * do it one after the other.
 * @returns its units, none: the whole organization; null when the person does not hold the role
 */
export async function lockGrant(
  tx: EntityManager,
  { organizationId, personId, role }: Holder,
): Promise<readonly string[] | null> {
  const locked: { id: string; personId: string }[] = await tx.query(
    `SELECT id, person_id AS "personId" FROM role_grant
     WHERE organization_id = $1 AND role = $2 AND (person_id = $3 OR role = 'ADMINISTRATOR') ORDER BY id FOR UPDATE`,
    [organizationId, role, personId],
  );
  const grant = locked.find((each) => each.personId === personId);
  if (!grant) return null;
  const units: { unitId: string }[] = await tx.query(
    `SELECT unit_id AS "unitId" FROM role_grant_unit WHERE organization_id = $1 AND grant_id = $2 ORDER BY unit_id`,
    [organizationId, grant.id],
  );
  return units.map(({ unitId }) => unitId);
}

/**
 * Call it under `lockGrant`.
 * @throws UseCaseError CONFLICT when nobody else who is still there administers the whole organization
 */
export async function requireAnotherAdministrator(
  tx: EntityManager,
  { organizationId, today }: Viewer,
  personId: string,
): Promise<void> {
  const others: unknown[] = await tx.query(
    `SELECT FROM role_grant JOIN person ON person.organization_id = $1 AND person.id = role_grant.person_id
     WHERE role_grant.organization_id = $1 AND role = 'ADMINISTRATOR' AND person_id <> $2
       AND (person.left_on IS NULL OR person.left_on > $3)
       AND NOT EXISTS (SELECT FROM role_grant_unit WHERE organization_id = $1 AND grant_id = role_grant.id)
     LIMIT 1`,
    [organizationId, personId, today],
  );
  if (others.length === 0)
    throw new UseCaseError(
      'CONFLICT',
      'This is the last administrator of the whole organization. Make somebody else one first.',
    );
}

/**
 * Sees to it that there is a grant to set the units of, and locks it.
 * @returns the units it had, none: the whole organization; null when the person did not hold the role before
 * @throws UseCaseError CONFLICT when somebody else takes the role away at the same moment
 */
export async function holdGrant(tx: EntityManager, holder: Holder): Promise<readonly string[] | null> {
  const added: unknown[] = await tx.query(
    `INSERT INTO role_grant (organization_id, person_id, role) VALUES ($1, $2, $3)
     ON CONFLICT (organization_id, person_id, role) DO NOTHING RETURNING 1`,
    [holder.organizationId, holder.personId, holder.role],
  );
  if (added.length > 0) return null;
  const before = await lockGrant(tx, holder);
  if (before === null)
    throw new UseCaseError('CONFLICT', 'Somebody is changing this role of theirs. Try again.');
  return before;
}

/** Of a grant that is held. */
export async function setUnits(
  tx: EntityManager,
  { organizationId, personId, role }: Holder,
  unitIds: readonly string[],
): Promise<void> {
  const [[grant]]: [{ id: string }[], number] = await tx.query(
    `UPDATE role_grant SET granted_at = now() WHERE organization_id = $1 AND person_id = $2 AND role = $3 RETURNING id`,
    [organizationId, personId, role],
  );
  const key = [organizationId, grant?.id];
  await tx.query(`DELETE FROM role_grant_unit WHERE organization_id = $1 AND grant_id = $2`, key);
  await tx.query(
    `INSERT INTO role_grant_unit (organization_id, grant_id, unit_id) SELECT $1, $2, unnest($3::uuid[])`,
    [...key, unitIds],
  );
}

export async function removeGrant(
  tx: EntityManager,
  { organizationId, personId, role }: Holder,
): Promise<void> {
  await tx.query(`DELETE FROM role_grant WHERE organization_id = $1 AND person_id = $2 AND role = $3`, [
    organizationId,
    personId,
    role,
  ]);
}

/** By role. */
export function grantsOf(
  tx: EntityManager,
  { organizationId }: Viewer,
  personId: string,
): Promise<RoleGrantType[]> {
  return tx.query(
    `SELECT role, granted_at AS "grantedAt", coalesce(
       (SELECT array_agg(unit_id ORDER BY unit_id) FROM role_grant_unit
        WHERE organization_id = $1 AND grant_id = role_grant.id), '{}') AS "unitIds"
     FROM role_grant WHERE organization_id = $1 AND person_id = $2 ORDER BY role`,
    [organizationId, personId],
  );
}
