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
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requireCohort } from '../../programs/programs.queries.js';
import { entriesOf } from '../library/library.queries.js';
import { requirePerson } from '../../directory/people.queries.js';
import { holdAction, holdGoal } from '../review/held-parts.js';
import { actionWithin } from '../plan-contents.queries.js';
import { tell, tellReviewer } from '../review/plan-mail.js';
import { requireAllowed } from '../review/plan-states.js';
import type { AddPlanActionArgs, ChangePlanActionArgs, RecordPlanProgressArgs } from '../plans.inputs.js';
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
      await requireOrigin(tx, viewer, goal, action);
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

  /** @throws UseCaseError CONFLICT while the plan is being reviewed or when it is completed; INVALID_INPUT for a template's words */
  change(viewer: Viewer, { actionId, title, ...given }: ChangePlanActionArgs): Promise<PlanActionType> {
    const { organizationId } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const { plan } = await holdAction(tx, viewer, actionId);
      requireAllowed(plan.status, 'changePlanAction');
      const action = await tx.findOneByOrFail(PlanAction, { organizationId, id: actionId });
      const { linked } = await tx.findOneByOrFail(PlanGoal, { organizationId, id: action.goalId });
      if (title && linked && action.templateActionId !== null)
        throw new UseCaseError(
          'INVALID_INPUT',
          "This action reads a program's template; unlink its goal first.",
        );
      if (given.supportFromId) await requirePerson(tx, viewer, given.supportFromId);
      const set = saidOf({ ...given, ...(title && { title }) });
      if (Object.keys(set).length > 0) await tx.update(PlanAction, { organizationId, id: actionId }, set);
      const before = action.supportFromId;
      const now = Object.assign(action, set);
      if (now.supportFromId !== null && now.supportFromId !== before)
        await tell(tx, viewer, plan, {
          to: now.supportFromId,
          news: 'SUPPORT',
          text: now.supportWanted ?? now.title,
        });
      return actionWithin(tx, viewer, plan.id, actionId);
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

/** What was given; what was not stays. */
const saidOf = (given: Partial<PlanAction>): Partial<PlanAction> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** @throws UseCaseError NOT_FOUND for an entry of the library or a cohort that is not there */
async function requireOrigin(
  tx: EntityManager,
  viewer: Viewer,
  { capabilityId }: PlanGoal,
  { developmentActionId, cohortId }: Pick<AddPlanActionArgs, 'developmentActionId' | 'cohortId'>,
): Promise<void> {
  if (cohortId) await requireCohort(tx, viewer, cohortId);
  if (!developmentActionId) return;
  const entries = capabilityId === null ? [] : await entriesOf(tx, viewer, capabilityId);
  if (!entries.some(({ id }) => id === developmentActionId))
    throw new UseCaseError(
      'NOT_FOUND',
      `No development action ${developmentActionId} for this goal's capability`,
    );
}
