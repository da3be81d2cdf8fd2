import { can, canEverywhere, Permission, scopeOf } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { UseCaseError } from '@alidade/errors';
import type { EntityManager } from 'typeorm';
import { executivesKnownTo } from '../../directory/executives.queries.js';
import { executiveIdsOf } from '../../directory/population.queries.js';
import type { Population } from '../../directory/population.queries.js';
import { requireUnitWithin } from '../../directory/units.queries.js';

/**
 * Lets a viewer ask for figures of a population: whoever sees readiness of some units only names one of them, or a
 * cohort, whose figures are shown to nobody who may not see all of its people by name.
 * @param population  from `requirePopulation`
 * @throws UseCaseError FORBIDDEN without the permission, or for what reaches beyond the viewer's units; NOT_FOUND for a
 *         unit that is not among them
 */
export async function requireView(
  tx: EntityManager,
  viewer: Viewer,
  { unitId, cohortId }: Population,
): Promise<void> {
  if (!can(viewer, Permission.ReadinessView))
    throw new UseCaseError('FORBIDDEN', 'Figures of populations need the permission READINESS_VIEW.');
  if (unitId !== null) await requireUnitWithin(tx, viewer, Permission.ReadinessView, unitId);
  else if (cohortId === null && !canEverywhere(viewer, Permission.ReadinessView))
    throw new UseCaseError(
      'FORBIDDEN',
      'You see the readiness of some units: name one of them, or a unit within, as the population.',
    );
}

/** Whether the viewer may see every person of the population on that day by name. */
export async function seesAllByName(
  tx: EntityManager,
  viewer: Viewer,
  population: Population,
  day: string,
): Promise<boolean> {
  const scope = scopeOf(viewer, Permission.ReadinessViewNamed);
  if (scope === 'ORGANIZATION') return true;
  if (scope.length === 0) return false;
  const ids = await executiveIdsOf(tx, viewer, population, day);
  const known = await executivesKnownTo(tx, viewer).andWhere('executive.id = ANY(:ids)', { ids }).getCount();
  return known === ids.length;
}

/**
 * To which day figures for an audience move back: the evidence day of the last released round that made levels, on or
 * before the day asked. Between releases nothing moves, so that neighboring days tell nothing of those who came or went.
 * @returns  by the day asked; null when nothing was released by then
 */
export async function releaseDays(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  days: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows: { day: string; releasedOn: string | null }[] = await tx.query(
    `SELECT asked.day, (
       SELECT max(evidence_on) FROM assessment_round WHERE organization_id = $1 AND status = 'RELEASED'
         AND purpose = 'READINESS' AND occasion <> 'RETROSPECTIVE' AND evidence_on <= asked.day) AS "releasedOn"
     FROM unnest($2::date[]) AS asked (day)`,
    [organizationId, days],
  );
  return new Map(rows.map(({ day, releasedOn }) => [day, releasedOn]));
}
