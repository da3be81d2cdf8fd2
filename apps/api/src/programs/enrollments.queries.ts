import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { Enrollment } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { executivesTiedTo } from '../directory/executives.queries.js';
import type { Ties } from '../directory/executives.queries.js';

/** Designers where the executive works, and the executive's manager. */
const SEES_ENROLLMENTS: Ties = { permission: Permission.ProgramDesign, self: true, reports: true };

/** A pending seat is a plan that nobody was told of yet. */
const SEES_PENDING: Ties = { permission: Permission.ProgramDesign, self: false, reports: false };

export interface SeenEnrollment extends Pick<Enrollment, 'id' | 'cohortId' | 'executiveId' | 'status'> {
  readonly personId: string;
}

/**
 * Enrollments this viewer may see: one's own; of those whom one manages or designs for; and, within a cohort where one
 * has a seat, those of the others who have one; pending ones only as a designer. The condition is part of the query.
 * @param by  whose: of these cohorts or of these executives
 */
export async function enrollmentsSeenBy(
  tx: EntityManager,
  viewer: Viewer,
  by: { readonly cohortIds: readonly string[] } | { readonly executiveIds: readonly string[] },
): Promise<readonly SeenEnrollment[]> {
  const tied = executivesTiedTo(tx, viewer, SEES_ENROLLMENTS).select('executive.id');
  const designed = executivesTiedTo(tx, viewer, SEES_PENDING).select('executive.id');
  const query = tx
    .createQueryBuilder(Enrollment, 'enrollment')
    .innerJoin('enrollment.executive', 'of')
    .select('enrollment.id', 'id')
    .addSelect('enrollment.cohort_id', 'cohortId')
    .addSelect('enrollment.executive_id', 'executiveId')
    .addSelect('enrollment.status', 'status')
    .addSelect('of.person_id', 'personId')
    .where('enrollment.organization_id = :organizationId')
    .andWhere(`(enrollment.executive_id IN (${tied.getQuery()}) OR ${IS_COLLEAGUE})`)
    .andWhere(`(enrollment.status <> 'PENDING' OR enrollment.executive_id IN (${designed.getQuery()}))`)
    .setParameters({
      ...tied.getParameters(),
      ...designed.getParameters(),
      organizationId: viewer.organizationId,
      self: viewer.personId,
    })
    .orderBy({ 'enrollment.cohort_id': 'ASC', 'enrollment.position': 'ASC', 'enrollment.id': 'ASC' });
  if ('cohortIds' in by) query.andWhere('enrollment.cohort_id = ANY(:ids)', { ids: [...by.cohortIds] });
  else query.andWhere('enrollment.executive_id = ANY(:ids)', { ids: [...by.executiveIds] });
  return query.getRawMany<SeenEnrollment>();
}

const IS_COLLEAGUE = `enrollment.status IN ('CONFIRMED', 'COMPLETED') AND EXISTS (
  SELECT FROM enrollment AS own JOIN executive AS self ON self.organization_id = own.organization_id AND self.id = own.executive_id
  WHERE own.organization_id = enrollment.organization_id AND own.cohort_id = enrollment.cohort_id
    AND self.person_id = :self AND own.status IN ('CONFIRMED', 'COMPLETED'))`;

/** @throws UseCaseError NOT_FOUND when it is absent, or the viewer may neither leave that seat nor take it away */
export async function requireEnrollment(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
): Promise<Enrollment & { readonly personId: string }> {
  const tied = executivesTiedTo(tx, viewer, { ...SEES_ENROLLMENTS, reports: false }).select('executive.id');
  const designed = executivesTiedTo(tx, viewer, SEES_PENDING).select('executive.id');
  const found = isUUID(id)
    ? await tx
        .createQueryBuilder(Enrollment, 'enrollment')
        .innerJoinAndSelect('enrollment.executive', 'of')
        .where('enrollment.organization_id = :organizationId AND enrollment.id = :id', { id })
        .andWhere(`enrollment.executive_id IN (${tied.getQuery()})`)
        .andWhere(`(enrollment.status <> 'PENDING' OR enrollment.executive_id IN (${designed.getQuery()}))`)
        .setParameters({
          ...tied.getParameters(),
          ...designed.getParameters(),
          organizationId: viewer.organizationId,
          id,
        })
        .getOne()
    : null;
  if (!found) throw new UseCaseError('NOT_FOUND', `No enrollment ${id}`);
  return Object.assign(found, { personId: found.executive.personId });
}
