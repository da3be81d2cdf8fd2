import { enqueueJob, inOrganization, JobKind } from '@alidade/database';
import type { Demo, DemoPlan } from '@alidade/demo';
import type { DataSource, EntityManager } from 'typeorm';
import { dayAfter } from './day-after.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';
import type { LoadedDemo } from './load-demo.js';

/** The three gaps of each plan that mattered most on the day it was started: gap × weight × weight of the strategy. */
const NEEDS = `
  WITH needed AS (
    SELECT plan.id AS plan_id, plan.started_on, plan.status, requirement.id AS requirement_id, version.strategy_id,
      version.weight AS strategy_weight, requirement.capability_id, requirement.required_level, fact.level,
      fact.evidence_id, greatest(0, requirement.required_level - fact.level) AS gap,
      greatest(0, requirement.required_level - fact.level) * requirement.weight * version.weight AS points
    FROM capability_plan AS plan
    JOIN executive ON executive.organization_id = $1 AND executive.id = plan.executive_id
    JOIN posting ON posting.organization_id = $1 AND posting.person_id = executive.person_id
      AND posting.valid_from <= plan.started_on AND posting.valid_to > plan.started_on
    JOIN strategy_version AS version ON version.organization_id = $1 AND version.approved_at IS NOT NULL
      AND version.valid_from <= plan.started_on AND version.valid_to > plan.started_on
    JOIN requirement ON requirement.organization_id = $1 AND requirement.strategy_version_id = version.id
      AND (requirement.leadership_level_id = posting.leadership_level_id OR requirement.leadership_level_id IS NULL
        AND NOT EXISTS (SELECT FROM requirement AS own WHERE own.organization_id = $1
          AND own.strategy_version_id = version.id AND own.capability_id = requirement.capability_id
          AND own.leadership_level_id = posting.leadership_level_id))
    JOIN level_fact AS fact ON fact.organization_id = $1 AND fact.executive_id = plan.executive_id
      AND fact.capability_id = requirement.capability_id
      AND fact.valid_from <= plan.started_on AND fact.valid_to > plan.started_on
    WHERE plan.organization_id = $1),
  ranked AS (
    SELECT plan_id, started_on, capability_id, max(required_level) AS target, max(level) AS level,
      (array_agg(evidence_id))[1] AS evidence_id,
      row_number() OVER (PARTITION BY plan_id ORDER BY sum(points) DESC, capability_id) AS place
    FROM needed GROUP BY plan_id, started_on, capability_id HAVING sum(points) > 0)`;

const GOALS = `${NEEDS}
  INSERT INTO plan_goal (organization_id, plan_id, position, state, title, capability_id, start_level, start_evidence_id,
    set_on, target_level, due_on)
  SELECT $1, plan_id, place, 'ACTIVE', capability.name || ': from ' || round(level::numeric, 1) || ' to '
    || round(target::numeric, 1), capability_id, level, evidence_id, started_on, target,
    (started_on + interval '1 year')::date
  FROM ranked JOIN capability ON capability.organization_id = $1 AND capability.id = capability_id WHERE place <= 3`;

const REASONS = `${NEEDS}
  INSERT INTO plan_goal_reason (organization_id, goal_id, requirement_id, strategy_id, strategy_weight, gap, points)
  SELECT $1, goal.id, requirement_id, strategy_id, strategy_weight, gap, points FROM needed
  JOIN plan_goal AS goal ON goal.organization_id = $1 AND goal.plan_id = needed.plan_id
    AND goal.capability_id = needed.capability_id`;

/** Of the first two goals what is done on the job and with others; the third is still without. */
const ACTIONS = `
  INSERT INTO plan_action (organization_id, goal_id, position, kind, title, status, status_since, due_on, development_action_id)
  SELECT $1, goal.id, entry.place, entry.kind, entry.title, 'PLANNED', goal.set_on,
    (goal.set_on + (2 + 2 * entry.place) * interval '1 month')::date, entry.id
  FROM plan_goal AS goal JOIN (
    SELECT *, row_number() OVER (PARTITION BY capability_id ORDER BY kind = 'EXPERIENCE' DESC, position) AS place
    FROM development_action WHERE organization_id = $1) AS entry
    ON entry.organization_id = $1 AND entry.capability_id = goal.capability_id AND entry.place IN (1, 4)
  WHERE goal.organization_id = $1 AND goal.position <= 2`;

const DONE = `
  WITH placed AS (
    SELECT action.id, plan.id AS plan_id, plan.status_since, owner.person_id,
      row_number() OVER (PARTITION BY plan.id ORDER BY goal.position, action.position) AS place
    FROM plan_action AS action
    JOIN plan_goal AS goal ON goal.organization_id = $1 AND goal.id = action.goal_id
    JOIN capability_plan AS plan ON plan.organization_id = $1 AND plan.id = goal.plan_id
    JOIN executive AS owner ON owner.organization_id = $1 AND owner.id = plan.executive_id
    WHERE action.organization_id = $1),
  done AS (
    UPDATE plan_action AS action SET status = 'DONE', status_since = placed.status_since
    FROM placed JOIN unnest($2::uuid[], $3::int[], $4::text[]) AS said (plan_id, number, evidence) USING (plan_id)
    WHERE action.organization_id = $1 AND action.id = placed.id AND placed.place <= said.number
    RETURNING action.id, said.evidence, placed.person_id)
  INSERT INTO plan_evidence (organization_id, action_id, kind, content, added_by_id)
  SELECT $1, id, 'TEXT', evidence, person_id FROM done`;

const HISTORY = `
  INSERT INTO plan_entry (organization_id, plan_id, position, act, person_id, status, comment, recorded_at)
  SELECT $1, plan.id, row_number() OVER (PARTITION BY plan.id ORDER BY step.number), step.act,
    CASE WHEN step.act IN ('APPROVED', 'RETURNED') THEN posting.manager_id ELSE owner.person_id END, step.status,
    CASE WHEN step.act = 'RETURNED' THEN said.comment END,
    plan.started_on + (step.number - 1) * (plan.status_since - plan.started_on) / 4 * interval '1 day'
  FROM capability_plan AS plan
  JOIN unnest($2::uuid[], $3::text[]) AS said (plan_id, comment) ON said.plan_id = plan.id
  JOIN executive AS owner ON owner.organization_id = $1 AND owner.id = plan.executive_id
  JOIN posting ON posting.organization_id = $1 AND posting.person_id = owner.person_id
    AND posting.valid_from <= plan.status_since AND posting.valid_to > plan.status_since
  JOIN (VALUES (1, 'STARTED', 'DRAFT'), (2, 'SUBMITTED', 'WAITING_FOR_REVIEW'), (3, 'RETURNED', 'DRAFT'),
    (4, 'APPROVED', 'ACTIVE'), (5, 'COMPLETED', 'COMPLETED')) AS step (number, act, status)
    ON step.number = 1 OR step.number = 2 AND (plan.status <> 'DRAFT' OR said.comment IS NOT NULL)
      OR step.number = 3 AND said.comment IS NOT NULL
      OR step.number = 4 AND plan.status IN ('ACTIVE', 'COMPLETED') OR step.number = 5 AND plan.status = 'COMPLETED'
  WHERE plan.organization_id = $1`;

/** Sets the plans of the demo, once levels are there: their goals are the gaps that mattered most on their first day. */
export async function insertPlans(db: DataSource, { demo, ids }: LoadedDemo): Promise<void> {
  const { organizationId } = ids;
  await inOrganization(db, { organizationId }, async (tx) => {
    await insertHeads(tx, demo, ids);
    const planIds = demo.plans.map((plan) => idOf(ids, plan));
    await tx.query(GOALS, [organizationId]);
    await tx.query(REASONS, [organizationId]);
    await tx.query(ACTIONS, [organizationId]);
    await tx.query(
      `UPDATE plan_goal AS goal SET success = said.success FROM unnest($2::uuid[], $3::text[]) AS said (plan_id, success)
       WHERE goal.organization_id = $1 AND goal.plan_id = said.plan_id AND goal.position = 1`,
      [organizationId, planIds, demo.plans.map(({ success }) => success)],
    );
    const numbers = demo.plans.map(({ actionsDone }) => actionsDone);
    await tx.query(DONE, [organizationId, planIds, numbers, demo.plans.map(({ evidence }) => evidence)]);
    await tx.query(HISTORY, [organizationId, planIds, demo.plans.map(({ returnedWith }) => returnedWith)]);
    const onDay = dayAfter(demo.options.today);
    const key = `plan-day:${onDay}`;
    await enqueueJob(tx, organizationId, { kind: JobKind.PlanDay, key, personId: null, onDay });
  });
}

const idOf = (ids: DemoIds, { personExternalId }: DemoPlan): string => ids.plan.of(personExternalId);

const completedOn = ({ status, statusSince }: DemoPlan): string | null =>
  status === 'COMPLETED' ? statusSince : null;

async function insertHeads(tx: EntityManager, { plans }: Demo, ids: DemoIds): Promise<void> {
  await insertRows(
    tx,
    { table: 'capability_plan', organizationId: ids.organizationId },
    {
      id: ['uuid', (plan) => idOf(ids, plan)],
      executive_id: ['uuid', ({ personExternalId }) => ids.executive.of(personExternalId)],
      status: ['text', ({ status }) => status],
      started_on: ['date', ({ startedOn }) => startedOn],
      status_since: ['date', ({ statusSince }) => statusSince],
      completed_on: ['date', completedOn],
    },
    plans,
  );
}
