import type { Viewer } from '@alidade/access';
import { Cohort, Executive, LeadershipLevel, Posting, Unit } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';

/** Which executives are meant: of one unit with its sub-units, of one leadership level, of one cohort, or all of them. */
export interface Population {
  readonly unitId: string | null;
  readonly leadershipLevelId: string | null;
  /** Those who hold a seat in it or have completed it. */
  readonly cohortId: string | null;
}

export const WHOLE_ORGANIZATION: Population = { unitId: null, leadershipLevelId: null, cohortId: null };

type AskedPopulation = { readonly [Name in keyof Population]?: Population[Name] };

/**
 * What a client asks for, checked: everything below takes only populations that came through here.
 * @param asked  nothing, or at most one of its ids
 * @throws UseCaseError INVALID_INPUT when more than one is named; NOT_FOUND when the organization has no such unit,
 *         level or cohort
 */
export async function requirePopulation(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  asked: AskedPopulation | null | undefined,
): Promise<Population> {
  const { unitId = null, leadershipLevelId = null, cohortId = null } = asked ?? {};
  if ([unitId, leadershipLevelId, cohortId].filter((id) => id !== null).length > 1) throw severalNamed();
  await requireOwn(tx, Unit, { organizationId, id: unitId });
  await requireOwn(tx, LeadershipLevel, { organizationId, id: leadershipLevelId });
  await requireOwn(tx, Cohort, { organizationId, id: cohortId });
  return { unitId, leadershipLevelId, cohortId };
}

function severalNamed(): UseCaseError {
  const message = 'A population is named by at most one of unitId, leadershipLevelId and cohortId.';
  return new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'population', message }] });
}

/** @param key  the id that was asked for, when one was */
async function requireOwn(
  tx: EntityManager,
  entity: typeof Unit | typeof LeadershipLevel | typeof Cohort,
  { organizationId, id }: { readonly organizationId: string; readonly id: string | null },
): Promise<void> {
  if (id === null || (isUUID(id) && (await tx.existsBy(entity, { organizationId, id })))) return;
  throw new UseCaseError('NOT_FOUND', `The population ${id} does not exist.`);
}

/**
 * The executives of a population on a day, whoever asks: `executive`, with the posting they hold on it as `posting`.
 * For figures, which need no names; who may see somebody by name is `executivesSeenBy`. Select from it what is needed
 * (`.select('executive.id')`), or join it as a subquery by `getQuery()` and `getParameters()`.
 * @param population  from `requirePopulation`
 * @param day         on which they are executives, and units contain their sub-units
 */
function executivesOf(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  population: Population,
  day: string,
): SelectQueryBuilder<Executive> {
  const query = tx
    .createQueryBuilder(Executive, 'executive')
    .innerJoin(
      Posting,
      'posting',
      `posting.organization_id = executive.organization_id AND posting.person_id = executive.person_id
       AND posting.leadership_level_id IS NOT NULL AND posting.valid_from <= :day AND posting.valid_to > :day`,
      { day },
    )
    .where('executive.organization_id = :organizationId', { organizationId });
  return onlyIn(population, query);
}

/** The ids of the executives of a population on a day, whoever asks, in no order. */
export async function executiveIdsOf(
  tx: EntityManager,
  viewer: Pick<Viewer, 'organizationId'>,
  population: Population,
  day: string,
): Promise<string[]> {
  const rows = await executivesOf(tx, viewer, population, day)
    .select('executive.id', 'id')
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

/**
 * Narrows a query to a population.
 * @param query  with the posting of the day as `posting` and the parameter `:day`
 */
export function onlyIn(
  { unitId, leadershipLevelId, cohortId }: Population,
  query: SelectQueryBuilder<Executive>,
): SelectQueryBuilder<Executive> {
  if (unitId !== null) query.andWhere(IN_UNIT, { populationUnitId: unitId });
  if (leadershipLevelId !== null)
    query.andWhere('posting.leadership_level_id = :populationLevelId', {
      populationLevelId: leadershipLevelId,
    });
  if (cohortId !== null) query.andWhere(IN_COHORT, { populationCohortId: cohortId });
  return query;
}

const IN_UNIT = `posting.unit_id IN (
  SELECT within.unit_id FROM unit_ancestor AS within WHERE within.organization_id = posting.organization_id
    AND within.ancestor_id = :populationUnitId AND within.valid_from <= :day AND within.valid_to > :day)`;

const IN_COHORT = `executive.id IN (
  SELECT seat.executive_id FROM enrollment AS seat WHERE seat.organization_id = executive.organization_id
    AND seat.cohort_id = :populationCohortId AND seat.status IN ('CONFIRMED', 'COMPLETED'))`;
