import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../platform/grouped-by.js';
import { strategiesSeenBy } from './direction.queries.js';
import type { RequirementType, StrategyType, StrategyVersionType } from './direction.types.js';
import { keyOf, requirementsInForce, requirementsOfVersions } from './requirements.queries.js';
import type { StrategyDay } from './requirements.queries.js';
import { versionsOf } from './versions.queries.js';

/** Which statement; on which day, null: now. */
type StrategyAsOf = Pick<StrategyType, 'id' | 'day'>;
const asOfKey = ({ id, day }: StrategyAsOf): string => `${id} ${day}`;

/** @param keys  of one day */
const strategiesOf = (
  tx: EntityManager,
  viewer: Viewer,
  keys: readonly StrategyAsOf[],
): Promise<StrategyType[]> =>
  strategiesSeenBy(tx, viewer, { ids: keys.map(({ id }) => id), asOf: keys[0]?.day ?? null });

export function createDirectionLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    /** A statement -> as it is now, or as its approved version in force on a day had it. */
    strategy: new DataLoader<StrategyAsOf, StrategyType, string>(
      async (asked) => {
        const byDay = groupedBy(asked, ({ day }) => String(day));
        const found = await reads.read((tx) =>
          Promise.all([...byDay.values()].map((keys) => strategiesOf(tx, viewer, keys))),
        );
        const strategies = new Map(found.flat().map((strategy) => [asOfKey(strategy), strategy]));
        return asked.map(
          (key) => strategies.get(asOfKey(key)) ?? new UseCaseError('NOT_FOUND', `No strategy ${key.id}`),
        );
      },
      { cacheKeyFn: asOfKey },
    ),
    /** Strategy id -> all its versions, the first recorded first. */
    versions: new DataLoader<string, readonly StrategyVersionType[]>(async (ids) => {
      const versions = await reads.read((tx) => versionsOf(tx, viewer, ids));
      return ids.map((id) => versions.get(id) ?? []);
    }),
    /** Version id -> what it requires. */
    requirementsOfVersion: new DataLoader<string, readonly RequirementType[]>(async (ids) => {
      const requirements = await reads.read((tx) => requirementsOfVersions(tx, viewer, ids));
      return ids.map((id) => requirements.get(id) ?? []);
    }),
    /** A statement on a day -> what its approved version in force then required; nothing where none was. */
    requirementsInForce: new DataLoader<StrategyDay, readonly RequirementType[], string>(
      async (asked) => {
        const requirements = await reads.read((tx) => requirementsInForce(tx, viewer, asked));
        return asked.map((key) => requirements.get(keyOf(key)) ?? []);
      },
      { cacheKeyFn: keyOf },
    ),
  };
}
