import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import DataLoader from 'dataloader';
import type { StrategyDay } from '../../direction/requirements.queries.js';
import { groupedBy } from '../../platform/grouped-by.js';
import { benchesOf, criticalRolesSeenBy } from './critical-roles.queries.js';
import type { BenchStrengthType, CriticalRoleType } from './critical-roles.types.js';

export function createCriticalRoleLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    /** Statement on a day -> its critical roles that the viewer may see. */
    criticalRoles: new DataLoader<StrategyDay, readonly CriticalRoleType[], string>(
      async (asked) => {
        const days = groupedBy(asked, ({ day }) => day);
        const found = new Map<string, readonly CriticalRoleType[]>();
        for (const [day, keys] of days) {
          const strategyIds = keys.map(({ strategyId }) => strategyId);
          // oxlint-disable-next-line no-await-in-loop
          const roles = await reads.read((tx) => criticalRolesSeenBy(tx, viewer, { strategyIds, day }));
          for (const [strategyId, own] of groupedBy(roles, (role) => role.strategyId))
            found.set(`${strategyId} ${day}`, own);
        }
        return asked.map(({ strategyId, day }) => found.get(`${strategyId} ${day}`) ?? []);
      },
      { cacheKeyFn: ({ strategyId, day }) => `${strategyId} ${day}` },
    ),
    /** A critical role on its day -> who could fill it; null: not for this viewer. */
    bench: new DataLoader<CriticalRoleType, BenchStrengthType | null, string>(
      (roles) => reads.read((tx) => benchesOf(tx, viewer, roles)),
      { cacheKeyFn: ({ id, day }) => `${id} ${day}` },
    ),
  };
}
