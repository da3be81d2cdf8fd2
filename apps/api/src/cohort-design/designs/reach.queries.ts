import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { UseCaseError } from '@alidade/errors';
import type { EntityManager } from 'typeorm';
import { executivesTiedTo } from '../../directory/executives.queries.js';

const MOST_NAMED = 20;

/**
 * @param pathOf  under which the client wrote the id at a place
 * @throws UseCaseError NOT_FOUND naming by path those whom the viewer does not design programs for, and who are not there
 */
export async function requireReach(
  tx: EntityManager,
  viewer: Viewer,
  ids: readonly string[],
  pathOf: (index: number) => string,
): Promise<void> {
  if (ids.length === 0) return;
  const ties = { permission: Permission.ProgramDesign, self: false, reports: false };
  const rows = await executivesTiedTo(tx, viewer, ties)
    .select('executive.id', 'id')
    .andWhere('executive.id::text = ANY(:ids)', { ids: [...new Set(ids)] })
    .getRawMany<{ id: string }>();
  const known = new Set(rows.map(({ id }) => id));
  const faults = ids.flatMap((id, i) => (known.has(id) ? [] : [`${pathOf(i)}: no executive ${id}`]));
  if (faults.length === 0) return;
  const more = faults.length > MOST_NAMED ? `; and ${faults.length - MOST_NAMED} more` : '';
  throw new UseCaseError('NOT_FOUND', faults.slice(0, MOST_NAMED).join('; ') + more);
}
