import type { Viewer } from '@alidade/access';
import type { CountedLevel } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import type { CapabilityLevelType } from '../../assessments/levels/levels.types.js';

export interface ShownLevel extends CapabilityLevelType {
  readonly executiveId: string;
}

/**
 * The level of each executive in each capability on a day, in the order of the framework; where nothing counts any more
 * the one that counted last, as stale.
 */
export function levelsOn(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  executiveIds: readonly string[],
  day: string,
): Promise<ShownLevel[]> {
  return tx.query(
    `SELECT latest.executive_id AS "executiveId", latest.capability_id AS "capabilityId", latest.level,
       latest.standard_error AS "standardError", latest.valid_to <= $3 AS stale, evidence.source,
       evidence.evidence_on AS "evidenceOn", evidence.round_id AS "roundId"
     FROM (
       SELECT DISTINCT ON (executive_id, capability_id) * FROM level_fact
       WHERE organization_id = $1 AND executive_id = ANY($2) AND valid_from <= $3
       ORDER BY executive_id, capability_id, valid_from DESC) AS latest
     JOIN level_evidence AS evidence
       ON evidence.organization_id = latest.organization_id AND evidence.id = latest.evidence_id
     JOIN capability ON capability.organization_id = latest.organization_id AND capability.id = latest.capability_id
     ORDER BY capability.position, capability.code`,
    [organizationId, executiveIds, day],
  );
}

/** Answers the levels of an executive that count on a day, by capability. */
export type LevelsOn = (executiveId: string, day: string) => ReadonlyMap<string, CountedLevel>;

/** @param asked  capabilityIds null: all */
export async function countedLevelsOn(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  executiveIds: readonly string[],
  asked: { readonly days: readonly string[]; readonly capabilityIds: readonly string[] | null },
): Promise<LevelsOn> {
  const rows: (CountedLevel & { executiveId: string; capabilityId: string; day: string })[] = await tx.query(
    `SELECT executive_id AS "executiveId", capability_id AS "capabilityId", asked.day, level,
       standard_error AS "standardError"
     FROM unnest($3::date[]) AS asked (day) JOIN level_fact AS fact ON fact.organization_id = $1
       AND fact.executive_id = ANY ($2) AND ($4::uuid[] IS NULL OR fact.capability_id = ANY ($4))
       AND fact.valid_from <= asked.day AND fact.valid_to > asked.day`,
    [organizationId, [...executiveIds], [...asked.days], asked.capabilityIds && [...asked.capabilityIds]],
  );
  const found = new Map<string, Map<string, CountedLevel>>();
  for (const { executiveId, capabilityId, day, level, standardError } of rows) {
    const key = `${executiveId} ${day}`;
    const levels = found.get(key) ?? new Map<string, CountedLevel>();
    levels.set(capabilityId, { level, standardError });
    found.set(key, levels);
  }
  return (executiveId, day) => found.get(`${executiveId} ${day}`) ?? new Map<string, CountedLevel>();
}
