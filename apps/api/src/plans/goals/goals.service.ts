import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import { CapabilityPlan, inOrganization, PlanGoal, PlanTemplateLink, updateGuarded } from '@alidade/database';
import type { PlanAct } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { shown } from '../plans.service.js';
import type { CapabilityPlanType } from '../plans.types.js';
import { holdGoal } from '../review/held-parts.js';
import { addEntry } from '../review/plan-history.js';
import { requireAllowed } from '../review/plan-states.js';
import type { PlanEdit } from '../review/plan-states.js';
import { settleGoals } from './goal-writes.js';

interface Change {
  readonly edit: PlanEdit;
  readonly act: PlanAct;
  readonly comment: string | null;
  readonly make: (tx: EntityManager, goal: PlanGoal) => Promise<void>;
}

@Injectable()
export class GoalsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Whatever became of it: the level says what, and the next goal gets the attention. */
  close(viewer: Viewer, goalId: string, comment: string | null): Promise<CapabilityPlanType> {
    return this.change(viewer, goalId, {
      edit: 'closePlanGoal',
      act: 'GOAL_CLOSED',
      comment,
      make: async (tx, { organizationId, id, state }) => {
        if (state === 'CLOSED') throw new UseCaseError('CONFLICT', 'This goal is closed already.');
        await tx.update(PlanGoal, { organizationId, id }, { state: 'CLOSED', closedOn: viewer.today });
      },
    });
  }

  /** It keeps the words it has now, and where it came from. */
  unlink(viewer: Viewer, goalId: string): Promise<CapabilityPlanType> {
    return this.change(viewer, goalId, {
      edit: 'unlinkPlanGoal',
      act: 'TEMPLATE_UNLINKED',
      comment: null,
      make: async (tx, { organizationId, id, linked, templateLinkId }) => {
        if (!linked || templateLinkId === null)
          throw new UseCaseError('CONFLICT', 'This goal reads no template.');
        await tx.update(PlanGoal, { organizationId, id }, { linked: false });
        if (await tx.existsBy(PlanGoal, { organizationId, templateLinkId, linked: true })) return;
        await tx.update(PlanTemplateLink, { organizationId, id: templateLinkId }, { endedOn: viewer.today });
      },
    });
  }

  private change(
    viewer: Viewer,
    goalId: string,
    { edit, act, comment, make }: Change,
  ): Promise<CapabilityPlanType> {
    const { organizationId, personId } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const { plan: before } = await holdGoal(tx, viewer, goalId);
      requireAllowed(before.status, edit);
      await make(tx, await tx.findOneByOrFail(PlanGoal, { organizationId, id: goalId }));
      await settleGoals(tx, before);
      const { executive, version } = before;
      const row = await updateGuarded(tx, CapabilityPlan, before, { expectedVersion: version, set: {} });
      const plan = Object.assign(row, { executive });
      await addEntry(tx, plan, { act, personId, comment });
      return shown(plan);
    });
  }
}
