import type { Viewer } from '@alidade/access';
import type { NameOf } from '@alidade/cohorts';
import type { EntityManager } from 'typeorm';
import { SHOWN_NAME } from '../directory/people.queries.js';

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/**
 * How ids are called in sentences: executives by their name, cohorts, units and programs by theirs.
 * @param texts  that name them by their ids
 */
export async function namesIn(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  texts: readonly string[],
): Promise<NameOf> {
  const ids = [...new Set(texts.flatMap((text) => text.match(UUID) ?? []))];
  if (ids.length === 0) return (id) => id;
  const rows: { id: string; name: string }[] = await tx.query(
    `SELECT executive.id, ${SHOWN_NAME} AS name FROM executive
     JOIN person_identity AS identity ON identity.organization_id = $1 AND identity.person_id = executive.person_id
     WHERE executive.organization_id = $1 AND executive.id = ANY($2)
     UNION ALL SELECT id, name FROM cohort WHERE organization_id = $1 AND id = ANY($2)
     UNION ALL SELECT id, name FROM unit WHERE organization_id = $1 AND id = ANY($2)
     UNION ALL SELECT id, title FROM program WHERE organization_id = $1 AND id = ANY($2)`,
    [organizationId, ids],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** A sentence of the solver with names in the place of ids. O(length). */
export const withNames = (sentence: string, nameOf: NameOf): string => sentence.replaceAll(UUID, nameOf);
