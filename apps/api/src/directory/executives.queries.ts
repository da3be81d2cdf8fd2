import { Permission, scopeOfAny } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { Executive, Posting } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { Brackets } from 'typeorm';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { keyAfter, rowsOf } from '../platform/connection.js';
import type { PageArgs } from '../platform/connection.js';
import { nameContains, SHOWN_NAME } from './people.queries.js';
import { onlyIn } from './population.queries.js';
import type { Population } from './population.queries.js';
import { LAST_HELD_FIRST } from './postings.queries.js';

/** By what somebody may see or touch an executive; by at least one of these. */
export interface Ties {
  /** Held where the executive's unit lies (of one who has left: the last one); of several, any. */
  readonly permission: Permission | readonly Permission[];
  /** Also oneself. */
  readonly self: boolean;
  /** Also those who report to one. */
  readonly reports: boolean;
}

const KNOWS_BY_NAME: Ties = { permission: Permission.ReadinessViewNamed, self: true, reports: true };

/**
 * Executives, with person and identity, to whom this viewer has one of the ties. All of this on the viewer's own day,
 * whatever past day the figures are asked for: who moved away takes their past along.
 * The condition is part of the query: never a pass over its results.
 */
export function executivesTiedTo(
  tx: EntityManager,
  viewer: Viewer,
  { permission, self, reports }: Ties,
): SelectQueryBuilder<Executive> {
  const { organizationId } = viewer;
  const query = tx
    .createQueryBuilder(Executive, 'executive')
    .innerJoinAndSelect('executive.person', 'person')
    .innerJoinAndSelect('person.identity', 'identity')
    .where('executive.organization_id = :organizationId', { organizationId });
  const scope = scopeOfAny(viewer, [permission].flat());
  if (scope === 'ORGANIZATION') return query;
  return query.andWhere(
    new Brackets((any) => {
      any.where('false');
      if (self) any.orWhere('executive.person_id = :self');
      if (reports) any.orWhere(REPORTS_TO_SELF);
      if (scope.length > 0) any.orWhere(LAST_UNIT_IN_SCOPE);
    }),
    { self: viewer.personId, today: viewer.today, scope: [...scope] },
  );
}

/**
 * Executives, with person and identity, whom this viewer may know by name: themself, those who report to them, and
 * those in units where the viewer holds READINESS_VIEW_NAMED.
 */
export function executivesKnownTo(tx: EntityManager, viewer: Viewer): SelectQueryBuilder<Executive> {
  return executivesTiedTo(tx, viewer, KNOWS_BY_NAME);
}

const REPORTS_TO_SELF = `EXISTS (
  SELECT FROM posting AS led WHERE led.organization_id = executive.organization_id
    AND led.person_id = executive.person_id AND led.manager_id = :self AND led.valid_from <= :today AND led.valid_to > :today)`;

const LAST_UNIT_IN_SCOPE = `EXISTS (
  SELECT FROM unit_ancestor AS above WHERE above.organization_id = executive.organization_id
    AND above.ancestor_id = ANY(:scope) AND above.valid_from <= :today AND above.valid_to > :today
    AND above.unit_id = (
      SELECT held.unit_id FROM posting AS held WHERE held.organization_id = executive.organization_id
        AND held.person_id = executive.person_id AND held.leadership_level_id IS NOT NULL
      ORDER BY ${LAST_HELD_FIRST('held', ':today')} LIMIT 1))`;

/**
 * Of the executives this viewer may know by name, those who are executives on that day, with the posting they hold on
 * it as `posting`: nobody without a posting at a leadership level on the day is found.
 */
function executivesSeenBy(tx: EntityManager, viewer: Viewer, day: string): SelectQueryBuilder<Executive> {
  return executivesKnownTo(tx, viewer).innerJoin(
    Posting,
    'posting',
    `posting.organization_id = executive.organization_id AND posting.person_id = executive.person_id
     AND posting.leadership_level_id IS NOT NULL AND posting.valid_from <= :day AND posting.valid_to > :day`,
    { day },
  );
}

/**
 * The executive, also one who has left, when it exists and the viewer has one of the ties; not given: when they may know it by name.
 * @throws UseCaseError NOT_FOUND in both other cases, so that an id cannot be probed
 */
export async function requireExecutive(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
  ties: Ties = KNOWS_BY_NAME,
): Promise<Executive> {
  const executive = isUUID(id)
    ? await executivesTiedTo(tx, viewer, ties).andWhere('executive.id = :id', { id }).getOne()
    : null;
  if (!executive) throw new UseCaseError('NOT_FOUND', `No executive ${id}`);
  return executive;
}

export interface ExecutiveFilter {
  readonly population: Population;
  /** Part of a name. */
  readonly search: string | null;
  readonly day: string;
  /** Only these; not given: whoever is in the population. */
  readonly ids?: readonly string[];
}

/** Those the viewer may see who are in the population on the day, in no order. */
export function executivesFound(
  tx: EntityManager,
  viewer: Viewer,
  { population, search, day, ids }: ExecutiveFilter,
): SelectQueryBuilder<Executive> {
  const query = onlyIn(population, executivesSeenBy(tx, viewer, day));
  if (ids) query.andWhere('executive.id = ANY(:onlyIds)', { onlyIds: [...ids] });
  return search ? query.andWhere(nameContains('identity.name'), { search }) : query;
}

export interface NamedExecutive {
  readonly id: string;
  readonly personId: string;
  /** As lists are ordered by it. */
  readonly name: string;
}

/** By name; one more than asked for, when there are more. */
export function executivesByName(
  tx: EntityManager,
  viewer: Viewer,
  filter: ExecutiveFilter,
  page: PageArgs,
): Promise<NamedExecutive[]> {
  const query = executivesFound(tx, viewer, filter)
    .select('executive.id', 'id')
    .addSelect('executive.person_id', 'personId')
    .addSelect(SHOWN_NAME, 'name')
    .orderBy({ [SHOWN_NAME]: 'ASC', 'executive.id': 'ASC' })
    .limit(rowsOf(page) + 1);
  if (page.after) {
    const [name, id] = keyAfter(page.after, 2);
    query.andWhere(`(${SHOWN_NAME}, executive.id) > (:name, :id)`, { name, id });
  }
  return query.getRawMany<NamedExecutive>();
}
