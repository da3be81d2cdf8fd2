import { PlanAct, PlanStatus } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';

const { DRAFT, WAITING_FOR_REVIEW, ACTIVE, COMPLETED } = PlanStatus;

/** What changes a plan's status, named as the operations are. */
export const TRANSITIONS = {
  submitPlan: { from: DRAFT, to: WAITING_FOR_REVIEW, act: PlanAct.SUBMITTED },
  approvePlan: { from: WAITING_FOR_REVIEW, to: ACTIVE, act: PlanAct.APPROVED },
  returnPlan: { from: WAITING_FOR_REVIEW, to: DRAFT, act: PlanAct.RETURNED },
  completePlan: { from: ACTIVE, to: COMPLETED, act: PlanAct.COMPLETED },
} as const;
export type Transition = keyof typeof TRANSITIONS;

/** What leaves the status as it is, and where it may be done: what is being reviewed stands still, work goes on. */
const EDITS = {
  setPlanGoals: [DRAFT, ACTIVE],
  closePlanGoal: [ACTIVE],
  unlinkPlanGoal: [DRAFT, ACTIVE],
  addPlanAction: [DRAFT, ACTIVE],
  changePlanAction: [DRAFT, ACTIVE],
  recordPlanProgress: [DRAFT, WAITING_FOR_REVIEW, ACTIVE],
  namePlanReviewer: [DRAFT, WAITING_FOR_REVIEW, ACTIVE],
} as const satisfies Readonly<Record<string, readonly PlanStatus[]>>;
export type PlanEdit = keyof typeof EDITS;

const ALLOWED: Readonly<Record<string, readonly PlanStatus[]>> = {
  ...Object.fromEntries(Object.entries(TRANSITIONS).map(([name, { from }]) => [name, [from]])),
  ...EDITS,
};

/** The operations that a plan of this status allows, whoever asks. */
export const allowedIn = (status: PlanStatus): readonly string[] =>
  Object.entries(ALLOWED).flatMap(([name, statuses]) => (statuses.includes(status) ? [name] : []));

/** @throws UseCaseError CONFLICT naming what is allowed instead */
export function requireAllowed(status: PlanStatus, operation: Transition | PlanEdit): void {
  const allowed = allowedIn(status);
  if (allowed.includes(operation)) return;
  const instead = allowed.length > 0 ? `it allows ${allowed.join(', ')}` : 'it allows nothing any more';
  throw new UseCaseError(
    'CONFLICT',
    `This plan is ${status}, which does not allow ${operation}; ${instead}.`,
  );
}
