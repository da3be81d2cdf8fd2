import { can, Permission, scopeOf } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { benchStrength, EMPTY_TALLY } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { executivesKnownTo } from '../../directory/executives.queries.js';
import { groupedBy } from '../../platform/grouped-by.js';
import { together } from '../populations/audience.js';
import { talliesOn } from '../populations/tallies.queries.js';
import type { BenchStrengthType, CriticalRoleType } from './critical-roles.types.js';

/** The critical roles of strategies, as they are asked for on a day. */
interface AskedRoles {
  readonly strategyIds?: readonly string[];
  readonly ids?: readonly string[];
  readonly day: string;
}

/** Those of units whose readiness the viewer sees, the highest level first; none without READINESS_VIEW. */
export async function criticalRolesSeenBy(
  tx: EntityManager,
  viewer: Viewer,
  { strategyIds, ids, day }: AskedRoles,
): Promise<CriticalRoleType[]> {
  if (!can(viewer, Permission.ReadinessView)) return [];
  const scope = scopeOf(viewer, Permission.ReadinessView);
  return tx.query(
    `SELECT role.id, role.strategy_id AS "strategyId", role.leadership_level_id AS "leadershipLevelId",
       role.unit_id AS "unitId", role.needed, role.version, $6::text AS day
     FROM critical_role AS role
     JOIN leadership_level AS level ON level.organization_id = $1 AND level.id = role.leadership_level_id
     JOIN unit ON unit.organization_id = $1 AND unit.id = role.unit_id
     WHERE role.organization_id = $1 AND ($2::uuid[] IS NULL OR role.strategy_id = ANY($2))
       AND ($3::uuid[] IS NULL OR role.id = ANY($3))
       AND ($4::uuid[] IS NULL OR EXISTS (
         SELECT FROM unit_ancestor WHERE organization_id = $1 AND unit_id = role.unit_id AND ancestor_id = ANY($4)
           AND valid_from <= $5 AND valid_to > $5))
     ORDER BY level.rank DESC, unit.name, role.id`,
    [
      viewer.organizationId,
      strategyIds ?? null,
      ids ?? null,
      scope === 'ORGANIZATION' ? null : scope,
      viewer.today,
      day,
    ],
  );
}

/**
 * The bench of each role on its day, in their order; null for who may not see everybody of the role by name, since a
 * level of a unit may be a few people. As many statements for many roles as for one.
 */
export async function benchesOf(
  tx: EntityManager,
  viewer: Viewer,
  roles: readonly CriticalRoleType[],
): Promise<readonly (BenchStrengthType | null)[]> {
  const isSeen = await seenWholly(tx, viewer, roles);
  const pairs = [...new Map(roles.map((role) => [`${role.strategyId} ${role.day}`, role])).values()];
  const unitIds = [...new Set(roles.map(({ unitId }) => unitId))];
  const tallies = groupedBy(await talliesOn(tx, viewer, pairs, unitIds), placeOf);
  return roles.map((role) => {
    if (!isSeen(role)) return null;
    const { readyNow, short, strength } = benchStrength(
      role.needed,
      together(tallies.get(placeOf(role)) ?? [{ tally: EMPTY_TALLY }]),
    );
    return { readyNow, short, strength };
  });
}

const placeOf = (at: Pick<CriticalRoleType, 'strategyId' | 'day' | 'unitId' | 'leadershipLevelId'>): string =>
  `${at.strategyId} ${at.day} ${at.unitId} ${at.leadershipLevelId}`;

async function seenWholly(
  tx: EntityManager,
  viewer: Viewer,
  roles: readonly CriticalRoleType[],
): Promise<(role: CriticalRoleType) => boolean> {
  const scope = scopeOf(viewer, Permission.ReadinessViewNamed);
  if (scope === 'ORGANIZATION') return () => true;
  if (scope.length === 0) return () => false;
  const members = groupedBy(await membersOf(tx, viewer, roles), ({ place }) => roles[place]?.id ?? '');
  const ids = [...new Set([...members.values()].flat().map(({ executiveId }) => executiveId))];
  const rows = await executivesKnownTo(tx, viewer)
    .andWhere('executive.id = ANY(:ids)', { ids })
    .select('executive.id', 'id')
    .getRawMany<{ id: string }>();
  const known = new Set(rows.map(({ id }) => id));
  return ({ id }) => (members.get(id) ?? []).every(({ executiveId }) => known.has(executiveId));
}

/** Who is at the role's level in its unit on its day, by the place of the role. */
function membersOf(
  tx: EntityManager,
  { organizationId }: Viewer,
  roles: readonly CriticalRoleType[],
): Promise<{ place: number; executiveId: string }[]> {
  return tx.query(
    `SELECT asked.place::int - 1 AS place, executive.id AS "executiveId"
     FROM unnest($2::uuid[], $3::uuid[], $4::date[]) WITH ORDINALITY AS asked (unit_id, level_id, day, place)
     JOIN unit_ancestor AS within ON within.organization_id = $1 AND within.ancestor_id = asked.unit_id
       AND within.valid_from <= asked.day AND within.valid_to > asked.day
     JOIN posting ON posting.organization_id = $1 AND posting.unit_id = within.unit_id
       AND posting.leadership_level_id = asked.level_id
       AND posting.valid_from <= asked.day AND posting.valid_to > asked.day
     JOIN executive ON executive.organization_id = $1 AND executive.person_id = posting.person_id`,
    [
      organizationId,
      roles.map(({ unitId }) => unitId),
      roles.map(({ leadershipLevelId }) => leadershipLevelId),
      roles.map(({ day }) => day),
    ],
  );
}
