import type { Viewer } from '@alidade/access';
import { UseCaseError } from '@alidade/errors';
import type { Loaders } from '../loaders.js';
import type { RequirementsArgs } from './direction.inputs.js';
import type { RequirementType, StrategyType } from './direction.types.js';
import { applyingTo } from './requirements.queries.js';

/**
 * What a statement requires: on a day, or as shown; of everybody, or of people of one leadership level.
 * @throws UseCaseError NOT_FOUND when the organization has no such leadership level
 */
export async function requirementsOf(
  viewer: Viewer,
  loaders: Loaders,
  strategy: StrategyType,
  { asOf, leadershipLevelId }: RequirementsArgs,
): Promise<readonly RequirementType[]> {
  const day = asOf ?? strategy.day;
  const requirements = await (day === null
    ? loaders.requirementsOfVersion.load(strategy.versionId)
    : loaders.requirementsInForce.load({ strategyId: strategy.id, day }));
  if (!leadershipLevelId) return requirements;
  const levels = await loaders.leadershipLevels.load(viewer.organizationId);
  if (!levels.some(({ id }) => id === leadershipLevelId))
    throw new UseCaseError('NOT_FOUND', `No leadership level ${leadershipLevelId}`);
  return applyingTo(requirements, leadershipLevelId);
}
