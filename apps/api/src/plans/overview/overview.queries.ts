import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { LeadershipLevel, PlanStatus } from '@alidade/database';
import { requirementsFor } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { executivesTiedTo } from '../../directory/executives.queries.js';
import { requiringOn } from '../../readiness/executives/required-capabilities.queries.js';
import type {
  GoalWithoutActionsType,
  NeglectedCapabilityType,
  PlansOfStatusType,
  StuckPlanType,
} from './overview.types.js';

const MOST_SHOWN = 100;
const STUCK_DAYS = { draft: 30, waiting: 14, active: 60 };

/** Those of today for whom the viewer designs. */
export async function designedFor(tx: EntityManager, viewer: Viewer): Promise<string[]> {
  const ties = { permission: Permission.ProgramDesign, self: false, reports: false };
  const rows = await executivesTiedTo(tx, viewer, ties)
    .andWhere(
      `EXISTS (SELECT FROM posting AS held WHERE held.organization_id = executive.organization_id
         AND held.person_id = executive.person_id AND held.leadership_level_id IS NOT NULL
         AND held.valid_from <= :day AND held.valid_to > :day)`,
      { day: viewer.today },
    )
    .select('executive.id', 'id')
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

type Scope = Pick<Viewer, 'organizationId' | 'today'>;

export async function plansByStatus(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
): Promise<readonly PlansOfStatusType[]> {
  const rows: { status: PlanStatus; plans: number }[] = await tx.query(
    `SELECT status, count(*) AS plans FROM capability_plan
     WHERE organization_id = $1 AND executive_id = ANY($2) GROUP BY status`,
    [organizationId, [...executiveIds]],
  );
  const counts = new Map(rows.map(({ status, plans }) => [status, plans]));
  return Object.values(PlanStatus).map((status) => ({ status, plans: counts.get(status) ?? 0 }));
}

/** As the world sees a plan whose executive is `owner`. */
const SHOWN = `jsonb_build_object('id', plan.id, 'executiveId', plan.executive_id, 'personId', owner.person_id,
  'status', plan.status, 'version', plan.version, 'startedOn', plan.started_on, 'statusSince', plan.status_since,
  'completedOn', plan.completed_on)`;
const OWNED = `capability_plan AS plan
  JOIN executive AS owner ON owner.organization_id = $1 AND owner.id = plan.executive_id`;

export function stuckPlans(
  tx: EntityManager,
  { organizationId, today }: Scope,
  executiveIds: readonly string[],
): Promise<StuckPlanType[]> {
  return tx.query(
    `SELECT plan, reason, since::text FROM (
       SELECT ${SHOWN} AS plan, plan.id,
         CASE plan.status WHEN 'DRAFT' THEN 'NOT_SUBMITTED' WHEN 'WAITING_FOR_REVIEW' THEN 'NOT_REVIEWED'
           ELSE 'NO_PROGRESS' END AS reason,
         CASE plan.status WHEN 'DRAFT' THEN $4 WHEN 'WAITING_FOR_REVIEW' THEN $5 ELSE $6 END AS patience,
         CASE WHEN plan.status = 'ACTIVE' THEN greatest(plan.status_since, (
           SELECT max(action.status_since) FROM plan_goal AS goal
           JOIN plan_action AS action ON action.organization_id = $1 AND action.goal_id = goal.id
           WHERE goal.organization_id = $1 AND goal.plan_id = plan.id)) ELSE plan.status_since END AS since
       FROM ${OWNED}
       WHERE plan.organization_id = $1 AND plan.executive_id = ANY($2) AND plan.status <> 'COMPLETED') AS open
     WHERE since < $3::date - patience::int ORDER BY since, id LIMIT ${MOST_SHOWN}`,
    [organizationId, [...executiveIds], today, STUCK_DAYS.draft, STUCK_DAYS.waiting, STUCK_DAYS.active],
  );
}

export function goalsWithoutActions(
  tx: EntityManager,
  { organizationId }: Scope,
  executiveIds: readonly string[],
): Promise<GoalWithoutActionsType[]> {
  return tx.query(
    `SELECT ${SHOWN} AS plan, goal.title FROM ${OWNED}
     JOIN plan_goal AS goal ON goal.organization_id = $1 AND goal.plan_id = plan.id AND goal.state = 'ACTIVE'
     WHERE plan.organization_id = $1 AND plan.executive_id = ANY($2) AND plan.status <> 'COMPLETED'
       AND NOT EXISTS (SELECT FROM plan_action AS action
         WHERE action.organization_id = $1 AND action.goal_id = goal.id AND action.status <> 'DROPPED')
     ORDER BY plan.status_since, plan.id, goal.position LIMIT ${MOST_SHOWN}`,
    [organizationId, [...executiveIds]],
  );
}

/** What is critical for whom: of each capability the strictest per leadership level, and the strategies behind it. */
async function criticalOn(tx: EntityManager, scope: Scope) {
  const levels = await tx.findBy(LeadershipLevel, { organizationId: scope.organizationId });
  const statements = await requiringOn(tx, scope, scope.today);
  const required = new Map<string, { capabilityId: string; levelId: string; requiredLevel: number }>();
  const strategies = new Map<string, Set<string>>();
  for (const { id: levelId } of levels)
    for (const { id: strategyId, requirements } of statements)
      for (const { capabilityId, requiredLevel } of requirementsFor(requirements, levelId).filter(
        ({ critical }) => critical,
      )) {
        const key = `${capabilityId} ${levelId}`;
        const strictest = Math.max(requiredLevel, required.get(key)?.requiredLevel ?? 0);
        required.set(key, { capabilityId, levelId, requiredLevel: strictest });
        strategies.set(capabilityId, (strategies.get(capabilityId) ?? new Set()).add(strategyId));
      }
  return { required: [...required.values()], strategies };
}

export async function neglectedCapabilities(
  tx: EntityManager,
  scope: Scope,
  executiveIds: readonly string[],
): Promise<readonly NeglectedCapabilityType[]> {
  const { organizationId, today } = scope;
  const { required, strategies } = await criticalOn(tx, scope);
  const rows: { capabilityId: string; executivesBelow: number }[] = await tx.query(
    `SELECT needed.capability_id AS "capabilityId", count(*) AS "executivesBelow"
     FROM unnest($4::uuid[], $5::uuid[], $6::float8[]) AS needed (capability_id, level_id, required)
     JOIN posting ON posting.organization_id = $1 AND posting.leadership_level_id = needed.level_id
       AND posting.valid_from <= $3 AND posting.valid_to > $3
     JOIN executive ON executive.organization_id = $1 AND executive.person_id = posting.person_id
       AND executive.id = ANY($2)
     JOIN level_fact AS fact ON fact.organization_id = $1 AND fact.executive_id = executive.id
       AND fact.capability_id = needed.capability_id AND fact.valid_from <= $3 AND fact.valid_to > $3
       AND fact.level < needed.required
     WHERE NOT EXISTS (SELECT FROM plan_goal AS goal JOIN capability_plan AS plan
       ON plan.organization_id = $1 AND plan.id = goal.plan_id AND plan.status <> 'COMPLETED'
         AND plan.executive_id = ANY($2)
       WHERE goal.organization_id = $1 AND goal.capability_id = needed.capability_id AND goal.state <> 'CLOSED')
     GROUP BY needed.capability_id ORDER BY count(*) DESC, needed.capability_id`,
    [
      organizationId,
      [...executiveIds],
      today,
      required.map(({ capabilityId }) => capabilityId),
      required.map(({ levelId }) => levelId),
      required.map(({ requiredLevel }) => requiredLevel),
    ],
  );
  return rows.map((row) => ({ ...row, strategyIds: [...(strategies.get(row.capabilityId) ?? [])] }));
}

export interface TeamMember {
  readonly executiveId: string;
  readonly personId: string;
  readonly overdueActions: number;
  readonly lastProgressOn: string | null;
}

/** Executives who report to somebody today, by name, with what moves in their open plan. */
export function teamOf(
  tx: EntityManager,
  { organizationId, personId, today }: Viewer,
): Promise<TeamMember[]> {
  return tx.query(
    `SELECT executive.id AS "executiveId", executive.person_id AS "personId",
       count(action.id) FILTER (WHERE action.due_on < $3 AND action.status IN ('PLANNED', 'IN_PROGRESS')) AS "overdueActions",
       max(action.status_since) FILTER (WHERE action.status <> 'PLANNED')::text AS "lastProgressOn"
     FROM posting
     JOIN executive ON executive.organization_id = $1 AND executive.person_id = posting.person_id
     JOIN person_identity AS identity ON identity.organization_id = $1 AND identity.person_id = posting.person_id
     LEFT JOIN capability_plan AS plan
       ON plan.organization_id = $1 AND plan.executive_id = executive.id AND plan.status <> 'COMPLETED'
     LEFT JOIN plan_goal AS goal ON goal.organization_id = $1 AND goal.plan_id = plan.id
     LEFT JOIN plan_action AS action ON action.organization_id = $1 AND action.goal_id = goal.id
     WHERE posting.organization_id = $1 AND posting.manager_id = $2 AND posting.leadership_level_id IS NOT NULL
       AND posting.valid_from <= $3 AND posting.valid_to > $3
     GROUP BY executive.id, executive.person_id, identity.name ORDER BY identity.name, executive.id`,
    [organizationId, personId, today],
  );
}
