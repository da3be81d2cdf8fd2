import type { Viewer } from '@alidade/access';
import type { Period, ReadinessBand, Tally } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { replaceFacts } from './replace-facts.js';
import type { FactTable } from './replace-facts.js';

type Scope = Pick<Viewer, 'organizationId'>;

export interface LevelRow extends Period {
  readonly executiveId: string;
  readonly capabilityId: string;
  readonly level: number;
  readonly standardError: number | null;
  readonly evidenceId: string;
}

const LEVELS: FactTable<LevelRow> = {
  name: 'level_fact',
  fixed: ['organization_id'],
  key: {
    executive_id: { type: 'uuid', of: ({ executiveId }) => executiveId },
    capability_id: { type: 'uuid', of: ({ capabilityId }) => capabilityId },
    valid_from: { type: 'date', of: ({ validFrom }) => validFrom },
  },
  values: {
    valid_to: { type: 'date', of: ({ validTo }) => validTo },
    level: { type: 'float8', of: ({ level }) => level },
    standard_error: { type: 'float8', of: ({ standardError }) => standardError },
    evidence_id: { type: 'uuid', of: ({ evidenceId }) => evidenceId },
  },
};

/** @param rows  all levels there are of these executives */
export const replaceLevels = (
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
  rows: readonly LevelRow[],
): Promise<number> =>
  replaceFacts(tx, LEVELS, { fixed: [organizationId], key: { executive_id: executiveIds } }, rows);

export interface ReadinessRow extends Period {
  readonly executiveId: string;
  readonly versionId: string;
  readonly leadershipLevelId: string;
  readonly value: number | null;
  readonly coverage: number;
  readonly band: ReadinessBand;
  readonly low: number | null;
  readonly high: number | null;
  readonly policyVersion: number;
}

const READINESS: FactTable<ReadinessRow> = {
  name: 'readiness_fact',
  fixed: ['organization_id', 'strategy_id'],
  key: {
    executive_id: { type: 'uuid', of: ({ executiveId }) => executiveId },
    valid_from: { type: 'date', of: ({ validFrom }) => validFrom },
  },
  values: {
    valid_to: { type: 'date', of: ({ validTo }) => validTo },
    strategy_version_id: { type: 'uuid', of: ({ versionId }) => versionId },
    leadership_level_id: { type: 'uuid', of: ({ leadershipLevelId }) => leadershipLevelId },
    value: { type: 'float8', of: ({ value }) => value },
    coverage: { type: 'float8', of: ({ coverage }) => coverage },
    band: { type: 'text', of: ({ band }) => band },
    low: { type: 'float8', of: ({ low }) => low },
    high: { type: 'float8', of: ({ high }) => high },
    policy_version: { type: 'integer', of: ({ policyVersion }) => policyVersion },
  },
};

type OfStatement = Scope & { readonly strategyId: string };

/** @param rows  all readiness there is of these executives for the statement */
export const replaceReadiness = (
  tx: EntityManager,
  { organizationId, strategyId }: OfStatement,
  executiveIds: readonly string[],
  rows: readonly ReadinessRow[],
): Promise<number> =>
  replaceFacts(
    tx,
    READINESS,
    { fixed: [organizationId, strategyId], key: { executive_id: executiveIds } },
    rows,
  );

export interface TallyRow extends Period {
  readonly unitId: string;
  readonly leadershipLevelId: string;
  readonly tally: Tally;
}

const TALLIES: FactTable<TallyRow> = {
  name: 'readiness_tally',
  fixed: ['organization_id', 'strategy_id'],
  key: {
    unit_id: { type: 'uuid', of: ({ unitId }) => unitId },
    leadership_level_id: { type: 'uuid', of: ({ leadershipLevelId }) => leadershipLevelId },
    valid_from: { type: 'date', of: ({ validFrom }) => validFrom },
  },
  values: {
    valid_to: { type: 'date', of: ({ validTo }) => validTo },
    executives: { type: 'integer', of: ({ tally }) => tally.executives },
    ready_now: { type: 'integer', of: ({ tally }) => tally.readyNow },
    ready_soon: { type: 'integer', of: ({ tally }) => tally.readySoon },
    developing: { type: 'integer', of: ({ tally }) => tally.developing },
    insufficient_evidence: { type: 'integer', of: ({ tally }) => tally.insufficientEvidence },
    with_evidence: { type: 'integer', of: ({ tally }) => tally.withEvidence },
    value_sum: { type: 'float8', of: ({ tally }) => tally.valueSum },
    coverage_sum: { type: 'float8', of: ({ tally }) => tally.coverageSum },
    capabilities: { type: 'jsonb', of: ({ tally }) => JSON.stringify(capabilitiesAsStored(tally)) },
  },
};

/** Whose tallies for the statement are replaced. */
export interface TalliesOf extends OfStatement {
  readonly unitIds: readonly string[];
  /** Null: of all levels. */
  readonly leadershipLevelIds: readonly string[] | null;
}

/** @param rows  all tallies there are of these */
export const replaceTallies = (
  tx: EntityManager,
  { organizationId, strategyId, unitIds, leadershipLevelIds }: TalliesOf,
  rows: readonly TallyRow[],
): Promise<number> =>
  replaceFacts(
    tx,
    TALLIES,
    {
      fixed: [organizationId, strategyId],
      key: { unit_id: unitIds, leadership_level_id: leadershipLevelIds },
    },
    rows,
  );

/** As the column `capabilities` keeps them. */
function capabilitiesAsStored({ capabilities }: Tally): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    [...capabilities].map(([id, { required, critical, assessed, below, gapSum, weightedGapSum }]) => [
      id,
      [required, critical, assessed, below, gapSum, weightedGapSum],
    ]),
  );
}
