import type { Viewer } from '@alidade/access';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';

const MOST_NAMED = 20;

const NOUNS = {
  capability: 'capability',
  cohort: 'cohort',
  executive: 'executive',
  leadership_level: 'leadership level',
} as const;

interface Named {
  readonly table: keyof typeof NOUNS;
  readonly ids: readonly string[];
  /** As the client wrote it, e.g. `input.capabilityIds.3`. */
  readonly pathOf: (index: number) => string;
}

/** @throws UseCaseError NOT_FOUND naming by their paths those that the organization does not have */
export async function requireAllKnown(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  { table, ids, pathOf }: Named,
): Promise<void> {
  if (ids.length === 0) return;
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM ${table} WHERE organization_id = $1 AND id = ANY($2::uuid[])`,
    [organizationId, ids.filter((id) => isUUID(id))],
  );
  const known = new Set(rows.map(({ id }) => id));
  const faults = ids.flatMap((id, i) => (known.has(id) ? [] : [`${pathOf(i)}: no ${NOUNS[table]} ${id}`]));
  if (faults.length === 0) return;
  const more = faults.length > MOST_NAMED ? `; and ${faults.length - MOST_NAMED} more` : '';
  throw new UseCaseError('NOT_FOUND', faults.slice(0, MOST_NAMED).join('; ') + more);
}
