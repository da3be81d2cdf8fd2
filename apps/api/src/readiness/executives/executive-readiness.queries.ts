import type { Viewer } from '@alidade/access';
import { executiveReadiness } from '@alidade/readiness';
import type { ExecutiveReadiness, ReadinessBand, ReadinessPolicy } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import type { RequirementType } from '../../direction/direction.types.js';
import { applyingTo, requirementsOfVersions } from '../../direction/requirements.queries.js';
import { groupedBy } from '../../platform/grouped-by.js';
import { policiesOf } from '../../platform/policies.js';
import { levelsOn } from './levels.queries.js';
import type { ShownLevel } from './levels.queries.js';

type Scope = Pick<Viewer, 'organizationId'>;

/** A fact of readiness that holds on a day. */
interface Fact {
  readonly executiveId: string;
  readonly strategyId: string;
  readonly versionId: string;
  readonly leadershipLevelId: string;
  readonly value: number | null;
  readonly coverage: number;
  readonly band: ReadinessBand;
  readonly low: number | null;
  readonly high: number | null;
  readonly policyVersion: number;
  readonly recordedAt: Date;
}

/** The fact with what it is made of. */
export interface UnfoldedReadiness extends Fact {
  /** Made again from levels and requirements: agrees with the fact. */
  readonly readiness: ExecutiveReadiness<RequirementType, ShownLevel>;
  /** By capability, the stale ones too. */
  readonly levels: ReadonlyMap<string, ShownLevel>;
}

/** Whose readiness on which day, whoever asks; for which statements, null: all. */
export interface AskedReadiness {
  readonly executiveIds: readonly string[];
  readonly day: string;
  readonly strategyIds: readonly string[] | null;
}

/** The weightiest statement first; nothing for those that require nothing of the executive on the day. */
export async function readinessOn(
  tx: EntityManager,
  scope: Scope,
  asked: AskedReadiness,
): Promise<readonly UnfoldedReadiness[]> {
  const facts = await factsOn(tx, scope, asked);
  const levels = groupedBy(
    await levelsOn(tx, scope, asked.executiveIds, asked.day),
    ({ executiveId }) => executiveId,
  );
  const required = await requirementsOfVersions(tx, scope, [
    ...new Set(facts.map(({ versionId }) => versionId)),
  ]);
  const policies = new Map((await policiesOf(tx, scope)).map((policy) => [policy.version, policy.readiness]));
  return facts.map((fact) => {
    const requirements = required.get(fact.versionId) ?? [];
    const policy = policies.get(fact.policyVersion);
    if (!policy) throw new Error(`No policy ${fact.policyVersion}`);
    return unfolded(fact, { requirements, policy, levels: levels.get(fact.executiveId) ?? [] });
  });
}

function factsOn(
  tx: EntityManager,
  { organizationId }: Scope,
  { executiveIds, day, strategyIds }: AskedReadiness,
): Promise<Fact[]> {
  return tx.query(
    `SELECT fact.executive_id AS "executiveId", fact.strategy_id AS "strategyId", fact.strategy_version_id AS "versionId",
       fact.leadership_level_id AS "leadershipLevelId", fact.value, fact.coverage, fact.band, fact.low, fact.high,
       fact.policy_version AS "policyVersion", fact.recorded_at AS "recordedAt"
     FROM readiness_fact AS fact
     JOIN strategy_version AS version
       ON version.organization_id = fact.organization_id AND version.id = fact.strategy_version_id
     JOIN strategy ON strategy.organization_id = fact.organization_id AND strategy.id = fact.strategy_id
     WHERE fact.organization_id = $1 AND fact.executive_id = ANY($2) AND fact.valid_from <= $3 AND fact.valid_to > $3
       AND ($4::uuid[] IS NULL OR fact.strategy_id = ANY($4))
     ORDER BY version.weight DESC, strategy.title, strategy.id`,
    [organizationId, executiveIds, day, strategyIds],
  );
}

interface MadeOf {
  readonly requirements: readonly RequirementType[];
  readonly policy: ReadinessPolicy;
  readonly levels: readonly ShownLevel[];
}

function unfolded(fact: Fact, { requirements, policy, levels }: MadeOf): UnfoldedReadiness {
  const counted = levels.filter(({ stale }) => !stale).map((level) => [level.capabilityId, level] as const);
  const readiness = executiveReadiness(
    applyingTo(requirements, fact.leadershipLevelId),
    new Map(counted),
    policy,
  );
  if (readiness === null) throw new Error('A fact of readiness where nothing is required');
  return { ...fact, readiness, levels: new Map(levels.map((level) => [level.capabilityId, level])) };
}
