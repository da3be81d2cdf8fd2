import type { Viewer } from '@alidade/access';
import { requirementsFor } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../platform/grouped-by.js';
import type { RequirementType } from './direction.types.js';

/** A statement on a day. */
export interface StrategyDay {
  readonly strategyId: string;
  readonly day: string;
}

export const keyOf = ({ strategyId, day }: StrategyDay): string => `${strategyId} ${day}`;

const REQUIREMENT = `r.id, v.strategy_id AS "strategyId", r.capability_id AS "capabilityId",
  r.leadership_level_id AS "leadershipLevelId", r.required_level AS "requiredLevel", r.weight, r.critical`;

/** With their capability and level, in the order of the framework; of one capability those for all levels first. */
const JOINED = `
  JOIN requirement r ON r.organization_id = v.organization_id AND r.strategy_version_id = v.id
  JOIN capability c ON c.organization_id = r.organization_id AND c.id = r.capability_id
  LEFT JOIN leadership_level l ON l.organization_id = r.organization_id AND l.id = r.leadership_level_id`;
const IN_ORDER = `ORDER BY c.position, c.code, l.rank NULLS FIRST`;

/** By version. */
export async function requirementsOfVersions(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RequirementType[]>> {
  const rows: (RequirementType & { readonly versionId: string })[] = await tx.query(
    `SELECT ${REQUIREMENT}, v.id AS "versionId", NULL AS day FROM strategy_version v ${JOINED}
     WHERE v.organization_id = $1 AND v.id = ANY ($2) ${IN_ORDER}`,
    [organizationId, versionIds],
  );
  return groupedBy(rows, ({ versionId }) => versionId);
}

/** Of the approved version in force on each day, by `keyOf`; absent where none was. */
export async function requirementsInForce(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  asked: readonly StrategyDay[],
): Promise<ReadonlyMap<string, readonly RequirementType[]>> {
  const rows: (RequirementType & { readonly day: string })[] = await tx.query(
    `SELECT ${REQUIREMENT}, k.day
     FROM unnest($2::uuid[], $3::date[]) k (strategy_id, day)
     JOIN strategy_version v ON v.organization_id = $1 AND v.strategy_id = k.strategy_id
       AND v.approved_at IS NOT NULL AND v.valid_from <= k.day AND v.valid_to > k.day
     ${JOINED} ${IN_ORDER}`,
    [organizationId, asked.map(({ strategyId }) => strategyId), asked.map(({ day }) => day)],
  );
  return groupedBy(rows, keyOf);
}

/** The same, asked for on a day. */
export function requirementOnDay(requirement: RequirementType, day: string): RequirementType {
  const { id, strategyId, capabilityId, leadershipLevelId, requiredLevel, weight, critical } = requirement;
  return { id, strategyId, capabilityId, leadershipLevelId, requiredLevel, weight, critical, day };
}

/** What of it applies to people of one leadership level: the one for that level replaces the one for all. */
export function applyingTo(
  requirements: readonly RequirementType[],
  leadershipLevelId: string,
): readonly RequirementType[] {
  const applying = new Set(requirementsFor(requirements, leadershipLevelId));
  return requirements.filter((requirement) => applying.has(requirement));
}
