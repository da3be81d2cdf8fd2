import { Injectable } from '@nestjs/common';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { plansWaitingFor } from '../review/plan-access.queries.js';
import {
  designedFor,
  goalsWithoutActions,
  neglectedCapabilities,
  plansByStatus,
  stuckPlans,
  teamOf,
} from './overview.queries.js';
import type { PlanOverviewType, TeamPlanType } from './overview.types.js';

@Injectable()
export class OverviewService {
  /** Of the executives for whom the viewer designs. */
  overview(viewer: Viewer, reads: ReadSession): Promise<PlanOverviewType> {
    return reads.read(async (tx) => {
      const ids = await designedFor(tx, viewer);
      const byStatus = await plansByStatus(tx, viewer, ids);
      // At most one plan of an executive is open.
      const open = byStatus.reduce(
        (sum, { status, plans }) => (status === 'COMPLETED' ? sum : sum + plans),
        0,
      );
      return {
        asOf: viewer.today,
        executives: ids.length,
        withoutPlan: ids.length - open,
        byStatus,
        stuck: await stuckPlans(tx, viewer, ids),
        goalsWithoutActions: await goalsWithoutActions(tx, viewer, ids),
        neglected: await neglectedCapabilities(tx, viewer, ids),
      };
    });
  }

  /** Of the viewer's direct reports. */
  team(viewer: Viewer, reads: ReadSession): Promise<readonly TeamPlanType[]> {
    return reads.read(async (tx) => {
      const waiting = await plansWaitingFor(tx, viewer).getMany();
      const forMe = new Set(waiting.map(({ executiveId }) => executiveId));
      const team = await teamOf(tx, viewer);
      return team.map((member) => ({ ...member, waitsForMe: forMe.has(member.executiveId) }));
    });
  }
}
