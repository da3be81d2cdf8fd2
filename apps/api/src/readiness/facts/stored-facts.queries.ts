import type { Viewer } from '@alidade/access';
import type { CapabilityTally, Tally } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';

/** Facts of one day, as `readinessDifferences` names and compares them. */
type Scope = Pick<Viewer, 'organizationId'>;
type Stored = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

interface Named {
  readonly what: string;
}

export async function storedLevelsOn(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
  day: string,
): Promise<Stored> {
  return byName(
    await tx.query(
      `SELECT concat_ws(' ', 'level', executive_id, capability_id) AS what, level, standard_error AS "standardError",
         evidence_id AS "evidenceId"
       FROM level_fact WHERE organization_id = $1 AND executive_id = ANY($2) AND valid_from <= $3 AND valid_to > $3`,
      [organizationId, executiveIds, day],
    ),
  );
}

export async function storedReadinessOn(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
  day: string,
): Promise<Stored> {
  return byName(
    await tx.query(
      `SELECT concat_ws(' ', 'readiness', executive_id, strategy_id) AS what, value, coverage, band, low, high,
         strategy_version_id AS "versionId", leadership_level_id AS "leadershipLevelId", policy_version AS "policyVersion"
       FROM readiness_fact WHERE organization_id = $1 AND executive_id = ANY($2) AND valid_from <= $3 AND valid_to > $3`,
      [organizationId, executiveIds, day],
    ),
  );
}

export async function storedTalliesOn(
  tx: EntityManager,
  { organizationId }: Scope,
  day: string,
): Promise<Stored> {
  const rows: (Named & StoredTally)[] = await tx.query(
    `SELECT concat_ws(' ', 'tally', strategy_id, unit_id, leadership_level_id) AS what, ${TALLY}
     FROM readiness_tally WHERE organization_id = $1 AND valid_from <= $2 AND valid_to > $2`,
    [organizationId, day],
  );
  return new Map(rows.map(({ what, ...stored }) => [what, perHead(tallyFrom(stored))]));
}

/** The sums of a tally as its columns have them. */
export type StoredTally = Omit<Tally, 'capabilities'> & {
  readonly capabilities: Readonly<Record<string, readonly number[]>>;
};

export const TALLY = `executives, ready_now AS "readyNow", ready_soon AS "readySoon", developing,
  insufficient_evidence AS "insufficientEvidence", with_evidence AS "withEvidence", value_sum AS "valueSum",
  coverage_sum AS "coverageSum", capabilities`;

export function tallyFrom({ capabilities, ...heads }: StoredTally): Tally {
  return {
    ...heads,
    capabilities: new Map(Object.entries(capabilities).map(([id, sums]) => [id, capabilityFrom(sums)])),
  };
}

function capabilityFrom(sums: readonly number[]): CapabilityTally {
  const [required = 0, critical = 0, assessed = 0, below = 0, gapSum = 0, weightedGapSum = 0] = sums;
  return { required, critical, assessed, below, gapSum, weightedGapSum };
}

/** A tally as figures that can be compared with one tolerance: counts as they are, sums per executive. */
export function perHead({ capabilities, valueSum, coverageSum, ...counts }: Tally): Record<string, unknown> {
  const { executives } = counts;
  const figures: Record<string, unknown> = {
    ...counts,
    value: valueSum / executives,
    coverage: coverageSum / executives,
  };
  for (const [id, { required, critical, assessed, below, gapSum, weightedGapSum }] of capabilities)
    figures[id] = [required, critical, assessed, below, gapSum / executives, weightedGapSum / executives];
  return figures;
}

function byName(rows: readonly (Named & Record<string, unknown>)[]): Stored {
  return new Map(rows.map(({ what, ...figures }) => [what, figures]));
}
