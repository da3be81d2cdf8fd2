import type { Viewer } from '@alidade/access';
import { askPrepared, prepared } from '@alidade/database';
import type { Tally } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import type { StrategyDay } from '../../direction/requirements.queries.js';
import { keyOf } from '../../direction/requirements.queries.js';
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

/** @param units  a table with a column id */
const talliesIn = (units: string) =>
  prepared(
    `SELECT asked.strategy_id AS "strategyId", asked.day, unit.id AS "unitId", level.id AS "leadershipLevelId",
       held.recorded_at AS "recordedAt", ${TALLY}
     FROM unnest($2::uuid[], $3::date[]) AS asked (strategy_id, day)
     CROSS JOIN ${units} AS unit (id)
     JOIN leadership_level AS level ON level.organization_id = $1
     CROSS JOIN LATERAL (
       SELECT * FROM readiness_tally WHERE organization_id = $1 AND strategy_id = asked.strategy_id
         AND unit_id = unit.id AND leadership_level_id = level.id AND valid_from <= asked.day
       ORDER BY valid_from DESC LIMIT 1) AS held
     WHERE held.valid_to > asked.day`,
  );

/** Apart, because PostgreSQL would think of several units and plan for them each time. */
const TALLIES_IN_UNIT = talliesIn('(VALUES ($4::uuid))');
const TALLIES_IN_UNITS = talliesIn('unnest($4::uuid[])');

/** Of these units, each leadership level by itself; one index look-up each, whatever their size and their history. */
export async function talliesOn(
  tx: EntityManager,
  { organizationId }: Scope,
  asked: readonly StrategyDay[],
  unitIds: readonly string[],
): Promise<TallyOnDay[]> {
  const [statement, units] =
    unitIds.length === 1 ? [TALLIES_IN_UNIT, unitIds[0]] : [TALLIES_IN_UNITS, unitIds];
  const rows = await askPrepared<Omit<TallyOnDay, 'tally'> & StoredTally>(tx, statement, [
    organizationId,
    asked.map(({ strategyId }) => strategyId),
    asked.map(({ day }) => day),
    units,
  ]);
  return rows.map(({ strategyId, day, unitId, leadershipLevelId, recordedAt, ...stored }) => {
    const of = { strategyId, day, unitId, leadershipLevelId, recordedAt };
    return { ...of, tally: tallyFrom(stored) };
  });
}

/** A statement with an approved version in force on a day, and the policy in force then. */
export interface InForce extends StrategyDay {
  readonly weight: number;
  readonly policyVersion: number;
}

const IN_FORCE = prepared(
  `SELECT asked.strategy_id AS "strategyId", asked.day, statement.weight, policy.version AS "policyVersion"
   FROM unnest($2::uuid[], $3::date[]) AS asked (strategy_id, day)
   JOIN strategy_version AS statement ON statement.organization_id = $1 AND statement.strategy_id = asked.strategy_id
     AND statement.approved_at IS NOT NULL AND statement.valid_from <= asked.day AND statement.valid_to > asked.day
   CROSS JOIN LATERAL (SELECT version FROM policy WHERE organization_id = $1 AND valid_from <= asked.day
     ORDER BY version DESC LIMIT 1) AS policy`,
);

/** By `keyOf`; absent where no approved version holds. */
export async function inForceOn(
  tx: EntityManager,
  { organizationId }: Scope,
  asked: readonly StrategyDay[],
): Promise<ReadonlyMap<string, InForce>> {
  const rows = await askPrepared<InForce>(tx, IN_FORCE, [
    organizationId,
    asked.map(({ strategyId }) => strategyId),
    asked.map(({ day }) => day),
  ]);
  return new Map(rows.map((row) => [keyOf(row), row]));
}
