import type { Viewer } from '@alidade/access';
import { DevelopmentAction } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import type { DevelopmentActionType, ProposedActionType } from './library.types.js';

/** What the library holds for a capability, in its order. */
export function entriesOf(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  capabilityId: string,
): Promise<DevelopmentActionType[]> {
  return tx.find(DevelopmentAction, {
    select: { id: true, kind: true, title: true },
    where: { organizationId, capabilityId, retired: false },
    order: { position: 'ASC', id: 'ASC' },
  });
}

const LEVEL_NOW = `coalesce((
  SELECT fact.level FROM level_fact AS fact WHERE fact.organization_id = $1 AND fact.executive_id = plan.executive_id
    AND fact.capability_id = goal.capability_id AND fact.valid_from <= $3 AND fact.valid_to > $3), 1)`;

const IS_FOR_THEIR_LEVEL = `(
  NOT EXISTS (SELECT FROM cohort_leadership_level AS meant WHERE meant.organization_id = $1 AND meant.cohort_id = cohort.id)
  OR EXISTS (
    SELECT FROM cohort_leadership_level AS meant
    JOIN executive ON executive.organization_id = $1 AND executive.id = plan.executive_id
    JOIN posting ON posting.organization_id = $1 AND posting.person_id = executive.person_id
      AND posting.leadership_level_id = meant.leadership_level_id AND posting.valid_from <= $3 AND posting.valid_to > $3
    WHERE meant.organization_id = $1 AND meant.cohort_id = cohort.id))`;

const HAS_A_SEAT = `EXISTS (
  SELECT FROM enrollment AS seat JOIN cohort AS held ON held.organization_id = $1 AND held.id = seat.cohort_id
  WHERE seat.organization_id = $1 AND seat.executive_id = plan.executive_id AND held.program_id = program.id
    AND seat.status IN ('PENDING', 'CONFIRMED', 'WAITLISTED', 'COMPLETED'))`;

const PROPOSALS = `
  SELECT goal.id AS "goalId", cohort.id AS "cohortId", 'EDUCATION' AS kind, program.title || ': ' || cohort.name AS title,
    NULL::uuid AS "developmentActionId", cohort.ends_on AS "dueOn", 0 AS source, row_number() OVER (ORDER BY cohort.starts_on, cohort.id) AS place
  FROM plan_goal AS goal
  JOIN capability_plan AS plan ON plan.organization_id = $1 AND plan.id = goal.plan_id
  JOIN program_development AS development
    ON development.organization_id = $1 AND development.capability_id = goal.capability_id
  JOIN program ON program.organization_id = $1 AND program.id = development.program_id
  JOIN cohort ON cohort.organization_id = $1 AND cohort.program_id = program.id AND cohort.status = 'OPEN'
    AND cohort.starts_on >= $3
  WHERE goal.organization_id = $1 AND goal.id = ANY($2) AND ${LEVEL_NOW} < development.ceiling
    AND ${IS_FOR_THEIR_LEVEL} AND NOT ${HAS_A_SEAT}
    AND NOT EXISTS (SELECT FROM plan_action AS taken
      WHERE taken.organization_id = $1 AND taken.goal_id = goal.id AND taken.cohort_id = cohort.id)
  UNION ALL
  SELECT goal.id, NULL, entry.kind, entry.title, entry.id, NULL, 1, entry.position
  FROM plan_goal AS goal
  JOIN development_action AS entry ON entry.organization_id = $1 AND entry.capability_id = goal.capability_id
    AND NOT entry.retired
  WHERE goal.organization_id = $1 AND goal.id = ANY($2)
    AND NOT EXISTS (SELECT FROM plan_action AS taken
      WHERE taken.organization_id = $1 AND taken.goal_id = goal.id AND taken.development_action_id = entry.id)
  ORDER BY source, place`;

/**
 * What could be done for goals and is not in the plan yet: seats in open cohorts of programs that develop the capability
 * beyond the level of today and that the executive neither has nor had, then the library. In one statement.
 * @param goalIds  of plans that the viewer is known to see
 */
export function proposalsFor(
  tx: EntityManager,
  { organizationId, today }: Pick<Viewer, 'organizationId' | 'today'>,
  goalIds: readonly string[],
): Promise<ProposedActionType[]> {
  return tx.query(PROPOSALS, [organizationId, [...goalIds], today]);
}
