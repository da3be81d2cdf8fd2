import { PlanGoal, PlanGoalReason } from '@alidade/database';
import type { CapabilityPlan } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import type { Needs } from './needs.queries.js';

/** More than these wait: attention is what development lacks most. */
export const MOST_ACTIVE_GOALS = 3;

type PlanKey = Pick<CapabilityPlan, 'organizationId' | 'id'>;

/** What somebody says of a goal; the start level and the reasons are taken from what is known. */
export interface StatedGoal extends Pick<
  PlanGoal,
  'title' | 'capabilityId' | 'targetLevel' | 'dueOn' | 'success'
> {
  readonly carriedFromId?: string;
}

/** Where a goal of a template comes from. */
type Origin = Pick<PlanGoal, 'templateGoalId' | 'templateLinkId' | 'templateVersion' | 'linked'>;

/** Adds a goal with its start level and its reasons as of the day of `needs`. @returns its id */
export async function insertGoal(
  tx: EntityManager,
  { organizationId, id: planId }: PlanKey,
  goal: StatedGoal & Pick<PlanGoal, 'position'> & Partial<Origin>,
  needs: Needs,
): Promise<string> {
  const start = frozenStart(goal.capabilityId, needs);
  const { id } = await tx.save(PlanGoal, { organizationId, planId, state: 'WAITING', ...goal, ...start });
  await insertReasons(tx, { organizationId, id }, goal.capabilityId, needs);
  return id;
}

/** Says something else of a goal; with another capability it starts anew. */
export async function changeGoal(
  tx: EntityManager,
  before: PlanGoal,
  goal: StatedGoal & Pick<PlanGoal, 'position'>,
  needs: Needs,
): Promise<void> {
  const { organizationId, id } = before;
  const isOther = before.capabilityId !== goal.capabilityId;
  await tx.update(
    PlanGoal,
    { organizationId, id },
    { ...goal, ...(isOther && frozenStart(goal.capabilityId, needs)) },
  );
  if (!isOther) return;
  await tx.delete(PlanGoalReason, { organizationId, goalId: id });
  await insertReasons(tx, before, goal.capabilityId, needs);
}

const frozenStart = (
  capabilityId: string | null,
  { levels, day }: Needs,
): Pick<PlanGoal, 'startLevel' | 'startEvidenceId' | 'setOn'> => {
  const known = capabilityId === null ? undefined : levels.get(capabilityId);
  return { startLevel: known?.level ?? null, startEvidenceId: known?.evidenceId ?? null, setOn: day };
};

async function insertReasons(
  tx: EntityManager,
  { organizationId, id: goalId }: Pick<PlanGoal, 'organizationId' | 'id'>,
  capabilityId: string | null,
  { required, weights }: Needs,
): Promise<void> {
  const reasons = (capabilityId !== null && required?.get(capabilityId)?.reasons) || [];
  if (reasons.length === 0) return;
  await tx.insert(
    PlanGoalReason,
    reasons.map(({ statementId, requirement, gap, priority }) => ({
      organizationId,
      goalId,
      requirementId: requirement.id,
      strategyId: statementId,
      strategyWeight: weights.get(statementId) ?? 0,
      gap,
      points: priority,
    })),
  );
}

/** The first three that are not closed are active, the others wait. */
export async function settleGoals(tx: EntityManager, { organizationId, id }: PlanKey): Promise<void> {
  await tx.query(
    `UPDATE plan_goal SET state = placed.state
     FROM (SELECT id, CASE WHEN row_number() OVER (ORDER BY position, id) <= $3 THEN 'ACTIVE' ELSE 'WAITING' END AS state
           FROM plan_goal WHERE organization_id = $1 AND plan_id = $2 AND state <> 'CLOSED') AS placed
     WHERE plan_goal.organization_id = $1 AND plan_goal.id = placed.id AND plan_goal.state <> placed.state`,
    [organizationId, id, MOST_ACTIVE_GOALS],
  );
}

/** Goals of a plan in their order; `hasEvidence`: an action of theirs has some, so they are not dropped. */
export async function goalsOf(
  tx: EntityManager,
  { organizationId, id }: PlanKey,
): Promise<readonly { readonly goal: PlanGoal; readonly hasEvidence: boolean }[]> {
  const goals = await tx.find(PlanGoal, {
    where: { organizationId, planId: id },
    order: { position: 'ASC', id: 'ASC' },
  });
  const rows: { goalId: string }[] = await tx.query(
    `SELECT DISTINCT action.goal_id AS "goalId" FROM plan_action AS action
     JOIN plan_evidence AS evidence ON evidence.organization_id = $1 AND evidence.action_id = action.id
     WHERE action.organization_id = $1 AND action.goal_id = ANY($2)`,
    [organizationId, goals.map((goal) => goal.id)],
  );
  const proven = new Set(rows.map(({ goalId }) => goalId));
  return goals.map((goal) => ({ goal, hasEvidence: proven.has(goal.id) }));
}
