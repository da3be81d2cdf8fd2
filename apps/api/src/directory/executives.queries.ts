import { Permission, scopeOf } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { Executive, Posting, UnitAncestor } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { Brackets } from 'typeorm';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { keyAfter, rowsOf } from '../platform/connection.js';
import type { PageArgs } from '../platform/connection.js';

/**
 * Executives with person and identity, and as `posting` the one they hold on that day, of those this viewer may know
 * by name: themself, those who report to them on the viewer's day, and the units where they hold READINESS_VIEW_NAMED.
 * The condition is part of the query: never a pass over its results.
 * @param day  on which the posting holds; nobody without a posting at a leadership level on it is found
 */
export function executivesSeenBy(
  tx: EntityManager,
  viewer: Viewer,
  day: string,
): SelectQueryBuilder<Executive> {
  const { organizationId } = viewer;
  const query = tx
    .createQueryBuilder(Executive, 'executive')
    .innerJoinAndSelect('executive.person', 'person')
    .innerJoinAndSelect('person.identity', 'identity')
    .innerJoin(
      Posting,
      'posting',
      `posting.organization_id = executive.organization_id AND posting.person_id = executive.person_id
       AND posting.leadership_level_id IS NOT NULL AND posting.valid_from <= :day AND posting.valid_to > :day`,
      { day },
    )
    .where({ organizationId });
  const scope = scopeOf(viewer, Permission.ReadinessViewNamed);
  if (scope === 'ORGANIZATION') return query;
  return query.andWhere(
    new Brackets((any) => {
      any.where('executive.person_id = :self').orWhere('posting.manager_id = :self');
      if (scope.length > 0) any.orWhere(`posting.unit_id IN (${unitsUnder(tx)})`);
    }),
    { self: viewer.personId, organizationId, scope: [...scope], today: viewer.today },
  );
}

/** The units of `:scope` with their sub-units on `:today`, as a subquery. */
const unitsUnder = (tx: EntityManager): string =>
  tx
    .createQueryBuilder()
    .select('ancestor.unit_id')
    .from(UnitAncestor, 'ancestor')
    .where('ancestor.organization_id = :organizationId AND ancestor.ancestor_id = ANY(:scope)')
    .andWhere('ancestor.valid_from <= :today AND ancestor.valid_to > :today')
    .getQuery();

/**
 * The executive, when it exists and the viewer may see it.
 * @throws UseCaseError NOT_FOUND in both other cases, so that an id cannot be probed
 */
export async function requireExecutive(tx: EntityManager, viewer: Viewer, id: string): Promise<Executive> {
  const executive = await executivesSeenBy(tx, viewer, viewer.today)
    .andWhere('executive.id = :id', { id })
    .getOne();
  if (!executive) throw new UseCaseError('NOT_FOUND', `No executive ${id}`);
  return executive;
}

/** By name; one more than asked for, when there are more. */
export function executivesByName(tx: EntityManager, viewer: Viewer, page: PageArgs): Promise<Executive[]> {
  const query = executivesSeenBy(tx, viewer, viewer.today)
    .orderBy({ 'identity.name': 'ASC', 'executive.id': 'ASC' })
    .limit(rowsOf(page) + 1);
  if (page.after) {
    const [name, id] = keyAfter(page.after, 2);
    query.andWhere('(identity.name, executive.id) > (:name, :id)', { name, id });
  }
  return query.getMany();
}
