import type { Viewer } from '@alidade/access';
import { requiredCapabilities } from '@alidade/readiness';
import type { RequiringStatement } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import type { RequirementType } from '../../direction/direction.types.js';
import { requirementOnDay, requirementsOfVersions } from '../../direction/requirements.queries.js';
import { leadershipLevelsOn } from '../../directory/postings.queries.js';
import { groupedBy } from '../../platform/grouped-by.js';
import { levelsOn } from './levels.queries.js';
import type { ShownLevel } from './levels.queries.js';
import type { RequiredCapabilityType } from '../readiness.types.js';

type Scope = Pick<Viewer, 'organizationId'>;
type Required = ReadonlyMap<string, readonly RequiredCapabilityType[]>;

/** What is required of each executive on a day, in the order of the framework; nothing of somebody who is none on it. */
export async function requiredOf(
  tx: EntityManager,
  scope: Scope,
  executiveIds: readonly string[],
  day: string,
): Promise<Required> {
  const statements = await requiringOn(tx, scope, day);
  const levels = groupedBy(await levelsOn(tx, scope, executiveIds, day), ({ executiveId }) => executiveId);
  const order = await frameworkOrder(tx, scope, statements);
  const leadershipLevelOn = await leadershipLevelsOn(tx, scope, executiveIds, [day]);
  return new Map(
    executiveIds.flatMap((executiveId) => {
      const leadershipLevelId = leadershipLevelOn(executiveId, day);
      if (leadershipLevelId === null) return [];
      const required = shown(statements, leadershipLevelId, levels.get(executiveId) ?? []);
      return [
        [executiveId, required.toSorted((a, b) => order(a.capabilityId) - order(b.capabilityId))] as const,
      ];
    }),
  );
}

/** The statements in force on a day, with what they require. */
export async function requiringOn(
  tx: EntityManager,
  scope: Scope,
  day: string,
): Promise<RequiringStatement<RequirementType>[]> {
  const versions: { id: string; versionId: string; weight: number }[] = await tx.query(
    `SELECT strategy_id AS id, id AS "versionId", weight FROM strategy_version
     WHERE organization_id = $1 AND approved_at IS NOT NULL AND valid_from <= $2 AND valid_to > $2`,
    [scope.organizationId, day],
  );
  const requirements = await requirementsOfVersions(
    tx,
    scope,
    versions.map(({ versionId }) => versionId),
  );
  return versions.map(({ id, versionId, weight }) => {
    const own = requirements.get(versionId) ?? [];
    return { id, weight, requirements: own.map((requirement) => requirementOnDay(requirement, day)) };
  });
}

/** Answers where a capability stands in the framework, of those that these statements require. */
export async function frameworkOrder(
  tx: EntityManager,
  { organizationId }: Scope,
  statements: readonly Pick<RequiringStatement, 'requirements'>[],
): Promise<(capabilityId: string) => number> {
  const ids = statements.flatMap(({ requirements }) => requirements.map(({ capabilityId }) => capabilityId));
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM capability WHERE organization_id = $1 AND id = ANY($2) ORDER BY position, code`,
    [organizationId, [...new Set(ids)]],
  );
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  return (id) => places.get(id) ?? rows.length;
}

function shown(
  statements: readonly RequiringStatement<RequirementType>[],
  leadershipLevelId: string,
  levels: readonly ShownLevel[],
): RequiredCapabilityType[] {
  const known = new Map(levels.map((level) => [level.capabilityId, level]));
  const counted = new Map([...known].filter(([, { stale }]) => !stale));
  return requiredCapabilities(statements, leadershipLevelId, counted).map(
    ({ capabilityId, requiredLevel, gap, reasons }) => ({
      capabilityId,
      requiredLevel,
      gap,
      level: known.get(capabilityId) ?? null,
      reasons: reasons.map(({ requirement }) => requirement),
    }),
  );
}
