import type { Viewer } from '@alidade/access';
import type { LevelEvidence, LevelPeriod, Period, PolicyPeriod, Requirement } from '@alidade/readiness';
import { requirementsFor } from '@alidade/readiness';
import { FOR_EVER } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/grouped-by.js';
import { policiesOf } from '../../platform/policies.js';
import type { NotedCause } from './rebuild-scope.js';

/** What readiness is made of, as it is on record: no figure is made here. */
type Scope = Pick<Viewer, 'organizationId'>;

export function causesOf(tx: EntityManager, { organizationId }: Scope): Promise<NotedCause[]> {
  return tx.query(
    `SELECT id, valid_from AS "validFrom", executive_id AS "executiveId", strategy_id AS "strategyId",
       capability_id AS "capabilityId"
     FROM readiness_cause WHERE organization_id = $1`,
    [organizationId],
  );
}

/** Everybody who ever was one, in one order. */
export async function executiveIdsInOrder(tx: EntityManager, { organizationId }: Scope): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM executive WHERE organization_id = $1 ORDER BY id`,
    [organizationId],
  );
  return rows.map(({ id }) => id);
}

/** Every policy over the days on which it is in force; one that the next replaced on its first day is on none. */
export async function policyPeriods(tx: EntityManager, scope: Scope): Promise<readonly PolicyPeriod[]> {
  const policies = await policiesOf(tx, scope);
  return policies
    .map(({ version, validFrom, readiness }, index) => {
      const validTo = policies[index + 1]?.validFrom ?? FOR_EVER;
      return { version, validFrom, validTo, policy: readiness };
    })
    .filter(({ validFrom, validTo }) => validFrom < validTo);
}

export interface Evidence extends LevelEvidence {
  readonly id: string;
  readonly executiveId: string;
  readonly capabilityId: string;
}

/** All evidence of these executives, by executive and capability. */
export function evidenceOf(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
): Promise<Evidence[]> {
  return tx.query(
    `SELECT id, executive_id AS "executiveId", capability_id AS "capabilityId", source, level,
       standard_error AS "standardError", evidence_on AS "evidenceOn", round_id AS "roundId",
       to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt"
     FROM level_evidence WHERE organization_id = $1 AND executive_id = ANY($2) ORDER BY executive_id, capability_id`,
    [organizationId, executiveIds],
  );
}

/** Where an executive stood over a period. */
export interface HeldPeriod extends Period {
  readonly executiveId: string;
  readonly unitId: string;
  readonly leadershipLevelId: string;
}

/** The postings at a leadership level of these executives, in the order of their days, by executive. */
export async function heldPeriodsOf(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldPeriod[]>> {
  const rows: HeldPeriod[] = await tx.query(
    `SELECT executive.id AS "executiveId", unit_id AS "unitId", leadership_level_id AS "leadershipLevelId",
       valid_from AS "validFrom", valid_to AS "validTo"
     FROM executive JOIN posting ON posting.organization_id = executive.organization_id
       AND posting.person_id = executive.person_id AND posting.leadership_level_id IS NOT NULL
     WHERE executive.organization_id = $1 AND executive.id = ANY($2) ORDER BY executive.id, posting.valid_from`,
    [organizationId, executiveIds],
  );
  return groupedBy(rows, ({ executiveId }) => executiveId);
}

export interface LevelOfExecutive extends LevelPeriod {
  readonly executiveId: string;
  readonly capabilityId: string;
}

/** Levels as the facts have them, of these executives in these capabilities, in the order of their days. */
export function levelPeriodsOf(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
  capabilityIds: readonly string[],
): Promise<LevelOfExecutive[]> {
  return tx.query(
    `SELECT executive_id AS "executiveId", capability_id AS "capabilityId", valid_from AS "validFrom",
       valid_to AS "validTo", level, standard_error AS "standardError"
     FROM level_fact WHERE organization_id = $1 AND executive_id = ANY($2) AND capability_id = ANY($3)
     ORDER BY executive_id, capability_id, valid_from`,
    [organizationId, executiveIds, capabilityIds],
  );
}

/** What a statement says over the days on which one of its approved versions is in force. */
export interface StatementPeriod extends Period {
  readonly versionId: string;
  /** What applies to people of a leadership level. */
  readonly requirementsOf: (leadershipLevelId: string) => readonly Requirement[];
}

export interface Statement {
  readonly id: string;
  /** Every capability it ever requires. */
  readonly capabilityIds: readonly string[];
  readonly periods: readonly StatementPeriod[];
}

interface VersionRow extends Requirement {
  readonly strategyId: string;
  readonly versionId: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/** Every statement that was ever approved, with the versions that ever hold in the order of their days. */
export async function statementsOf(tx: EntityManager, { organizationId }: Scope): Promise<Statement[]> {
  const strategies: { id: string }[] = await tx.query(
    `SELECT id FROM strategy WHERE organization_id = $1 AND status <> 'DRAFT' ORDER BY id`,
    [organizationId],
  );
  const rows: VersionRow[] = await tx.query(
    `SELECT version.strategy_id AS "strategyId", version.id AS "versionId", version.valid_from AS "validFrom",
       version.valid_to AS "validTo", capability_id AS "capabilityId", leadership_level_id AS "leadershipLevelId",
       required_level AS "requiredLevel", requirement.weight, critical
     FROM strategy_version AS version JOIN requirement ON requirement.organization_id = version.organization_id
       AND requirement.strategy_version_id = version.id
     WHERE version.organization_id = $1 AND version.approved_at IS NOT NULL AND version.valid_from < version.valid_to
     ORDER BY version.valid_from`,
    [organizationId],
  );
  const byStrategy = groupedBy(rows, ({ strategyId }) => strategyId);
  return strategies.map(({ id }) => {
    const own = byStrategy.get(id) ?? [];
    const capabilityIds = [...new Set(own.map(({ capabilityId }) => capabilityId))].toSorted();
    const periods = [...groupedBy(own, ({ versionId }) => versionId).values()].map(statementPeriod);
    return { id, capabilityIds, periods };
  });
}

function statementPeriod(rows: readonly VersionRow[]): StatementPeriod {
  const [first] = rows;
  if (!first) throw new Error('A version without requirements');
  const { versionId, validFrom, validTo } = first;
  const resolved = new Map<string, readonly Requirement[]>();
  const requirementsOf = (leadershipLevelId: string): readonly Requirement[] => {
    const known = resolved.get(leadershipLevelId) ?? requirementsFor(rows, leadershipLevelId);
    resolved.set(leadershipLevelId, known);
    return known;
  };
  return { versionId, validFrom, validTo, requirementsOf };
}

/** Over which days a unit belongs to another, itself included. */
export interface WithinPeriod extends Period {
  readonly unitId: string;
  readonly ancestorId: string;
}

export function withinPeriods(tx: EntityManager, { organizationId }: Scope): Promise<WithinPeriod[]> {
  return tx.query(
    `SELECT unit_id AS "unitId", ancestor_id AS "ancestorId", valid_from AS "validFrom", valid_to AS "validTo"
     FROM unit_ancestor WHERE organization_id = $1`,
    [organizationId],
  );
}

/** Every leadership level at which one of these executives ever was, or by the facts was thought to be. */
export async function levelsEverHeldBy(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    `SELECT leadership_level_id AS id FROM readiness_fact WHERE organization_id = $1 AND executive_id = ANY($2)
     UNION SELECT leadership_level_id FROM posting JOIN executive ON executive.organization_id = posting.organization_id
       AND executive.person_id = posting.person_id
     WHERE posting.organization_id = $1 AND executive.id = ANY($2) AND leadership_level_id IS NOT NULL`,
    [organizationId, executiveIds],
  );
  return new Set(rows.map(({ id }) => id));
}
