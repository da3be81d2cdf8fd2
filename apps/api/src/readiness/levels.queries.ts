import type { Viewer } from '@alidade/access';
import type { EntityManager } from 'typeorm';
import type { CapabilityLevelType } from '../assessments/assessments.types.js';

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
