import { Permission, scopeOf } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { CohortDesign, CohortDesignCohort } from '@alidade/database';
import type { Cohort } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { groupedBy } from '../../platform/grouped-by.js';

/**
 * Designs that this viewer may see and change: all of them as a designer of the whole organization; as one of some
 * units those whose candidates are a unit within, or a list of people who all work within. Part of the query.
 */
function designsOf(tx: EntityManager, viewer: Viewer): SelectQueryBuilder<CohortDesign> {
  const scope = scopeOf(viewer, Permission.ProgramDesign);
  const query = tx
    .createQueryBuilder(CohortDesign, 'design')
    .where('design.organization_id = :organizationId', { organizationId: viewer.organizationId });
  if (scope === 'ORGANIZATION') return query;
  return query.andWhere(WITHIN_SCOPE, { scope: [...scope], today: viewer.today });
}

const IN_SCOPE = (unit: string): string => `EXISTS (
  SELECT FROM unit_ancestor AS above WHERE above.organization_id = design.organization_id AND above.unit_id = ${unit}
    AND above.ancestor_id = ANY(:scope) AND above.valid_from <= :today AND above.valid_to > :today)`;

const WITHIN_SCOPE = `(
  (design.unit_id IS NOT NULL AND ${IN_SCOPE('design.unit_id')})
  OR (design.listed AND NOT EXISTS (
    SELECT FROM cohort_design_candidate AS candidate
    JOIN executive ON executive.organization_id = candidate.organization_id AND executive.id = candidate.executive_id
    LEFT JOIN posting ON posting.organization_id = executive.organization_id AND posting.person_id = executive.person_id
      AND posting.valid_from <= :today AND posting.valid_to > :today
    WHERE candidate.organization_id = design.organization_id AND candidate.design_id = design.id
      AND NOT ${IN_SCOPE('posting.unit_id')})))`;

/** By name. */
export function designsSeenBy(tx: EntityManager, viewer: Viewer): Promise<CohortDesign[]> {
  return designsOf(tx, viewer).orderBy({ 'design.name': 'ASC', 'design.id': 'ASC' }).getMany();
}

/** @throws UseCaseError NOT_FOUND when it is absent, another organization's, or about people beyond the viewer's units */
export async function requireDesign(tx: EntityManager, viewer: Viewer, id: string): Promise<CohortDesign> {
  const design = isUUID(id) ? await designsOf(tx, viewer).andWhere('design.id = :id', { id }).getOne() : null;
  if (!design) throw new UseCaseError('NOT_FOUND', `No cohort design ${id}`);
  return design;
}

/** The same, and nobody else edits, accepts or publishes it until the transaction ends. */
export async function lockDesign(tx: EntityManager, viewer: Viewer, id: string): Promise<CohortDesign> {
  if (isUUID(id))
    await tx.query('SELECT FROM cohort_design WHERE organization_id = $1 AND id = $2 FOR UPDATE', [
      viewer.organizationId,
      id,
    ]);
  return requireDesign(tx, viewer, id);
}

/** Design id -> its cohorts, the first to start first; whoever asks has made sure that the viewer may see the designs. */
export async function cohortsOfDesigns(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  designIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Cohort[]>> {
  const rows = await tx.find(CohortDesignCohort, {
    where: { organizationId, designId: In([...designIds]) },
    relations: { cohort: true },
    order: { cohort: { startsOn: 'ASC', name: 'ASC', id: 'ASC' } },
  });
  const groups = groupedBy(rows, ({ designId }) => designId);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ cohort }) => cohort)]));
}
