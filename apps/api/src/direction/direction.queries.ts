import { can, Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { askPrepared, prepared, Strategy } from '@alidade/database';
import type { StatementKind, StatementStatus } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { StrategyType } from './direction.types.js';

export interface StrategyFilter {
  /** Of now, whatever the day. */
  readonly status?: StatementStatus | null | undefined;
  readonly kinds?: readonly StatementKind[] | null | undefined;
  readonly ids?: readonly string[];
  /** Only those with an approved version in force on that day, as it had them; not given: all, as they are now. */
  readonly asOf?: string | null | undefined;
}

/**
 * Which version `v` of a statement is shown on a day, the first by this order: the one in force, else the one that comes
 * next, else the last that held, else (all of them replaced before their first day) the last recorded. Versions that
 * hold on some day have their numbers in the order of their days.
 */
export const shownFirst = (day: string): string => `
  CASE WHEN v.valid_from <= ${day} AND v.valid_to > ${day} THEN 1
       WHEN v.valid_from = v.valid_to THEN 4 WHEN v.valid_from > ${day} THEN 2 ELSE 3 END,
  CASE WHEN v.valid_from > ${day} AND v.valid_from < v.valid_to THEN v.number ELSE -v.number END`;

const STRATEGIES = prepared(
  `SELECT s.id, s.kind, s.title, s.status, s.version, s.owner_id AS "ownerId", shown.id AS "versionId",
          shown.narrative, shown.weight, nullif(shown.valid_from, '-infinity') AS "effectiveFrom"
   FROM strategy s JOIN LATERAL (
     SELECT v.id, v.narrative, v.weight, v.valid_from FROM strategy_version v
     WHERE v.organization_id = s.organization_id AND v.strategy_id = s.id
       AND ($3::date IS NULL OR (v.approved_at IS NOT NULL AND v.valid_from <= $3 AND v.valid_to > $3))
     ORDER BY ${shownFirst('$2::date')} LIMIT 1) shown ON true
   WHERE s.organization_id = $1 AND (s.status <> 'DRAFT' OR $4) AND ($5::text IS NULL OR s.status = $5)
     AND ($6::text[] IS NULL OR s.kind = ANY ($6)) AND ($7::uuid[] IS NULL OR s.id = ANY ($7))
   ORDER BY shown.weight DESC, s.title, s.id`,
);

/**
 * The statements this viewer may see, the weightiest first: what was approved is for everybody, a draft for those who
 * edit the direction.
 */
export async function strategiesSeenBy(
  tx: EntityManager,
  viewer: Viewer,
  { status, kinds, ids, asOf = null }: StrategyFilter,
): Promise<StrategyType[]> {
  const mayEdit = can(viewer, Permission.DirectionEdit);
  const rows = await askPrepared<Omit<StrategyType, 'day'>>(tx, STRATEGIES, [
    viewer.organizationId,
    viewer.today,
    asOf,
    mayEdit,
    status,
    kinds,
    ids,
  ]);
  return rows.map((row) => ({ ...row, day: asOf }));
}

/** @throws UseCaseError NOT_FOUND when it is absent, another organization's, or a draft the viewer may not see */
export async function requireStrategy(tx: EntityManager, viewer: Viewer, id: string): Promise<StrategyType> {
  const [strategy] = await strategiesSeenBy(tx, viewer, { ids: [id] });
  if (!strategy) throw noStrategy(id);
  return strategy;
}

/**
 * The statement, kept from other edits until the transaction ends.
 * @throws UseCaseError NOT_FOUND when it is absent or another organization's
 */
export async function strategyToEdit(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  id: string,
): Promise<Strategy> {
  const strategy = isUUID(id)
    ? await tx.findOne(Strategy, { where: { organizationId, id }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!strategy) throw noStrategy(id);
  return strategy;
}

const noStrategy = (id: string): UseCaseError => new UseCaseError('NOT_FOUND', `No strategy ${id}`);
