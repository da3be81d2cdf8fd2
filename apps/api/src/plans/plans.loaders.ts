import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import DataLoader from 'dataloader';
import { plansSeenBy } from './review/plan-access.queries.js';
import { contentsOf } from './plan-contents.queries.js';
import { proposalsFor } from './library/library.queries.js';
import type { ProposedActionType } from './library/library.types.js';
import { templatesOf } from './templates/templates.queries.js';
import type { PlanTemplateType } from './templates/templates.types.js';
import { groupedBy } from '../platform/grouped-by.js';
import { shown } from './plans.service.js';
import type { CapabilityPlanType, PlanContents } from './plans.types.js';

export function createPlanLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    /** Plan id -> all that it holds; ask it only for plans that the viewer sees. */
    planContents: new DataLoader<string, PlanContents>(async (ids) => {
      const found = await reads.read((tx) => contentsOf(tx, viewer, ids));
      return ids.map((id) => found.get(id) ?? new UseCaseError('NOT_FOUND', `No plan ${id}`));
    }),
    /** Goal id -> what could be done for it; ask it only for goals of plans that the viewer sees. */
    proposedActions: new DataLoader<string, readonly ProposedActionType[]>(async (ids) => {
      const rows = groupedBy(await reads.read((tx) => proposalsFor(tx, viewer, ids)), ({ goalId }) => goalId);
      return ids.map((id) => rows.get(id) ?? []);
    }),
    /** Program id -> its template; null: it has none. */
    planTemplate: new DataLoader<string, PlanTemplateType | null>(async (ids) => {
      const templates = await reads.read((tx) => templatesOf(tx, viewer, ids));
      return ids.map((id) => templates.get(id) ?? null);
    }),
    /** Executive id -> their plan that is not completed, else the last completed, when the viewer may see it. */
    planOfExecutive: new DataLoader<string, CapabilityPlanType | null>(async (executiveIds) => {
      const plans = await reads.read((tx) =>
        plansSeenBy(tx, viewer)
          .andWhere('plan.executive_id = ANY(:executiveIds)', { executiveIds })
          .orderBy('plan.completed_on', 'ASC', 'NULLS LAST')
          .addOrderBy('plan.recorded_at')
          .getMany(),
      );
      const last = new Map(plans.map((plan) => [plan.executiveId, shown(plan)]));
      return executiveIds.map((id) => last.get(id) ?? null);
    }),
  };
}
