import type { Viewer } from '@alidade/access';
import { requiredCapabilities } from '@alidade/readiness';
import type { CountedLevel, RequiredCapability } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import type { RequirementType } from '../../direction/direction.types.js';
import { leadershipLevelsOn } from '../../directory/postings.queries.js';
import { requiringOn } from '../../readiness/executives/required-capabilities.queries.js';

interface KnownLevel extends CountedLevel {
  readonly evidenceId: string;
}

/** Where an executive stands on a day, and what is required of them. */
export interface Needs {
  readonly day: string;
  /** By capability; also those that nothing requires. */
  readonly levels: ReadonlyMap<string, KnownLevel>;
  /** By capability; null: the executive is none on that day. */
  readonly required: ReadonlyMap<string, RequiredCapability<RequirementType, KnownLevel>> | null;
  /** Strategy -> its weight. */
  readonly weights: ReadonlyMap<string, number>;
}

export async function needsOf(
  tx: EntityManager,
  scope: Pick<Viewer, 'organizationId'>,
  executiveId: string,
  day: string,
): Promise<Needs> {
  const leadershipLevelId = (await leadershipLevelsOn(tx, scope, [executiveId], [day]))(executiveId, day);
  const statements = await requiringOn(tx, scope, day);
  const levels = await levelsWithEvidence(tx, scope, executiveId, day);
  const required =
    leadershipLevelId === null
      ? null
      : new Map(
          requiredCapabilities(statements, leadershipLevelId, levels).map((each) => [
            each.capabilityId,
            each,
          ]),
        );
  return { day, levels, required, weights: new Map(statements.map(({ id, weight }) => [id, weight])) };
}

async function levelsWithEvidence(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  executiveId: string,
  day: string,
): Promise<ReadonlyMap<string, KnownLevel>> {
  const rows: (KnownLevel & { capabilityId: string })[] = await tx.query(
    `SELECT capability_id AS "capabilityId", level, standard_error AS "standardError", evidence_id AS "evidenceId"
     FROM level_fact WHERE organization_id = $1 AND executive_id = $2 AND valid_from <= $3 AND valid_to > $3`,
    [organizationId, executiveId, day],
  );
  return new Map(
    rows.map(({ capabilityId, level, standardError, evidenceId }) => [
      capabilityId,
      { level, standardError, evidenceId },
    ]),
  );
}
