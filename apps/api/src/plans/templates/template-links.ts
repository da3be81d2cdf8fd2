import { CapabilityPlan, PlanAction, PlanGoal, PlanTemplateLink, updateGuarded } from '@alidade/database';
import { addMonths } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { insertGoal, settleGoals } from '../goals/goal-writes.js';
import { needsOf } from '../goals/needs.queries.js';
import { addEntry } from '../review/plan-history.js';
import { templatesOf } from './templates.queries.js';
import type { PlanTemplateGoalType, PlanTemplateType } from './templates.types.js';

/** On whose behalf, and on which day. */
interface Scope {
  readonly organizationId: string;
  readonly today: string;
}

interface Missing {
  readonly planId: string;
  readonly programId: string;
  readonly cohortId: string;
  readonly from: string;
}

/** Open plans of people with a seat, where the template of its program has not come in yet, nor was it taken out. */
const MISSING = `
  SELECT DISTINCT ON (plan.id, template.id) plan.id AS "planId", template.program_id AS "programId",
    cohort.id AS "cohortId", program.title || ': ' || cohort.name AS from
  FROM capability_plan AS plan
  JOIN enrollment AS seat ON seat.organization_id = $1 AND seat.executive_id = plan.executive_id
    AND seat.status = 'CONFIRMED'
  JOIN cohort ON cohort.organization_id = $1 AND cohort.id = seat.cohort_id
    AND cohort.status IN ('PLANNED', 'OPEN', 'RUNNING')
  JOIN program ON program.organization_id = $1 AND program.id = cohort.program_id
  JOIN plan_template AS template ON template.organization_id = $1 AND template.program_id = program.id
  WHERE plan.organization_id = $1 AND plan.status <> 'COMPLETED' AND ($2::uuid IS NULL OR plan.id = $2)
    AND NOT EXISTS (SELECT FROM plan_template_link AS link WHERE link.organization_id = $1 AND link.plan_id = plan.id
      AND link.template_id = template.id AND (link.ended_on IS NULL OR link.cohort_id = cohort.id))
  ORDER BY plan.id, template.id, cohort.starts_on, cohort.id`;

/** Links of open plans whose executive no longer has a seat in any cohort of the program, nor has completed one. */
const ENDED = `
  SELECT link.id AS "linkId", link.plan_id AS "planId", program.title AS from
  FROM plan_template_link AS link
  JOIN plan_template AS template ON template.organization_id = $1 AND template.id = link.template_id
  JOIN program ON program.organization_id = $1 AND program.id = template.program_id
  JOIN capability_plan AS plan ON plan.organization_id = $1 AND plan.id = link.plan_id AND plan.status <> 'COMPLETED'
  WHERE link.organization_id = $1 AND link.ended_on IS NULL AND NOT EXISTS (
    SELECT FROM enrollment AS seat JOIN cohort ON cohort.organization_id = $1 AND cohort.id = seat.cohort_id
    WHERE seat.organization_id = $1 AND seat.executive_id = plan.executive_id
      AND cohort.program_id = template.program_id AND seat.status IN ('CONFIRMED', 'COMPLETED'))`;

/**
 * Makes open plans what seats in programs say: the goals of the program's template come with a seat; when it is given
 * up those go that have no evidence, and the others stay as copies. Doing it twice changes nothing.
 * @param planId  only this one; null: all of the organization
 */
export async function followSeats(tx: EntityManager, scope: Scope, planId: string | null): Promise<void> {
  const { organizationId } = scope;
  const missing: Missing[] = await tx.query(MISSING, [organizationId, planId]);
  const templates = await templatesOf(
    tx,
    scope,
    missing.map(({ programId }) => programId),
  );
  for (const each of missing) {
    const template = templates.get(each.programId);
    // oxlint-disable-next-line no-await-in-loop -- one connection
    if (template && template.goals.length > 0) await bring(tx, scope, each, template);
  }
  if (planId !== null) return;
  const ended: { linkId: string; planId: string; from: string }[] = await tx.query(ENDED, [organizationId]);
  // oxlint-disable-next-line no-await-in-loop -- one connection
  for (const each of ended) await takeOut(tx, scope, each);
}

async function bring(
  tx: EntityManager,
  { organizationId, today }: Scope,
  { planId, cohortId, from }: Missing,
  template: PlanTemplateType,
): Promise<void> {
  const plan = await lockOpen(tx, organizationId, planId);
  if (!plan) return;
  const link = await tx.save(PlanTemplateLink, {
    organizationId,
    planId,
    templateId: template.id,
    cohortId,
    linkedOn: today,
  });
  await addTemplateGoals(tx, { plan, link, today, version: template.version }, template.goals);
  const now = await touched(tx, plan);
  await addEntry(tx, now, { act: 'TEMPLATE_GOALS_ADDED', personId: null, comment: from });
}

interface Place {
  readonly plan: CapabilityPlan;
  readonly link: Pick<PlanTemplateLink, 'id'>;
  readonly today: string;
  /** Of the template. */
  readonly version: number;
}

/** Goals of a template behind those of a plan that this transaction has locked. */
export async function addTemplateGoals(
  tx: EntityManager,
  { plan, link, today, version }: Place,
  goals: readonly PlanTemplateGoalType[],
): Promise<void> {
  const { organizationId } = plan;
  const needs = await needsOf(tx, plan, plan.executiveId, today);
  const [last]: { position: number }[] = await tx.query(
    `SELECT coalesce(max(position), 0) AS position FROM plan_goal WHERE organization_id = $1 AND plan_id = $2`,
    [organizationId, plan.id],
  );
  for (const [i, { id, title, capabilityId, targetLevel, dueAfterMonths, actions }] of goals.entries()) {
    const stated = { title, capabilityId, targetLevel, success: null, dueOn: dueFrom(today, dueAfterMonths) };
    const origin = { templateGoalId: id, templateLinkId: link.id, templateVersion: version, linked: true };
    const position = (last?.position ?? 0) + i + 1;
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const goalId = await insertGoal(tx, plan, { ...stated, ...origin, position }, needs);
    const rows = actions.map((action, place) => ({
      organizationId,
      goalId,
      position: place + 1,
      kind: action.kind,
      title: action.title,
      statusSince: today,
      dueOn: dueFrom(today, action.dueAfterMonths),
      templateActionId: action.id,
    }));
    // oxlint-disable-next-line no-await-in-loop -- one connection
    if (rows.length > 0) await tx.insert(PlanAction, rows);
  }
  await settleGoals(tx, plan);
}

const dueFrom = (day: string, months: number | null): string | null =>
  months === null ? null : addMonths(day, months);

async function takeOut(
  tx: EntityManager,
  { organizationId, today }: Scope,
  { linkId, planId, from }: { readonly linkId: string; readonly planId: string; readonly from: string },
): Promise<void> {
  const plan = await lockOpen(tx, organizationId, planId);
  if (!plan) return;
  await removeWithoutEvidence(tx, organizationId, { column: 'template_link_id', id: linkId });
  await tx.update(PlanGoal, { organizationId, templateLinkId: linkId }, { linked: false });
  const kept = await tx.existsBy(PlanGoal, { organizationId, templateLinkId: linkId });
  // Without goals nothing remembers it, so that a new seat brings them again.
  await (kept
    ? tx.update(PlanTemplateLink, { organizationId, id: linkId }, { endedOn: today })
    : tx.delete(PlanTemplateLink, { organizationId, id: linkId }));
  await settleGoals(tx, plan);
  const now = await touched(tx, plan);
  await addEntry(tx, now, { act: 'TEMPLATE_GOALS_REMOVED', personId: null, comment: from });
}

/** Linked goals, except those that an action with evidence holds. */
export function removeWithoutEvidence(
  tx: EntityManager,
  organizationId: string,
  { column, id }: { readonly column: 'template_link_id' | 'template_goal_id'; readonly id: string },
): Promise<unknown> {
  return tx.query(
    `DELETE FROM plan_goal AS goal WHERE goal.organization_id = $1 AND goal.${column} = $2 AND goal.linked
       AND NOT EXISTS (SELECT FROM plan_action AS action JOIN plan_evidence AS evidence
         ON evidence.organization_id = $1 AND evidence.action_id = action.id
         WHERE action.organization_id = $1 AND action.goal_id = goal.id)`,
    [organizationId, id],
  );
}

/** Null when it was completed meanwhile. */
export async function lockOpen(
  tx: EntityManager,
  organizationId: string,
  planId: string,
): Promise<CapabilityPlan | null> {
  await tx.query('SELECT FROM capability_plan WHERE organization_id = $1 AND id = $2 FOR UPDATE', [
    organizationId,
    planId,
  ]);
  const plan = await tx.findOneBy(CapabilityPlan, { organizationId, id: planId });
  return plan && plan.status !== 'COMPLETED' ? plan : null;
}

/** Whoever edits it on what they saw before is told so. */
export const touched = (tx: EntityManager, plan: CapabilityPlan): Promise<CapabilityPlan> =>
  updateGuarded(tx, CapabilityPlan, plan, { expectedVersion: plan.version, set: {} });
