import type { Viewer } from '@alidade/access';
import type { PlacementReasons } from '@alidade/cohorts';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import DataLoader from 'dataloader';
import { keyOf, unplacedOfRuns, whyInPlans } from './plans.queries.js';
import type { InPlan } from './plans.queries.js';

export function createPlanLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    /** Run id -> candidates without a seat. */
    unplacedOfRun: new DataLoader<string, readonly string[]>(async (ids) => {
      const unplaced = await reads.read((tx) => unplacedOfRuns(tx, viewer, ids));
      return ids.map((id) => unplaced.get(id) ?? []);
    }),
    /** Somebody in the plan of a run -> why there, and where else. */
    whyInPlan: new DataLoader<InPlan, PlacementReasons, string>(
      async (asked) => {
        const why = await reads.read((tx) => whyInPlans(tx, viewer, asked));
        return asked.map(
          (each) => why.get(keyOf(each)) ?? new UseCaseError('NOT_FOUND', `No run ${each.runId}`),
        );
      },
      { cacheKeyFn: keyOf },
    ),
  };
}
