import type { Framework } from '@alidade/database';
import { inTreeOrder, predecessorsOf } from '@alidade/frameworks';
import type { Capability, CapabilityFramework } from '@alidade/frameworks';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

type Key = Pick<Framework, 'organizationId' | 'id'>;

interface Placed extends Capability {
  /** Of its row. */
  readonly id: string;
}

/**
 * Brings the rows of a framework from one version to the next. A capability keeps its row, to which requirements and
 * ratings refer, under whatever code. A handful of statements, however many capabilities there are.
 */
export async function writeCapabilities(
  tx: EntityManager,
  framework: Key,
  before: CapabilityFramework,
  after: CapabilityFramework,
): Promise<void> {
  const codes = await codesByRow(tx, framework);
  const ids = new Map(Array.from(codes, ([id, code]) => [code, id]));
  const old = predecessorsOf(before, after);
  const placed = inTreeOrder(after).map((each): Placed => ({
    ...each,
    id: ids.get(old.get(each.identifier)?.code ?? each.code) ?? randomUUID(),
  }));
  await freeCodes(
    tx,
    framework,
    placed.filter(({ id, code }) => codes.has(id) && codes.get(id) !== code),
  );
  await writeRows(tx, framework, placed);
  await writeAnchors(tx, framework, placed);
}

async function codesByRow(
  tx: EntityManager,
  { organizationId, id }: Key,
): Promise<ReadonlyMap<string, string>> {
  const rows: { readonly id: string; readonly code: string }[] = await tx.query(
    `SELECT id, code FROM capability WHERE organization_id = $1 AND framework_id = $2`,
    [organizationId, id],
  );
  return new Map(rows.map((row) => [row.id, row.code]));
}

/** Codes may be handed on in a circle, and each is unique at every moment: ids stand in for a moment. */
async function freeCodes(
  tx: EntityManager,
  { organizationId }: Key,
  recoded: readonly Placed[],
): Promise<void> {
  if (recoded.length === 0) return;
  await tx.query(`UPDATE capability SET code = id::text WHERE organization_id = $1 AND id = ANY($2)`, [
    organizationId,
    recoded.map(({ id }) => id),
  ]);
}

async function writeRows(tx: EntityManager, framework: Key, placed: readonly Placed[]): Promise<void> {
  const ids = new Map(placed.map(({ identifier, id }) => [identifier, id]));
  await tx.query(
    `INSERT INTO capability AS old (organization_id, framework_id, id, code, name, definition, parent_id, position)
     SELECT $1, $2, id, code, name, definition, parent_id, position
     FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[])
          WITH ORDINALITY AS given (id, code, name, definition, parent_id, position)
     ON CONFLICT (organization_id, id) DO UPDATE SET code = excluded.code, name = excluded.name,
       definition = excluded.definition, parent_id = excluded.parent_id, position = excluded.position
     WHERE (old.code, old.name, old.definition, old.parent_id, old.position)
       IS DISTINCT FROM (excluded.code, excluded.name, excluded.definition, excluded.parent_id, excluded.position)`,
    [
      framework.organizationId,
      framework.id,
      placed.map(({ id }) => id),
      placed.map(({ code }) => code),
      placed.map(({ name }) => name),
      placed.map(({ definition }) => definition),
      placed.map(({ parentIdentifier: parent }) => (parent === null ? null : ids.get(parent))),
    ],
  );
}

async function writeAnchors(
  tx: EntityManager,
  { organizationId, id: framework }: Key,
  placed: readonly Placed[],
): Promise<void> {
  const anchors = placed.flatMap(({ id, anchors: each }) => each.map((anchor) => ({ ...anchor, id })));
  const keys = [anchors.map(({ id }) => id), anchors.map(({ level }) => level)];
  await tx.query(
    `DELETE FROM level_anchor USING capability
     WHERE level_anchor.organization_id = $1 AND capability.organization_id = $1
       AND capability.id = capability_id AND framework_id = $2
       AND NOT EXISTS (SELECT FROM unnest($3::uuid[], $4::smallint[]) AS given (id, level)
                       WHERE given.id = capability_id AND given.level = level_anchor.level)`,
    [organizationId, framework, ...keys],
  );
  await tx.query(
    `INSERT INTO level_anchor AS old (organization_id, capability_id, level, name, description)
     SELECT $1, * FROM unnest($2::uuid[], $3::smallint[], $4::text[], $5::text[])
     ON CONFLICT (organization_id, capability_id, level) DO UPDATE
       SET name = excluded.name, description = excluded.description
     WHERE (old.name, old.description) IS DISTINCT FROM (excluded.name, excluded.description)`,
    [organizationId, ...keys, anchors.map(({ name }) => name), anchors.map(({ description }) => description)],
  );
}
