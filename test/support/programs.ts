import {
  Cohort,
  CohortStatus,
  Enrollment,
  EnrollmentStatus,
  Program,
  ProgramDevelopment,
} from '@alidade/database';
import type { Capability } from '@alidade/database';
import type { TestExecutive, TestOrganization } from './organization.js';

/** A program that develops these capabilities by half a level, up to 4. */
export function aProgram(
  org: TestOrganization,
  capabilities: readonly Capability[],
  title = `Program ${crypto.randomUUID()}`,
): Promise<Program> {
  const { organizationId } = org;
  return org.within(async (tx) => {
    const program = await tx.save(Program, { organizationId, title, purpose: `Why ${title} is held.` });
    const develops = capabilities.map(({ id: capabilityId }) => ({
      organizationId,
      programId: program.id,
      capabilityId,
      expectedGain: 0.5,
      ceiling: 4,
    }));
    if (develops.length > 0) await tx.insert(ProgramDevelopment, develops);
    return program;
  });
}

/** PLANNED, in English, for all levels, from 1 to 12 March 2026, with 2 seats, unless told otherwise. */
export async function aCohort(
  org: TestOrganization,
  more: Partial<Omit<Cohort, 'organizationId' | 'id'>> = {},
): Promise<Cohort> {
  const { organizationId } = org;
  const programId = more.programId ?? (await aProgram(org, [])).id;
  return org.within((tx) =>
    tx.save(Cohort, {
      organizationId,
      name: `Cohort ${crypto.randomUUID()}`,
      status: CohortStatus.PLANNED,
      mode: 'VIRTUAL',
      startsOn: '2026-03-02',
      endsOn: '2026-03-13',
      minSeats: 1,
      maxSeats: 2,
      ...more,
      programId,
    }),
  );
}

export function anEnrollment(
  org: TestOrganization,
  cohort: Cohort,
  { executiveId }: TestExecutive,
  status: EnrollmentStatus = EnrollmentStatus.CONFIRMED,
): Promise<Enrollment> {
  const { organizationId } = org;
  return org.within(async (tx) => {
    const position = 1 + (await tx.countBy(Enrollment, { organizationId, cohortId: cohort.id }));
    return tx.save(Enrollment, { organizationId, cohortId: cohort.id, executiveId, status, position });
  });
}
