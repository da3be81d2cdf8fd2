import type { Viewer } from '@alidade/access';
import { FOR_EVER, SINCE_EVER, StrategyVersion } from '@alidade/database';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../platform/grouped-by.js';
import { VersionState } from './direction.types.js';
import type { StrategyVersionType } from './direction.types.js';
import { everHolds, holdsOn } from './version-validity.js';

/** By statement, the first recorded first. */
export async function versionsOf(
  tx: EntityManager,
  { organizationId, today }: Viewer,
  strategyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StrategyVersionType[]>> {
  const versions = await tx.find(StrategyVersion, {
    where: { organizationId, strategyId: In([...strategyIds]) },
    order: { number: 'ASC' },
  });
  return groupedBy(
    versions.map((version) => shownOn(version, today)),
    ({ strategyId }) => strategyId,
  );
}

function shownOn(version: StrategyVersion, day: string): StrategyVersionType & { strategyId: string } {
  const { id, strategyId, number, narrative, weight, approvedAt, approvedById } = version;
  const validFrom = version.validFrom === SINCE_EVER ? null : version.validFrom;
  const validTo = version.validTo === FOR_EVER ? null : version.validTo;
  const state = stateOn(version, day);
  return { id, strategyId, number, state, narrative, weight, validFrom, validTo, approvedAt, approvedById };
}

function stateOn(version: StrategyVersion, day: string): VersionState {
  if (version.approvedAt === null) return VersionState.DRAFT;
  if (!everHolds(version)) return VersionState.REPLACED;
  if (holdsOn(version, day)) return VersionState.IN_FORCE;
  return day < version.validFrom ? VersionState.UPCOMING : VersionState.ENDED;
}
