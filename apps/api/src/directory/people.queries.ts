import { Permission, scopeOf } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { PersonIdentity } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { keyAfter, rowsOf } from '../platform/connection.js';
import type { PageArgs } from '../platform/connection.js';
import type { PersonType } from './directory.types.js';

/** What a name is replaced with when it has been erased. */
const ERASED = 'Erased person';

/** The name that is shown and that lists are ordered by, where `identity` is joined. */
export const SHOWN_NAME = `coalesce(identity.name, '${ERASED}')`;

/** The parameter `:search` is part of the name, whatever the case; its `%` and `_` mean themselves. */
export const nameContains = (column: string): string => `position(lower(:search) in lower(${column})) > 0`;

export async function peopleOf(
  tx: EntityManager,
  { organizationId }: Viewer,
  ids: readonly string[],
): Promise<Map<string, PersonType>> {
  const rows = await tx.findBy(PersonIdentity, { organizationId, personId: In([...ids]) });
  return new Map(
    rows.map(({ personId, name, title }) => [personId, { id: personId, name: name ?? ERASED, title }]),
  );
}

/**
 * People the viewer may administer, executives or not: all of the organization, or those who on the viewer's day
 * belong to the units where the viewer holds DIRECTORY_EDIT, in no order.
 */
export function peopleFound(
  tx: EntityManager,
  viewer: Viewer,
  search: string | null,
): SelectQueryBuilder<PersonIdentity> {
  const query = tx
    .createQueryBuilder(PersonIdentity, 'identity')
    .where('identity.organization_id = :organizationId', { organizationId: viewer.organizationId });
  if (search) query.andWhere(nameContains('identity.name'), { search });
  const scope = scopeOf(viewer, Permission.DirectoryEdit);
  if (scope === 'ORGANIZATION') return query;
  return query.andWhere(BELONGS_TO_SCOPE, { scope: [...scope], today: viewer.today });
}

const BELONGS_TO_SCOPE = `EXISTS (
  SELECT FROM posting JOIN unit_ancestor AS above ON above.organization_id = posting.organization_id
    AND above.unit_id = posting.unit_id AND above.valid_from <= :today AND above.valid_to > :today
  WHERE posting.organization_id = identity.organization_id AND posting.person_id = identity.person_id
    AND posting.valid_from <= :today AND posting.valid_to > :today AND above.ancestor_id = ANY(:scope))`;

/** By name; one more than asked for, when there are more. */
export function peopleByName(
  tx: EntityManager,
  viewer: Viewer,
  search: string | null,
  page: PageArgs,
): Promise<PersonType[]> {
  const query = peopleFound(tx, viewer, search)
    .select('identity.person_id', 'id')
    .addSelect(SHOWN_NAME, 'name')
    .addSelect('identity.title', 'title')
    .orderBy({ [SHOWN_NAME]: 'ASC', 'identity.person_id': 'ASC' })
    .limit(rowsOf(page) + 1);
  if (page.after) {
    const [name, id] = keyAfter(page.after, 2);
    query.andWhere(`(${SHOWN_NAME}, identity.person_id) > (:name, :id)`, { name, id });
  }
  return query.getRawMany<PersonType>();
}

/** @throws UseCaseError NOT_FOUND when the organization knows nobody of this id */
export async function requirePerson(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  id: string,
): Promise<PersonIdentity> {
  const person = isUUID(id) ? await tx.findOneBy(PersonIdentity, { organizationId, personId: id }) : null;
  if (!person) throw new UseCaseError('NOT_FOUND', `No person ${id}`);
  return person;
}
