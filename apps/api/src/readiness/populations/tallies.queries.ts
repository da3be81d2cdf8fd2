import type { Viewer } from '@alidade/access';
import type { Tally } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import type { StrategyDay } from '../../direction/requirements.queries.js';
import { TALLY, tallyFrom } from '../facts/stored-facts.queries.js';
import type { StoredTally } from '../facts/stored-facts.queries.js';

type Scope = Pick<Viewer, 'organizationId'>;

/** The tally of one leadership level in one unit with its sub-units for a statement on a day. */
export interface TallyOnDay extends StrategyDay {
  /** The organization's id: of all of it. */
  readonly unitId: string;
  readonly leadershipLevelId: string;
  readonly recordedAt: Date;
  readonly tally: Tally;
}

/** Of these units, each leadership level by itself; one index look-up each, whatever their size and their history. */
export async function talliesOn(
  tx: EntityManager,
  { organizationId }: Scope,
  asked: readonly StrategyDay[],
  unitIds: readonly string[],
): Promise<TallyOnDay[]> {
  const rows: (Omit<TallyOnDay, 'tally'> & StoredTally)[] = await tx.query(
    `SELECT asked.strategy_id AS "strategyId", asked.day, unit.id AS "unitId", level.id AS "leadershipLevelId",
       held.recorded_at AS "recordedAt", ${TALLY}
     FROM unnest($2::uuid[], $3::date[]) AS asked (strategy_id, day)
     CROSS JOIN unnest($4::uuid[]) AS unit (id)
     JOIN leadership_level AS level ON level.organization_id = $1
     CROSS JOIN LATERAL (
       SELECT * FROM readiness_tally WHERE organization_id = $1 AND strategy_id = asked.strategy_id
         AND unit_id = unit.id AND leadership_level_id = level.id AND valid_from <= asked.day
       ORDER BY valid_from DESC LIMIT 1) AS held
     WHERE held.valid_to > asked.day`,
    [organizationId, asked.map(({ strategyId }) => strategyId), asked.map(({ day }) => day), unitIds],
  );
  return rows.map(({ strategyId, day, unitId, leadershipLevelId, recordedAt, ...stored }) => {
    const of = { strategyId, day, unitId, leadershipLevelId, recordedAt };
    return { ...of, tally: tallyFrom(stored) };
  });
}

/** Weight of each statement on the day, by `keyOf`; absent where no approved version is in force. */
export async function weightsOn(
  tx: EntityManager,
  { organizationId }: Scope,
  asked: readonly StrategyDay[],
): Promise<(StrategyDay & { readonly weight: number })[]> {
  return tx.query(
    `SELECT asked.strategy_id AS "strategyId", asked.day, weight
     FROM unnest($2::uuid[], $3::date[]) AS asked (strategy_id, day)
     JOIN strategy_version AS version ON version.organization_id = $1 AND version.strategy_id = asked.strategy_id
       AND version.approved_at IS NOT NULL AND version.valid_from <= asked.day AND version.valid_to > asked.day`,
    [organizationId, asked.map(({ strategyId }) => strategyId), asked.map(({ day }) => day)],
  );
}
