import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import {
  EvidenceKind,
  inOrganization,
  PlanAction,
  PlanEvidence,
  PlanGoal,
  PlanGoalState,
} from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requirePerson } from '../../directory/people.queries.js';
import { lockPlan, requireKeeper } from '../review/plan-access.queries.js';
import type { HeldPlan } from '../review/plan-access.queries.js';
import { actionWithin } from '../plan-contents.queries.js';
import { tell, tellReviewer } from '../review/plan-mail.js';
import { requireAllowed } from '../review/plan-states.js';
import type { AddPlanActionArgs, RecordPlanProgressArgs } from '../plans.inputs.js';
import type { PlanActionType } from '../plans.types.js';

@Injectable()
export class ActionsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws UseCaseError CONFLICT while the plan is being reviewed or when it is completed, and for a closed goal */
  add(viewer: Viewer, { goalId, ...action }: AddPlanActionArgs): Promise<PlanActionType> {
    const { organizationId, today } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const { plan } = await holdGoal(tx, viewer, goalId);
      requireAllowed(plan.status, 'addPlanAction');
      const goal = await tx.findOneByOrFail(PlanGoal, { organizationId, id: goalId });
      if (goal.state === PlanGoalState.CLOSED)
        throw new UseCaseError('CONFLICT', 'This goal is closed and takes no more actions.');
      const supportFromId = action.supportFromId ?? null;
      if (supportFromId !== null) await requirePerson(tx, viewer, supportFromId);
      const position = 1 + (await tx.countBy(PlanAction, { organizationId, goalId }));
      const { id } = await tx.save(PlanAction, {
        ...action,
        organizationId,
        goalId,
        position,
        statusSince: today,
      });
      if (supportFromId !== null)
        await tell(tx, viewer, plan, {
          to: supportFromId,
          news: 'SUPPORT',
          text: action.supportWanted ?? action.title,
        });
      return actionWithin(tx, viewer, plan.id, id);
    });
  }

  /** @throws UseCaseError CONFLICT when the plan is completed */
  record(
    viewer: Viewer,
    { actionId, status, evidence, link }: RecordPlanProgressArgs,
  ): Promise<PlanActionType> {
    const { organizationId, personId: addedById, today } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const { plan } = await holdAction(tx, viewer, actionId);
      requireAllowed(plan.status, 'recordPlanProgress');
      await tx.query(
        `UPDATE plan_action SET status_since = CASE WHEN status = $3 THEN status_since ELSE $4 END, status = $3
         WHERE organization_id = $1 AND id = $2`,
        [organizationId, actionId, status, today],
      );
      const key = { organizationId, actionId, addedById };
      if (evidence) await tx.insert(PlanEvidence, { ...key, kind: EvidenceKind.TEXT, content: evidence });
      if (link) await tx.insert(PlanEvidence, { ...key, kind: EvidenceKind.LINK, content: link });
      if (evidence || link)
        await tellReviewer(tx, viewer, plan, {
          news: 'EVIDENCE',
          text: [evidence, link].filter(Boolean).join('\n'),
        });
      return actionWithin(tx, viewer, plan.id, actionId);
    });
  }
}

/**
 * The plan of a goal, locked.
 * @throws UseCaseError NOT_FOUND when there is no such goal in a plan that the viewer sees; FORBIDDEN for a coach
 */
async function holdGoal(
  tx: EntityManager,
  viewer: Viewer,
  goalId: string,
  absent = `No goal ${goalId}`,
): Promise<HeldPlan> {
  const { organizationId } = viewer;
  const goal = isUUID(goalId) ? await tx.findOneBy(PlanGoal, { organizationId, id: goalId }) : null;
  if (!goal) throw new UseCaseError('NOT_FOUND', absent);
  const held = await lockPlan(tx, viewer, goal.planId, absent);
  requireKeeper(held);
  return held;
}

/** The same of an action. */
async function holdAction(tx: EntityManager, viewer: Viewer, actionId: string): Promise<HeldPlan> {
  const { organizationId } = viewer;
  const absent = `No action ${actionId}`;
  const action = isUUID(actionId) ? await tx.findOneBy(PlanAction, { organizationId, id: actionId }) : null;
  if (!action) throw new UseCaseError('NOT_FOUND', absent);
  return holdGoal(tx, viewer, action.goalId, absent);
}
