import type { SystemViewer } from '@alidade/access';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { rebuildUnitAncestors, unitTreeOn } from '../units.queries.js';
import type { UnitTree } from '../units.queries.js';

interface NewUnit {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/**
 * Finds the unit of every path in the file, as the tree stands on the day of the import, and makes those that are
 * absent: new units stand where they do for ever, as nothing else is known about them. Leaves `staged_unit (key, unit_id)`.
 */
export async function placeUnitsInFile(tx: EntityManager, viewer: SystemViewer): Promise<void> {
  const paths: { key: string; path: string }[] = await tx.query(
    `SELECT DISTINCT ON (unit_key) unit_key AS key, unit_path AS path FROM staged_person
     WHERE unit_key IS NOT NULL ORDER BY unit_key, line`,
  );
  const register = new UnitRegister(await unitTreeOn(tx, viewer, viewer.today));
  const unitIds = paths.map(({ path }) => register.unitAt(path.split('/')));
  await insertUnits(tx, viewer, register.made);
  await tx.query(
    `CREATE TEMPORARY TABLE staged_unit (key text PRIMARY KEY, unit_id uuid NOT NULL) ON COMMIT DROP`,
  );
  await tx.query(`INSERT INTO staged_unit SELECT * FROM unnest($1::text[], $2::uuid[])`, [
    paths.map(({ key }) => key),
    unitIds,
  ]);
}

/** The units under each parent, by their name in lower case. */
class UnitRegister {
  readonly made: NewUnit[] = [];
  private readonly ids = new Map<string, string>();

  constructor({ placed }: UnitTree) {
    for (const { id, name, parentId } of placed) this.ids.set(keyOf(parentId, name), id);
  }

  unitAt(names: readonly string[]): string {
    let unitId: string | null = null;
    for (const name of names) unitId = this.childOf(unitId, name);
    if (unitId === null) throw new RangeError('A path without a unit');
    return unitId;
  }

  private childOf(parentId: string | null, name: string): string {
    const known = this.ids.get(keyOf(parentId, name));
    if (known !== undefined) return known;
    const id = randomUUID();
    this.ids.set(keyOf(parentId, name), id);
    this.made.push({ id, name, parentId });
    return id;
  }
}

const keyOf = (parentId: string | null, name: string): string => `${parentId ?? ''}/${name.toLowerCase()}`;

async function insertUnits(
  tx: EntityManager,
  viewer: SystemViewer,
  units: readonly NewUnit[],
): Promise<void> {
  if (units.length === 0) return;
  const ids = units.map(({ id }) => id);
  await tx.query(
    `INSERT INTO unit (organization_id, id, name) SELECT $1, * FROM unnest($2::uuid[], $3::text[])`,
    [viewer.organizationId, ids, units.map(({ name }) => name)],
  );
  await tx.query(
    `INSERT INTO unit_placement (organization_id, unit_id, parent_id) SELECT $1, * FROM unnest($2::uuid[], $3::uuid[])`,
    [viewer.organizationId, ids, units.map(({ parentId }) => parentId)],
  );
  await rebuildUnitAncestors(tx, viewer);
}
