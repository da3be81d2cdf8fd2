import { PlanTemplate, PlanTemplateVersion, TemplateAction, TemplateGoal } from '@alidade/database';
import type { Viewer } from '@alidade/access';
import { UseCaseError } from '@alidade/errors';
import type { EntityManager } from 'typeorm';
import { addTemplateGoals, lockOpen, removeWithoutEvidence, touched } from './template-links.js';
import { templatesOf } from './templates.queries.js';
import type { PlanTemplateGoalInput } from './templates.inputs.js';
import type { PlanTemplateType } from './templates.types.js';

/**
 * Makes a template that this transaction has locked what is listed, and keeps it as a version.
 * @throws UseCaseError NOT_FOUND naming unknown goals and actions by their paths; INVALID_INPUT for another capability
 */
export async function writeTemplate(
  tx: EntityManager,
  viewer: Viewer,
  template: PlanTemplate,
  inputs: readonly PlanTemplateGoalInput[],
): Promise<PlanTemplateType> {
  const { organizationId, personId } = viewer;
  const { id: templateId, version, programId } = template;
  const before = (await templatesOf(tx, viewer, [programId])).get(programId);
  requireKnown(before, inputs);
  await tx.update(TemplateGoal, { organizationId, templateId }, { retired: true });
  for (const [i, input] of inputs.entries())
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await writeGoal(tx, { organizationId, templateId, position: i + 1 }, input);
  const after = (await templatesOf(tx, viewer, [programId])).get(programId);
  if (!after) throw new Error('A template that was just written is not there');
  await tx.insert(PlanTemplateVersion, {
    organizationId,
    templateId,
    version,
    goals: [...after.goals],
    recordedById: personId,
  });
  return after;
}

function requireKnown(before: PlanTemplateType | undefined, inputs: readonly PlanTemplateGoalInput[]): void {
  const goals = new Map(before?.goals.map((goal) => [goal.id, goal]));
  const unknown = inputs.flatMap(({ id, actions }, i) => {
    const goal = id ? goals.get(id) : undefined;
    const known = new Set(goal?.actions.map((action) => action.id));
    return [
      ...(id && !goal ? [`goals.${i}.id: this template has no goal ${id}`] : []),
      ...actions.flatMap((action, j) =>
        action.id && !known.has(action.id)
          ? [`goals.${i}.actions.${j}.id: this goal has no action ${action.id}`]
          : [],
      ),
    ];
  });
  if (unknown.length > 0) throw new UseCaseError('NOT_FOUND', unknown.join('; '));
  const moved = inputs.flatMap(({ id, capabilityId }, i) => {
    const goal = id ? goals.get(id) : undefined;
    const isOther = goal && capabilityId !== undefined && capabilityId !== goal.capabilityId;
    const message = `goals.${i}.capabilityId: a goal keeps its capability; list a new one instead`;
    return isOther ? [{ path: `goals.${i}.capabilityId`, message }] : [];
  });
  if (moved.length > 0)
    throw new UseCaseError('INVALID_INPUT', moved.map(({ message }) => message).join('; '), {
      fields: moved,
    });
}

async function writeGoal(
  tx: EntityManager,
  place: Pick<TemplateGoal, 'organizationId' | 'templateId' | 'position'>,
  {
    id,
    title,
    capabilityId = null,
    targetLevel = null,
    dueAfterMonths = null,
    actions,
  }: PlanTemplateGoalInput,
): Promise<void> {
  const { organizationId, position } = place;
  const said = { title, targetLevel, dueAfterMonths, position, retired: false };
  if (id) await tx.update(TemplateGoal, { organizationId, id }, said);
  const goalId = id ?? (await tx.save(TemplateGoal, { ...place, ...said, capabilityId })).id;
  await tx.update(TemplateAction, { organizationId, templateGoalId: goalId }, { retired: true });
  for (const [i, action] of actions.entries()) {
    const { kind, title: what, dueAfterMonths: months = null } = action;
    const row = { kind, title: what, dueAfterMonths: months, position: i + 1, retired: false };
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await (action.id
      ? tx.update(TemplateAction, { organizationId, id: action.id }, row)
      : tx.insert(TemplateAction, { organizationId, templateGoalId: goalId, ...row }));
  }
}

/** What of a template is in plans that are linked to it and not completed: its words, actions come and gone. */
const FOLLOW = [
  `UPDATE plan_goal AS goal SET title = said.title, target_level = said.target_level, template_version = $3
   FROM template_goal AS said WHERE goal.organization_id = $1 AND said.organization_id = $1
     AND goal.template_goal_id = said.id AND said.template_id = $2 AND goal.linked AND NOT said.retired`,
  `UPDATE plan_action AS action SET title = said.title, kind = said.kind
   FROM template_action AS said, template_goal, plan_goal AS goal
   WHERE action.organization_id = $1 AND said.organization_id = $1 AND template_goal.organization_id = $1
     AND goal.organization_id = $1 AND action.template_action_id = said.id AND said.template_goal_id = template_goal.id
     AND goal.id = action.goal_id AND template_goal.template_id = $2 AND goal.linked AND NOT said.retired
     AND goal.template_version = $3`,
  `DELETE FROM plan_action AS action USING template_action AS said, template_goal, plan_goal AS goal
   WHERE action.organization_id = $1 AND said.organization_id = $1 AND template_goal.organization_id = $1
     AND goal.organization_id = $1 AND action.template_action_id = said.id AND said.template_goal_id = template_goal.id
     AND goal.id = action.goal_id AND template_goal.template_id = $2 AND goal.linked AND said.retired
     AND goal.template_version <= $3 AND action.status = 'PLANNED' AND NOT EXISTS (
       SELECT FROM plan_evidence AS evidence WHERE evidence.organization_id = $1 AND evidence.action_id = action.id)`,
  `INSERT INTO plan_action (organization_id, goal_id, position, kind, title, status_since, due_on, template_action_id)
   SELECT $1, goal.id, 1000 + said.position, said.kind, said.title, goal.set_on,
     (goal.set_on + said.due_after_months * interval '1 month')::date, said.id
   FROM plan_goal AS goal JOIN template_action AS said
     ON said.organization_id = $1 AND said.template_goal_id = goal.template_goal_id AND NOT said.retired
   JOIN template_goal ON template_goal.organization_id = $1 AND template_goal.id = goal.template_goal_id
   WHERE goal.organization_id = $1 AND template_goal.template_id = $2 AND goal.linked AND goal.template_version = $3
     AND NOT EXISTS (SELECT FROM plan_action AS action WHERE action.organization_id = $1 AND action.goal_id = goal.id
       AND action.template_action_id = said.id)`,
] as const;

/** Brings a template's newest version into the plans that read it. */
export async function followTemplate(
  tx: EntityManager,
  viewer: Viewer,
  template: PlanTemplateType,
): Promise<void> {
  const { organizationId, today } = viewer;
  for (const statement of FOLLOW)
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await tx.query(statement, [organizationId, template.id, template.version]);
  const retired = await tx.findBy(TemplateGoal, { organizationId, templateId: template.id, retired: true });
  for (const { id } of retired) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await removeWithoutEvidence(tx, organizationId, { column: 'template_goal_id', id });
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await tx.query(
      `UPDATE plan_goal SET linked = false WHERE organization_id = $1 AND template_goal_id = $2`,
      [organizationId, id],
    );
  }
  const links: { id: string; planId: string }[] = await tx.query(
    `SELECT id, plan_id AS "planId" FROM plan_template_link
     WHERE organization_id = $1 AND template_id = $2 AND ended_on IS NULL ORDER BY plan_id`,
    [organizationId, template.id],
  );
  for (const link of links) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const plan = await lockOpen(tx, organizationId, link.planId);
    if (!plan) continue;
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const missing = await goalsNotIn(tx, plan.organizationId, link.id, template);
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await addTemplateGoals(tx, { plan, link, today, version: template.version }, missing);
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await touched(tx, plan);
  }
}

/** Goals that were not in the template when the link was last read. */
async function goalsNotIn(
  tx: EntityManager,
  organizationId: string,
  linkId: string,
  template: PlanTemplateType,
): Promise<PlanTemplateType['goals']> {
  const rows: { id: string }[] = await tx.query(
    `SELECT (said->>'id')::uuid AS id FROM plan_template_version AS version, jsonb_array_elements(version.goals) AS said
     WHERE version.organization_id = $1 AND version.template_id = $2 AND version.version < $3
     UNION SELECT template_goal_id FROM plan_goal WHERE organization_id = $1 AND template_link_id = $4`,
    [organizationId, template.id, template.version, linkId],
  );
  const known = new Set(rows.map(({ id }) => id));
  return template.goals.filter(({ id }) => !known.has(id));
}
