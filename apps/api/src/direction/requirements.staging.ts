import type { Viewer } from '@alidade/access';
import type { ImportFault, Strategy } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import type { StagedRow, StagedTable } from '../imports/staging.js';
import { shownFirst } from './direction.queries.js';

type Column = keyof (typeof STAGED)['columns'];
export type StagedRequirement = StagedRow<Column>;

/** A requirements file in the database, for as long as it is read; the ids are found by `resolveStaged`. */
export const STAGED = {
  name: 'staged_requirement',
  columns: {
    strategy: 'text',
    capability_code: 'text',
    leadership_level: 'text',
    required_level: 'numeric',
    weight: 'numeric',
    critical: 'boolean',
    strategy_id: 'uuid',
    capability_id: 'uuid',
    leadership_level_id: 'uuid',
  },
} as const satisfies StagedTable<string>;

type Scope = Pick<Viewer, 'organizationId' | 'today'>;

/** Finds what the rows name. @returns the ids of the statements */
export async function resolveStaged(
  tx: EntityManager,
  { organizationId }: Scope,
): Promise<readonly string[]> {
  await tx.query(
    `UPDATE staged_requirement g SET
       strategy_id = (SELECT id FROM strategy WHERE organization_id = $1 AND title = g.strategy),
       capability_id = (SELECT id FROM capability WHERE organization_id = $1 AND code = g.capability_code),
       leadership_level_id = (SELECT id FROM leadership_level
                              WHERE organization_id = $1 AND lower(name) = lower(g.leadership_level)
                              ORDER BY name = g.leadership_level DESC LIMIT 1)`,
    [organizationId],
  );
  const named: { readonly id: string }[] = await tx.query(
    'SELECT DISTINCT strategy_id AS id FROM staged_requirement WHERE strategy_id IS NOT NULL',
  );
  return named.map(({ id }) => id);
}

/** What the rows name and nobody knows, or must not be changed, or was said before. */
export async function faultsStaged(
  tx: EntityManager,
  { organizationId }: Scope,
): Promise<readonly ImportFault[]> {
  return tx.query(
    `SELECT line, 'strategy' AS "column", format('There is no strategy, value or vision "%s".', strategy) AS message
     FROM staged_requirement WHERE strategy IS NOT NULL AND strategy_id IS NULL
     UNION ALL
     SELECT line, 'strategy', format('"%s" is retired and stays as it was.', strategy)
     FROM staged_requirement JOIN strategy s ON s.organization_id = $1 AND s.id = strategy_id AND s.status = 'RETIRED'
     UNION ALL
     SELECT line, 'capability_code', format('There is no capability "%s".', capability_code)
     FROM staged_requirement WHERE capability_code IS NOT NULL AND capability_id IS NULL
     UNION ALL
     SELECT line, 'leadership_level', format('There is no leadership level "%s"; there are: %s.', leadership_level,
       (SELECT coalesce(string_agg(name, ', ' ORDER BY rank), 'none') FROM leadership_level WHERE organization_id = $1))
     FROM staged_requirement WHERE leadership_level IS NOT NULL AND leadership_level_id IS NULL
     UNION ALL
     SELECT line, NULL, format('Line %s is for the same strategy, capability and leadership level.', first)
     FROM (SELECT line, first_value(line) OVER same AS first FROM staged_requirement
           WHERE strategy_id IS NOT NULL AND capability_id IS NOT NULL
             AND (leadership_level IS NULL OR leadership_level_id IS NOT NULL)
           WINDOW same AS (PARTITION BY strategy_id, capability_id, leadership_level_id ORDER BY line)) g
     WHERE line > first`,
    [organizationId],
  );
}

/** What the file would do to one statement: rows by what they do, and requirements that it no longer names. */
export interface StagedChange {
  readonly strategyId: string;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Against the version shown today; without faults only. */
export async function changesStaged(
  tx: EntityManager,
  { organizationId, today }: Scope,
): Promise<readonly StagedChange[]> {
  return tx.query(
    `WITH base AS (
       SELECT named.strategy_id, shown.id AS version_id
       FROM (SELECT DISTINCT strategy_id FROM staged_requirement) named
       JOIN LATERAL (SELECT v.id FROM strategy_version v WHERE v.organization_id = $1 AND v.strategy_id = named.strategy_id
                     ORDER BY ${shownFirst('$2::date')} LIMIT 1) shown ON true),
     compared AS (
       SELECT g.strategy_id, base.version_id, r.id IS NOT NULL AS known,
              (r.required_level, r.weight, r.critical) IS NOT DISTINCT FROM
              (g.required_level::float8, g.weight::float8, g.critical) AS same
       FROM staged_requirement g JOIN base USING (strategy_id)
       LEFT JOIN requirement r ON r.organization_id = $1 AND r.strategy_version_id = base.version_id
         AND r.capability_id = g.capability_id AND r.leadership_level_id IS NOT DISTINCT FROM g.leadership_level_id)
     SELECT strategy_id AS "strategyId", count(*) FILTER (WHERE NOT known) AS created,
            count(*) FILTER (WHERE known AND NOT same) AS updated, count(*) FILTER (WHERE known AND same) AS unchanged,
            (SELECT count(*) FROM requirement WHERE organization_id = $1 AND strategy_version_id = version_id)
            - count(*) FILTER (WHERE known) AS removed
     FROM compared GROUP BY strategy_id, version_id ORDER BY strategy_id`,
    [organizationId, today],
  );
}

/** Gives a version without requirements those that the file has for its statement. */
export async function fillFromStaged(
  tx: EntityManager,
  { organizationId, id }: Pick<Strategy, 'organizationId' | 'id'>,
  versionId: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO requirement (organization_id, strategy_version_id, capability_id, leadership_level_id, required_level, weight, critical)
     SELECT $1, $3, capability_id, leadership_level_id, required_level, weight, critical
     FROM staged_requirement WHERE strategy_id = $2`,
    [organizationId, id, versionId],
  );
}
