import { scopeOf } from '@alidade/access';
import type { Permission, Viewer } from '@alidade/access';
import { FOR_EVER } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../platform/grouped-by.js';
import type { OrgUnitType } from './directory.types.js';

/** All units of an organization as they stand on one day. */
export interface UnitTree {
  /** By name; those that have no place on the day are not here. */
  readonly placed: readonly OrgUnitType[];
  /** Also those that have no place on the day. */
  readonly byId: ReadonlyMap<string, OrgUnitType>;
  /** By name. */
  readonly childrenOf: ReadonlyMap<string, readonly OrgUnitType[]>;
}

export async function unitTreeOn(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  day: string,
): Promise<UnitTree> {
  const rows: (OrgUnitType & { isPlaced: boolean })[] = await tx.query(
    `SELECT unit.id, unit.name, placement.parent_id AS "parentId", $2::text AS day, placement.id IS NOT NULL AS "isPlaced"
     FROM unit LEFT JOIN unit_placement AS placement
       ON placement.organization_id = unit.organization_id AND placement.unit_id = unit.id
       AND placement.valid_from <= $2::date AND placement.valid_to > $2::date
     WHERE unit.organization_id = $1 ORDER BY unit.name, unit.id`,
    [organizationId, day],
  );
  const placed = rows.filter(({ isPlaced }) => isPlaced);
  const childrenOf = groupedBy(placed, ({ parentId }) => parentId ?? '');
  return { placed, childrenOf, byId: new Map(rows.map((row) => [row.id, row])) };
}

/**
 * The unit, when it exists and lies (on the viewer's day) in the part of the organization where the viewer holds the
 * permission.
 * @throws UseCaseError NOT_FOUND in both other cases, so that an id cannot be probed
 */
export async function requireUnitWithin(
  tx: EntityManager,
  viewer: Viewer,
  permission: Permission,
  id: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const scope = scopeOf(viewer, permission);
  const [unit]: { id: string; name: string }[] = isUUID(id)
    ? await tx.query(
        `SELECT id, name FROM unit WHERE organization_id = $1 AND id = $2 AND ($3 OR EXISTS (
           SELECT FROM unit_ancestor WHERE organization_id = $1 AND unit_id = $2 AND ancestor_id = ANY($4)
             AND valid_from <= $5 AND valid_to > $5))`,
        [
          viewer.organizationId,
          id,
          scope === 'ORGANIZATION',
          scope === 'ORGANIZATION' ? [] : scope,
          viewer.today,
        ],
      )
    : [];
  if (!unit) throw new UseCaseError('NOT_FOUND', `No unit ${id}`);
  return unit;
}

/** Whoever changes the tree or takes in people does so one after the other. */
export async function lockDirectory(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
): Promise<void> {
  await tx.query(`SELECT FROM organization_setting WHERE organization_id = $1 FOR UPDATE`, [organizationId]);
}

export interface Placement {
  readonly id: string;
  readonly parentId: string | null;
  readonly validFrom: string;
}

/** The last placement on record: the one that holds for ever. */
export async function lastPlacementOf(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  unitId: string,
): Promise<Placement> {
  const [placement]: Placement[] = await tx.query(
    `SELECT id, parent_id AS "parentId", valid_from AS "validFrom" FROM unit_placement
     WHERE organization_id = $1 AND unit_id = $2 AND valid_to = '${FOR_EVER}'`,
    [organizationId, unitId],
  );
  if (!placement) throw new Error('A unit without a place');
  return placement;
}

/** Ends the last placement and begins another on that day; on its own first day it is replaced instead. */
export async function placeUnit(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  last: Placement,
  { parentId, on }: { readonly parentId: string | null; readonly on: string },
): Promise<void> {
  const key = [organizationId, last.id];
  if (last.validFrom === on) {
    await tx.query(`UPDATE unit_placement SET parent_id = $3 WHERE organization_id = $1 AND id = $2`, [
      ...key,
      parentId,
    ]);
    return;
  }
  await tx.query(`UPDATE unit_placement SET valid_to = $3 WHERE organization_id = $1 AND id = $2`, [
    ...key,
    on,
  ]);
  await tx.query(
    `INSERT INTO unit_placement (organization_id, unit_id, parent_id, valid_from)
     SELECT organization_id, unit_id, $3, $4 FROM unit_placement WHERE organization_id = $1 AND id = $2`,
    [...key, parentId, on],
  );
}

/** Whether the one unit contains the other on that day or on any later one. A unit contains itself. */
export async function willContain(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  units: { readonly ancestorId: string; readonly unitId: string },
  from: string,
): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `SELECT FROM unit_ancestor WHERE organization_id = $1 AND ancestor_id = $2 AND unit_id = $3 AND valid_to > $4 LIMIT 1`,
    [organizationId, units.ancestorId, units.unitId, from],
  );
  return found.length > 0;
}

/**
 * Two units under one parent never have the same name (in whatever case) on one day: a path in a file names one unit.
 * @throws UseCaseError CONFLICT when this unit has, on that day or a later one, a sibling of its name
 */
export async function refuseNamesake(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  unitId: string,
  from: string,
): Promise<void> {
  const [namesake]: { name: string }[] = await tx.query(
    `SELECT sibling.name FROM unit
     JOIN unit_placement AS own ON own.organization_id = unit.organization_id AND own.unit_id = unit.id AND own.valid_to > $3
     JOIN unit_placement AS other ON other.organization_id = unit.organization_id AND other.unit_id <> unit.id
       AND other.parent_id IS NOT DISTINCT FROM own.parent_id
       AND other.valid_to > greatest(own.valid_from, $3::date) AND other.valid_from < own.valid_to
     JOIN unit AS sibling ON sibling.organization_id = unit.organization_id AND sibling.id = other.unit_id
       AND lower(sibling.name) = lower(unit.name)
     WHERE unit.organization_id = $1 AND unit.id = $2 LIMIT 1`,
    [organizationId, unitId, from],
  );
  if (namesake)
    throw new UseCaseError(
      'CONFLICT',
      `There is a unit called ${namesake.name} under the same unit already.`,
    );
}

/**
 * Makes unit_ancestor anew from the placements: for every unit each unit above it, itself included, over the days on
 * which the whole chain between them holds. Call it after every change of a placement.
 */
export async function rebuildUnitAncestors(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
): Promise<void> {
  await tx.query(`DELETE FROM unit_ancestor WHERE organization_id = $1`, [organizationId]);
  await tx.query(
    `INSERT INTO unit_ancestor (organization_id, unit_id, ancestor_id, depth, valid_from, valid_to)
     WITH RECURSIVE chain AS (
       SELECT unit_id, unit_id AS ancestor_id, 0 AS depth, min(valid_from) AS valid_from, max(valid_to) AS valid_to
       FROM unit_placement WHERE organization_id = $1 GROUP BY unit_id
       UNION ALL
       SELECT chain.unit_id, placement.parent_id, chain.depth + 1,
         greatest(chain.valid_from, placement.valid_from), least(chain.valid_to, placement.valid_to)
       FROM chain JOIN unit_placement AS placement
         ON placement.organization_id = $1 AND placement.unit_id = chain.ancestor_id AND placement.parent_id IS NOT NULL
         AND placement.valid_from < chain.valid_to AND placement.valid_to > chain.valid_from
     )
     SELECT $1, unit_id, ancestor_id, depth, valid_from, valid_to FROM chain`,
    [organizationId],
  );
}
