import type { Viewer } from '@alidade/access';
import type { Cohort, Program, ProgramDevelopment, ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import DataLoader from 'dataloader';
import { groupedBy } from '../platform/grouped-by.js';
import { enrollmentsSeenBy } from './enrollments.queries.js';
import type { SeenEnrollment } from './enrollments.queries.js';
import {
  cohortLevelsOf,
  cohortsByProgram,
  cohortsOf,
  developmentsOf,
  programsOf,
} from './programs.queries.js';

export function createProgramLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    program: new DataLoader<string, Program>(async (ids) => {
      const programs = await reads.read((tx) => programsOf(tx, viewer, ids));
      return ids.map((id) => programs.get(id) ?? new UseCaseError('NOT_FOUND', `No program ${id}`));
    }),
    cohort: new DataLoader<string, Cohort>(async (ids) => {
      const cohorts = await reads.read((tx) => cohortsOf(tx, viewer, ids));
      return ids.map((id) => cohorts.get(id) ?? new UseCaseError('NOT_FOUND', `No cohort ${id}`));
    }),
    /** Program id -> what it develops. */
    developments: new DataLoader<string, readonly ProgramDevelopment[]>(async (ids) => {
      const developments = await reads.read((tx) => developmentsOf(tx, viewer, ids));
      return ids.map((id) => developments.get(id) ?? []);
    }),
    /** Program id -> its cohorts, the first to start first. */
    cohortsOfProgram: new DataLoader<string, readonly Cohort[]>(async (ids) => {
      const cohorts = await reads.read((tx) => cohortsByProgram(tx, viewer, ids));
      return ids.map((id) => cohorts.get(id) ?? []);
    }),
    /** Cohort id -> the ids of the leadership levels it is for; none: all. */
    cohortLevels: new DataLoader<string, readonly string[]>(async (ids) => {
      const levels = await reads.read((tx) => cohortLevelsOf(tx, viewer, ids));
      return ids.map((id) => levels.get(id) ?? []);
    }),
    /** Cohort id -> the enrollments that the viewer may see. */
    enrollmentsOfCohort: new DataLoader<string, readonly SeenEnrollment[]>(async (cohortIds) => {
      const rows = await reads.read((tx) => enrollmentsSeenBy(tx, viewer, { cohortIds }));
      const groups = groupedBy(rows, ({ cohortId }) => cohortId);
      return cohortIds.map((id) => groups.get(id) ?? []);
    }),
    /** Executive id -> the enrollments that the viewer may see. */
    enrollmentsOfExecutive: new DataLoader<string, readonly SeenEnrollment[]>(async (executiveIds) => {
      const rows = await reads.read((tx) => enrollmentsSeenBy(tx, viewer, { executiveIds }));
      const groups = groupedBy(rows, ({ executiveId }) => executiveId);
      return executiveIds.map((id) => groups.get(id) ?? []);
    }),
  };
}
