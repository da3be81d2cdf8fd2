import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import {
  causesOf,
  executiveIdsInOrder,
  policyPeriods,
  statementsOf,
  withinPeriods,
} from './raw-history.queries.js';
import { rebuildLevels, rebuildStatement } from './rebuild.js';
import { scopeOfCauses } from './rebuild-scope.js';

/** What one rebuild took and changed. */
type Worked = Readonly<Record<'causes' | 'levels' | 'facts' | 'tallies', number>>;

/**
 * Puts levels, readiness and tallies right for all causes on record, and removes those.
 * @param tx   where facts are written
 * @param raw  a snapshot of the history and its causes; opened by nothing but this
 */
export async function workInCauses(
  tx: EntityManager,
  raw: ReadSession,
  organization: Pick<Viewer, 'organizationId'>,
  signal: AbortSignal,
): Promise<Worked> {
  const worked = { causes: 0, levels: 0, facts: 0, tallies: 0 };
  const causes = await raw.read((snapshot) => causesOf(snapshot, organization));
  if (causes.length === 0) return worked;
  const scope = scopeOfCauses(causes);
  const rebuild = {
    organization,
    raw,
    tx,
    signal,
    policies: await raw.read((snapshot) => policyPeriods(snapshot, organization)),
    within: await raw.read((snapshot) => withinPeriods(snapshot, organization)),
    executiveIds: await raw.read((snapshot) => executiveIdsInOrder(snapshot, organization)),
  };
  worked.causes = causes.length;
  worked.levels = await rebuildLevels(rebuild, scope.levelsOf);
  for (const statement of await raw.read((snapshot) => statementsOf(snapshot, organization))) {
    // oxlint-disable-next-line no-await-in-loop
    const { facts, tallies } = await rebuildStatement(rebuild, statement, scope);
    worked.facts += facts;
    worked.tallies += tallies;
  }
  await tx.query(`DELETE FROM readiness_cause WHERE organization_id = $1 AND id = ANY($2)`, [
    organization.organizationId,
    causes.map(({ id }) => id),
  ]);
  return worked;
}
