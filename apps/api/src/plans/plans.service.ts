import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import { CapabilityPlan, inOrganization, PlanGoal, PlanStatus, updateGuarded } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requireExecutive } from '../directory/executives.queries.js';
import { requirePerson } from '../directory/people.queries.js';
import { needsOf } from './goals/needs.queries.js';
import {
  KEEPS_PLANS,
  lockPlan,
  plansSeenBy,
  plansWaitingFor,
  requireKeeper,
  requireReviewer,
} from './review/plan-access.queries.js';
import type { HeldPlan } from './review/plan-access.queries.js';
import { awaitPlanDay } from './review/plan-days.js';
import { addEntry } from './review/plan-history.js';
import { tellOwner, tellReviewer } from './review/plan-mail.js';
import { requireAllowed, TRANSITIONS } from './review/plan-states.js';
import type { Transition } from './review/plan-states.js';
import type {
  CommentOnPlanArgs,
  NamePlanReviewerArgs,
  PlanMoveArgs,
  SetPlanGoalsArgs,
} from './plans.inputs.js';
import type { CapabilityPlanType } from './plans.types.js';
import { carryForward } from './goals/carry-forward.js';
import { keepCopies } from './templates/keep-copies.js';
import { followSeats } from './templates/template-links.js';
import { withContents } from './plan-contents.queries.js';
import { proposeGoals } from './goals/propose-goals.js';
import { setGoals } from './goals/set-goals.js';

@Injectable()
export class PlansService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The viewer's own: the one that is not completed, else the last completed; null when there was none. */
  own(viewer: Viewer, reads: ReadSession): Promise<CapabilityPlanType | null> {
    return reads.read(async (tx) => {
      const found = await withContents(
        plansSeenBy(tx, viewer)
          .andWhere('owner.person_id = :self', { self: viewer.personId })
          .orderBy('plan.completed_on', 'DESC', 'NULLS FIRST')
          .addOrderBy('plan.recorded_at', 'DESC')
          .limit(1),
      );
      return found && Object.assign(shown(found.plan), { contents: found.contents });
    });
  }

  /** @throws UseCaseError NOT_FOUND when it is absent or not the viewer's to see */
  one(viewer: Viewer, reads: ReadSession, id: string): Promise<CapabilityPlanType> {
    return reads.read(async (tx) => {
      const found = await withContents(plansSeenBy(tx, viewer).andWhere('plan.id = :id', { id }));
      if (!found) throw new UseCaseError('NOT_FOUND', `No plan ${id}`);
      return Object.assign(shown(found.plan), { contents: found.contents });
    });
  }

  /** Those that wait for this viewer's review, the longest waiting first. */
  toReview(viewer: Viewer, reads: ReadSession): Promise<readonly CapabilityPlanType[]> {
    return reads.read(async (tx) => (await plansWaitingFor(tx, viewer).getMany()).map(shown));
  }

  /**
   * A draft with the goals that close the gaps that matter most.
   * @throws UseCaseError NOT_FOUND for an executive out of reach; CONFLICT when a plan is open already, or the person is
   *         no executive today
   */
  start(viewer: Viewer, executiveId: string): Promise<CapabilityPlanType> {
    const { organizationId, today } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const executive = await requireExecutive(tx, viewer, executiveId, KEEPS_PLANS);
      await requireNoneOpen(tx, viewer, executiveId);
      const needs = await needsOf(tx, viewer, executiveId, today);
      if (needs.required === null)
        throw new UseCaseError('CONFLICT', 'Plans are for executives; this person is none today.');
      const days = { startedOn: today, statusSince: today };
      const row = await tx.save(CapabilityPlan, { organizationId, executiveId, ...days });
      const plan = Object.assign(row, { executive });
      await addEntry(tx, plan, { act: 'STARTED', personId: viewer.personId });
      await awaitPlanDay(tx, organizationId, today);
      await carryForward(tx, plan, needs);
      await proposeGoals(tx, viewer, plan, needs);
      await followSeats(tx, viewer, plan.id);
      await tellOwner(tx, viewer, plan, { news: 'STARTED' });
      const { version } = await tx.findOneByOrFail(CapabilityPlan, { organizationId, id: plan.id });
      return shown(Object.assign(plan, { version }));
    });
  }

  /** @throws UseCaseError CONFLICT while it is being reviewed, when completed, or when stale */
  setGoals(
    viewer: Viewer,
    { planId, expectedVersion, goals }: SetPlanGoalsArgs,
  ): Promise<CapabilityPlanType> {
    return inOrganization(this.db, viewer, async (tx) => {
      const held = await lockPlan(tx, viewer, planId);
      requireKeeper(held);
      requireAllowed(held.plan.status, 'setPlanGoals');
      const plan = await changed(tx, held.plan, { expectedVersion, set: {} });
      await setGoals(tx, viewer, plan, goals);
      await addEntry(tx, plan, { act: 'GOALS_SET', personId: viewer.personId });
      if (plan.status === PlanStatus.ACTIVE) await tellReviewer(tx, viewer, plan, { news: 'GOALS_SET' });
      return shown(plan);
    });
  }

  /** @throws UseCaseError INVALID_INPUT for a plan without goals */
  submit(viewer: Viewer, move: PlanMoveArgs): Promise<CapabilityPlanType> {
    return this.move(viewer, 'submitPlan', move, async (tx, held) => {
      requireKeeper(held);
      const { organizationId, id } = held.plan;
      if (!(await tx.existsBy(PlanGoal, { organizationId, planId: id })))
        throw new UseCaseError('INVALID_INPUT', 'A plan needs at least one goal before it is reviewed.');
    });
  }

  /** @throws UseCaseError FORBIDDEN for the plan's own executive */
  approve(viewer: Viewer, move: PlanMoveArgs): Promise<CapabilityPlanType> {
    return this.move(viewer, 'approvePlan', move, async (_tx, held) => requireReviewer(held));
  }

  /** @throws UseCaseError FORBIDDEN for the plan's own executive */
  return(viewer: Viewer, move: PlanMoveArgs): Promise<CapabilityPlanType> {
    return this.move(viewer, 'returnPlan', move, async (_tx, held) => requireReviewer(held));
  }

  complete(viewer: Viewer, move: PlanMoveArgs): Promise<CapabilityPlanType> {
    return this.move(viewer, 'completePlan', move, async (_tx, held) => requireKeeper(held));
  }

  /** @throws UseCaseError FORBIDDEN for the plan's own executive; INVALID_INPUT when they are named */
  nameReviewer(viewer: Viewer, args: NamePlanReviewerArgs): Promise<CapabilityPlanType> {
    const { id, expectedVersion, reviewerId = null } = args;
    return inOrganization(this.db, viewer, async (tx) => {
      const held = await lockPlan(tx, viewer, id);
      requireReviewer(held);
      requireAllowed(held.plan.status, 'namePlanReviewer');
      if (reviewerId === held.plan.executive.personId)
        throw new UseCaseError('INVALID_INPUT', 'Nobody reviews their own plan.');
      if (reviewerId !== null) await requirePerson(tx, viewer, reviewerId);
      const plan = await changed(tx, held.plan, { expectedVersion, set: { reviewerId } });
      await addEntry(tx, plan, { act: 'REVIEWER_NAMED', personId: viewer.personId });
      if (plan.status === PlanStatus.WAITING_FOR_REVIEW)
        await tellReviewer(tx, viewer, plan, { news: 'SUBMITTED' });
      return shown(plan);
    });
  }

  /** By whoever sees the plan, in any status. */
  comment(viewer: Viewer, { id, comment }: CommentOnPlanArgs): Promise<CapabilityPlanType> {
    return inOrganization(this.db, viewer, async (tx) => {
      const { plan, rights } = await lockPlan(tx, viewer, id);
      await addEntry(tx, plan, { act: 'COMMENTED', personId: viewer.personId, comment });
      const telling = { news: 'COMMENTED', text: comment } as const;
      await (rights.own ? tellReviewer : tellOwner)(tx, viewer, plan, telling);
      return shown(plan);
    });
  }

  /** Access, then the rule of the status, then the change with its line of history and its mail. */
  private move(
    viewer: Viewer,
    operation: Transition,
    { id, expectedVersion, comment = null }: PlanMoveArgs,
    require: (tx: EntityManager, held: HeldPlan) => Promise<void>,
  ): Promise<CapabilityPlanType> {
    const { to, act } = TRANSITIONS[operation];
    return inOrganization(this.db, viewer, async (tx) => {
      const held = await lockPlan(tx, viewer, id);
      await require(tx, held);
      requireAllowed(held.plan.status, operation);
      const completedOn = to === PlanStatus.COMPLETED ? viewer.today : null;
      const set = { status: to, statusSince: viewer.today, completedOn };
      const plan = await changed(tx, held.plan, { expectedVersion, set });
      if (to === PlanStatus.COMPLETED) await keepCopies(tx, plan, viewer.today);
      await addEntry(tx, plan, { act, personId: viewer.personId, comment });
      if (to === PlanStatus.WAITING_FOR_REVIEW) await awaitPlanDay(tx, viewer.organizationId, viewer.today);
      const tellThem = to === PlanStatus.WAITING_FOR_REVIEW ? tellReviewer : tellOwner;
      await tellThem(tx, viewer, plan, { news: act, text: comment });
      return shown(plan);
    });
  }
}

/** With its executive, as it now stands. */
async function changed(
  tx: EntityManager,
  plan: CapabilityPlan,
  change: {
    readonly expectedVersion: number;
    readonly set: Partial<Pick<CapabilityPlan, 'status' | 'statusSince' | 'completedOn' | 'reviewerId'>>;
  },
): Promise<CapabilityPlan> {
  const { executive } = plan;
  return Object.assign(await updateGuarded(tx, CapabilityPlan, plan, change), { executive });
}

export function shown(plan: CapabilityPlan): CapabilityPlanType {
  const { id, executiveId, executive, status, version, startedOn, statusSince, completedOn } = plan;
  const { personId } = executive;
  return { id, executiveId, personId, status, version, startedOn, statusSince, completedOn };
}

async function requireNoneOpen(
  tx: EntityManager,
  { organizationId }: Viewer,
  executiveId: string,
): Promise<void> {
  const open = await tx
    .createQueryBuilder(CapabilityPlan, 'plan')
    .where(`plan.organization_id = :organizationId AND plan.executive_id = :executiveId`)
    .andWhere(`plan.status <> 'COMPLETED'`)
    .setParameters({ organizationId, executiveId })
    .getOne();
  if (open)
    throw new UseCaseError(
      'CONFLICT',
      `There is a plan already, which is ${open.status}; complete it first.`,
    );
}
