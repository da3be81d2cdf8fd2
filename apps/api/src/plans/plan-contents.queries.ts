import type { Viewer } from '@alidade/access';
import type { CapabilityPlan } from '@alidade/database';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { REVIEWER_OF } from './review/plan-access.queries.js';
import type { ParameterNames } from './review/plan-access.queries.js';
import type { PlanActionType, PlanContents } from './plans.types.js';

const EVIDENCE = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', evidence.id, 'kind', evidence.kind, 'content', evidence.content,
      'mediaType', evidence.media_type, 'bytes', evidence.bytes, 'addedById', evidence.added_by_id,
      'addedAt', evidence.recorded_at) ORDER BY evidence.recorded_at, evidence.kind DESC, evidence.id), '[]')
  FROM plan_evidence AS evidence
  WHERE evidence.organization_id = action.organization_id AND evidence.action_id = action.id AND evidence.complete)`;

const ACTIONS = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', action.id, 'kind', action.kind, 'title', action.title,
      'status', action.status, 'statusSince', action.status_since, 'dueOn', action.due_on,
      'supportFromId', action.support_from_id, 'supportWanted', action.support_wanted,
      'developmentActionId', action.development_action_id, 'cohortId', action.cohort_id, 'evidenceItems', ${EVIDENCE})
      ORDER BY action.position, action.id), '[]')
  FROM plan_action AS action WHERE action.organization_id = goal.organization_id AND action.goal_id = goal.id)`;

const REASONS = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('strategyId', reason.strategy_id, 'strategyWeight', reason.strategy_weight,
      'gap', reason.gap, 'points', reason.points, 'requirement', jsonb_build_object('id', requirement.id,
        'strategyId', reason.strategy_id, 'capabilityId', requirement.capability_id,
        'leadershipLevelId', requirement.leadership_level_id, 'requiredLevel', requirement.required_level,
        'weight', requirement.weight, 'critical', requirement.critical, 'day', goal.set_on))
      ORDER BY reason.points DESC NULLS LAST, reason.requirement_id), '[]')
  FROM plan_goal_reason AS reason JOIN requirement
    ON requirement.organization_id = reason.organization_id AND requirement.id = reason.requirement_id
  WHERE reason.organization_id = goal.organization_id AND reason.goal_id = goal.id)`;

const LEVEL = (evidence: string, level: string): string =>
  `jsonb_build_object('capabilityId', ${evidence}.capability_id, 'roundId', ${evidence}.round_id, 'level', ${level},
    'standardError', ${evidence}.standard_error, 'source', ${evidence}.source, 'evidenceOn', ${evidence}.evidence_on,
    'evidenceId', ${evidence}.id, 'stale', false)`;

/** The level that counts on the plan's last day, or today. */
const CURRENT = (today: string): string => `(
  SELECT ${LEVEL('evidence', 'fact.level')} FROM level_fact AS fact
  JOIN level_evidence AS evidence ON evidence.organization_id = fact.organization_id AND evidence.id = fact.evidence_id
  WHERE fact.organization_id = goal.organization_id AND fact.executive_id = plan.executive_id
    AND fact.capability_id = goal.capability_id
    AND fact.valid_from <= coalesce(plan.completed_on, ${today}::date) AND fact.valid_to > coalesce(plan.completed_on, ${today}::date))`;

const START = `(
  SELECT ${LEVEL('evidence', 'goal.start_level')} FROM level_evidence AS evidence
  WHERE evidence.organization_id = goal.organization_id AND evidence.id = goal.start_evidence_id)`;

const TEMPLATE = `(
  SELECT jsonb_build_object('program', jsonb_build_object('id', program.id, 'title', program.title, 'purpose', program.purpose),
     'cohortId', link.cohort_id,
    'version', goal.template_version, 'linked', goal.linked)
  FROM plan_template_link AS link
  JOIN plan_template AS template ON template.organization_id = link.organization_id AND template.id = link.template_id
  JOIN program ON program.organization_id = template.organization_id AND program.id = template.program_id
  WHERE link.organization_id = goal.organization_id AND link.id = goal.template_link_id)`;

const GOALS = (today: string): string => `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', goal.id, 'state', goal.state, 'title', goal.title,
      'success', goal.success, 'capabilityId', goal.capability_id, 'start', ${START}, 'current', ${CURRENT(today)},
      'setOn', goal.set_on, 'targetLevel', goal.target_level, 'dueOn', goal.due_on, 'closedOn', goal.closed_on,
      'carriedFromId', goal.carried_from_id, 'template', ${TEMPLATE}, 'reasons', ${REASONS}, 'actions', ${ACTIONS})
      ORDER BY goal.position, goal.id), '[]')
  FROM plan_goal AS goal WHERE goal.organization_id = plan.organization_id AND goal.plan_id = plan.id)`;

const HISTORY = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', entry.id, 'act', entry.act, 'personId', entry.person_id,
      'status', entry.status, 'comment', entry.comment, 'at', entry.recorded_at) ORDER BY entry.position), '[]')
  FROM plan_entry AS entry WHERE entry.organization_id = plan.organization_id AND entry.plan_id = plan.id)`;

/** What is read of a plan, with its executive as `owner`, by name. */
const columns = (names: ParameterNames): Readonly<Record<keyof PlanContents, string>> => ({
  planId: 'plan.id',
  reviewerId: REVIEWER_OF('plan', 'owner.person_id', names),
  goals: GOALS(names.today),
  history: HISTORY,
});

const POSITIONAL = columns({ organization: '$1', today: '$3::date' });
const NAMED = columns({ organization: ':organizationId', today: ':today' });

/**
 * One plan with all that it holds, in one statement.
 * @param query  from `plansSeenBy`, narrowed to at most one
 */
export async function withContents(
  query: SelectQueryBuilder<CapabilityPlan>,
): Promise<{ readonly plan: CapabilityPlan; readonly contents: PlanContents } | null> {
  for (const name of ['reviewerId', 'goals', 'history'] as const) query.addSelect(NAMED[name], name);
  const { entities, raw } = await query.getRawAndEntities<PlanContents>();
  const [plan, row] = [entities[0], raw[0]];
  if (!plan || !row) return null;
  const { reviewerId, goals, history } = row;
  return { plan, contents: { planId: plan.id, reviewerId, goals, history } };
}

/**
 * Goals, actions, evidence and history of plans, in one statement however many there are.
 * @param planIds  of plans that the viewer is known to see
 */
export async function contentsOf(
  tx: EntityManager,
  { organizationId, today }: Pick<Viewer, 'organizationId' | 'today'>,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, PlanContents>> {
  const rows: PlanContents[] = await tx.query(
    `SELECT ${Object.entries(POSITIONAL)
      .map(([name, column]) => `${column} AS "${name}"`)
      .join(', ')}
     FROM capability_plan AS plan
     JOIN executive AS owner ON owner.organization_id = plan.organization_id AND owner.id = plan.executive_id
     WHERE plan.organization_id = $1 AND plan.id = ANY($2)`,
    [organizationId, [...planIds], today],
  );
  return new Map(rows.map((row) => [row.planId, row]));
}

/** @throws Error when the plan has no such action: it was written in this transaction */
export async function actionWithin(
  tx: EntityManager,
  viewer: Pick<Viewer, 'organizationId' | 'today'>,
  planId: string,
  actionId: string,
): Promise<PlanActionType> {
  const contents = (await contentsOf(tx, viewer, [planId])).get(planId);
  const action = contents?.goals.flatMap(({ actions }) => actions).find(({ id }) => id === actionId);
  if (!action) throw new Error('An action that was just written is not there');
  return action;
}
