import type { Viewer } from '@alidade/access';
import { Cohort, CohortLeadershipLevel, Program, ProgramDevelopment } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../platform/grouped-by.js';

type Scope = Pick<Viewer, 'organizationId'>;

export function programsInOrder(tx: EntityManager, { organizationId }: Scope): Promise<Program[]> {
  return tx.find(Program, { where: { organizationId }, order: { title: 'ASC', id: 'ASC' } });
}

/** @throws UseCaseError NOT_FOUND when it is absent or another organization's */
export async function requireProgram(
  tx: EntityManager,
  { organizationId }: Scope,
  id: string,
): Promise<Program> {
  const program = isUUID(id) ? await tx.findOneBy(Program, { organizationId, id }) : null;
  if (!program) throw new UseCaseError('NOT_FOUND', `No program ${id}`);
  return program;
}

/** @throws UseCaseError NOT_FOUND when it is absent or another organization's */
export async function requireCohort(
  tx: EntityManager,
  { organizationId }: Scope,
  id: string,
): Promise<Cohort> {
  const cohort = isUUID(id) ? await tx.findOneBy(Cohort, { organizationId, id }) : null;
  if (!cohort) throw new UseCaseError('NOT_FOUND', `No cohort ${id}`);
  return cohort;
}

/** The same, and nobody else enrolls, moves up or changes it until the transaction ends. */
export async function lockCohort(tx: EntityManager, viewer: Scope, id: string): Promise<Cohort> {
  const { organizationId } = viewer;
  if (isUUID(id))
    await tx.query('SELECT FROM cohort WHERE organization_id = $1 AND id = $2 FOR UPDATE', [
      organizationId,
      id,
    ]);
  return requireCohort(tx, viewer, id);
}

export async function programsOf(
  tx: EntityManager,
  { organizationId }: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Program>> {
  const programs = await tx.findBy(Program, { organizationId, id: In([...ids]) });
  return new Map(programs.map((program) => [program.id, program]));
}

export async function cohortsOf(
  tx: EntityManager,
  { organizationId }: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Cohort>> {
  const cohorts = await tx.findBy(Cohort, { organizationId, id: In([...ids]) });
  return new Map(cohorts.map((cohort) => [cohort.id, cohort]));
}

/** Program id -> what it develops. */
export async function developmentsOf(
  tx: EntityManager,
  { organizationId }: Scope,
  programIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ProgramDevelopment[]>> {
  const rows = await tx
    .createQueryBuilder(ProgramDevelopment, 'development')
    .innerJoin('development.capability', 'capability')
    .where({ organizationId, programId: In([...programIds]) })
    .orderBy('capability.position')
    .addOrderBy('capability.id')
    .getMany();
  return groupedBy(rows, ({ programId }) => programId);
}

/** Program id -> its cohorts, the first to start first. */
export async function cohortsByProgram(
  tx: EntityManager,
  { organizationId }: Scope,
  programIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Cohort[]>> {
  const rows = await tx.find(Cohort, {
    where: { organizationId, programId: In([...programIds]) },
    order: { startsOn: 'ASC', name: 'ASC', id: 'ASC' },
  });
  return groupedBy(rows, ({ programId }) => programId);
}

/** Cohort id -> the ids of the leadership levels it is for; absent: all. */
export async function cohortLevelsOf(
  tx: EntityManager,
  { organizationId }: Scope,
  cohortIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.findBy(CohortLeadershipLevel, { organizationId, cohortId: In([...cohortIds]) });
  const groups = groupedBy(rows, ({ cohortId }) => cohortId);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ leadershipLevelId }) => leadershipLevelId)]));
}
