import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { CapabilityPlan } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { executivesTiedTo } from '../../directory/executives.queries.js';
import type { Ties } from '../../directory/executives.queries.js';

/** Who may begin a plan and keep it: the executive, the manager, and designers where the executive works. */
export const KEEPS_PLANS: Ties = { permission: Permission.ProgramDesign, self: true, reports: true };
/** Coaches too, who say something to it. */
const SEES_PLANS: Ties = {
  permission: [Permission.ProgramDesign, Permission.PlanSupport],
  self: true,
  reports: true,
};
const DESIGNS: Ties = { permission: Permission.ProgramDesign, self: false, reports: false };

/** How a statement names its parameters. */
export interface ParameterNames {
  readonly organization: string;
  readonly today: string;
}
const NAMED: ParameterNames = { organization: ':organizationId', today: ':today' };

const HOLDS = (posting: string, { today }: ParameterNames): string =>
  `${posting}.valid_from <= ${today} AND ${posting}.valid_to > ${today}`;

const IS_ABSENT = (person: string, { organization, today }: ParameterNames): string => `EXISTS (
  SELECT FROM unavailable_period AS away WHERE away.organization_id = ${organization} AND away.person_id = ${person}
    AND away.starts_on <= ${today} AND away.ends_on >= ${today})`;

/** Levels of managers that are asked when those below are all absent. */
const HIGHEST = 8;

/** Executives who report to `:me`, or to somebody absent for whom `:me` stands in: the manager of who is absent, and so on up. */
const REVIEWED_BY_ME = `
  WITH RECURSIVE standing_for (person_id) AS (
    SELECT :me::uuid
    UNION
    SELECT posting.person_id FROM standing_for JOIN posting ON posting.organization_id = :organizationId
      AND posting.manager_id = standing_for.person_id AND ${HOLDS('posting', NAMED)}
    WHERE ${IS_ABSENT('posting.person_id', NAMED)})
  SELECT executive.id FROM standing_for
  JOIN posting ON posting.organization_id = :organizationId AND posting.manager_id = standing_for.person_id
    AND ${HOLDS('posting', NAMED)}
  JOIN executive ON executive.organization_id = :organizationId AND executive.person_id = posting.person_id`;

/** Who reviews the plan of a person: who is named, else the first above who is not absent, else the manager. */
export function REVIEWER_OF(plan: string, person: string, names: ParameterNames): string {
  const ABOVE = `posting.organization_id = ${names.organization} AND posting.manager_id IS NOT NULL
    AND ${HOLDS('posting', names)}`;
  return `coalesce(${plan}.reviewer_id, (
    WITH RECURSIVE above (person_id, height) AS (
      SELECT posting.manager_id, 1 FROM posting WHERE ${ABOVE} AND posting.person_id = ${person}
      UNION ALL
      SELECT posting.manager_id, height + 1 FROM above JOIN posting ON ${ABOVE} AND posting.person_id = above.person_id
      WHERE height < ${HIGHEST} AND ${IS_ABSENT('above.person_id', names)})
    SELECT person_id FROM above WHERE person_id <> ${person}
    ORDER BY ${IS_ABSENT('above.person_id', names)}, height LIMIT 1))`;
}

/**
 * Plans that this viewer may see, with their executive as `owner`: one's own; of those whom one manages, stands in for,
 * was named to review or designs or coaches for. The condition is part of the query.
 */
export function plansSeenBy(tx: EntityManager, viewer: Viewer): SelectQueryBuilder<CapabilityPlan> {
  const tied = executivesTiedTo(tx, viewer, SEES_PLANS).select('executive.id');
  return tx
    .createQueryBuilder(CapabilityPlan, 'plan')
    .innerJoinAndSelect('plan.executive', 'owner')
    .where('plan.organization_id = :organizationId')
    .andWhere(
      `(plan.executive_id IN (${tied.getQuery()}) OR plan.reviewer_id = :me OR plan.executive_id IN (${REVIEWED_BY_ME}))`,
    )
    .setParameters({ ...tied.getParameters(), ...whoAndWhen(viewer) });
}

/** Plans that wait for this viewer's review, the longest waiting first; of somebody without a manager, designers'. */
export function plansWaitingFor(tx: EntityManager, viewer: Viewer): SelectQueryBuilder<CapabilityPlan> {
  const designed = executivesTiedTo(tx, viewer, DESIGNS).select('executive.id');
  return tx
    .createQueryBuilder(CapabilityPlan, 'plan')
    .innerJoinAndSelect('plan.executive', 'owner')
    .where(`plan.organization_id = :organizationId AND plan.status = 'WAITING_FOR_REVIEW'`)
    .andWhere('owner.person_id <> :me')
    .andWhere(
      `(plan.reviewer_id = :me OR plan.reviewer_id IS NULL AND (plan.executive_id IN (${REVIEWED_BY_ME})
        OR plan.executive_id IN (${designed.getQuery()}) AND ${REVIEWER_OF('plan', 'owner.person_id', NAMED)} IS NULL))`,
    )
    .orderBy('plan.status_since')
    .addOrderBy('plan.id')
    .setParameters({ ...designed.getParameters(), ...whoAndWhen(viewer) });
}

const whoAndWhen = ({ organizationId, personId, today }: Viewer) => ({ organizationId, me: personId, today });

/** What a viewer is to a plan. */
interface PlanRights {
  readonly own: boolean;
  /** Manager, who stands in for an absent one, or who was named to review. */
  readonly reviews: boolean;
  readonly designs: boolean;
}

export interface HeldPlan {
  readonly plan: CapabilityPlan;
  readonly rights: PlanRights;
}

/**
 * The plan, and nobody else changes it or its parts until the transaction ends.
 * @param absent  what to say when it is not there
 * @throws UseCaseError NOT_FOUND when it is absent or not the viewer's to see
 */
export async function lockPlan(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
  absent = `No plan ${id}`,
): Promise<HeldPlan> {
  const { organizationId } = viewer;
  if (isUUID(id))
    await tx.query('SELECT FROM capability_plan WHERE organization_id = $1 AND id = $2 FOR UPDATE', [
      organizationId,
      id,
    ]);
  const plan = isUUID(id) ? await plansSeenBy(tx, viewer).andWhere('plan.id = :id', { id }).getOne() : null;
  if (!plan) throw new UseCaseError('NOT_FOUND', absent);
  return { plan, rights: await rightsTo(tx, viewer, plan) };
}

/** @throws UseCaseError FORBIDDEN for those who only see it, such as a coach */
export function requireKeeper({ rights: { own, reviews, designs } }: HeldPlan): void {
  if (!(own || reviews || designs))
    throw new UseCaseError('FORBIDDEN', 'A plan is kept by its executive, the reviewer and designers.');
}

/** @throws UseCaseError FORBIDDEN for the plan's own executive, whatever else they are, and for those who only see it */
export function requireReviewer({ rights: { own, reviews, designs } }: HeldPlan): void {
  if (own) throw new UseCaseError('FORBIDDEN', 'Nobody reviews their own plan.');
  if (!(reviews || designs))
    throw new UseCaseError('FORBIDDEN', 'A plan is reviewed by the manager, who stands in, or a designer.');
}

async function rightsTo(tx: EntityManager, viewer: Viewer, plan: CapabilityPlan): Promise<PlanRights> {
  const designs = await executivesTiedTo(tx, viewer, DESIGNS)
    .andWhere('executive.id = :executiveId', { executiveId: plan.executiveId })
    .getExists();
  const reviewed = await tx
    .createQueryBuilder(CapabilityPlan, 'plan')
    .where('plan.organization_id = :organizationId AND plan.id = :id', { id: plan.id })
    .andWhere(`(plan.reviewer_id = :me OR plan.executive_id IN (${REVIEWED_BY_ME}))`)
    .setParameters(whoAndWhen(viewer))
    .getExists();
  return { own: plan.executive.personId === viewer.personId, reviews: reviewed, designs };
}

/** Who reviews it today; null: there is nobody above, so designers do. */
export async function reviewerOf(
  tx: EntityManager,
  { organizationId, today }: Pick<Viewer, 'organizationId' | 'today'>,
  planId: string,
): Promise<string | null> {
  const row = await tx
    .createQueryBuilder(CapabilityPlan, 'plan')
    .innerJoin('plan.executive', 'owner')
    .select(REVIEWER_OF('plan', 'owner.person_id', NAMED), 'reviewerId')
    .where('plan.organization_id = :organizationId AND plan.id = :planId')
    .setParameters({ organizationId, today, planId })
    .getRawOne<{ reviewerId: string | null }>();
  return row?.reviewerId ?? null;
}
