import type { Loaders } from '../../loaders.js';
import type { ReadinessChanges, ReadinessComparisonType } from './comparison.types.js';

export const changesOf = (
  loaders: Loaders,
  { strategy, population, from, to }: ReadinessComparisonType,
): Promise<ReadinessChanges> =>
  loaders.readinessChanges.load({ strategyId: strategy.id, population, from, to });
