import type { Demo, DemoCohort } from '@alidade/demo';
import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

export async function insertPrograms(
  tx: EntityManager,
  { programs, cohorts }: Demo,
  ids: DemoIds,
): Promise<void> {
  const { organizationId } = ids;
  await insertRows(
    tx,
    { table: 'program', organizationId },
    {
      id: ['uuid', ({ key }) => ids.program.of(key)],
      title: ['text', ({ title }) => title],
      purpose: ['text', ({ purpose }) => purpose],
    },
    programs,
  );
  await insertRows(
    tx,
    { table: 'program_development', organizationId },
    {
      program_id: ['uuid', ({ key }) => ids.program.of(key)],
      capability_id: ['uuid', (development) => ids.capability.of(development.capabilityCode)],
      expected_gain: ['float8', (development) => development.expectedGain],
      ceiling: ['float8', (development) => development.ceiling],
    },
    programs.flatMap(({ key, develops }) => develops.map((development) => ({ key, ...development }))),
  );
  await insertCohorts(tx, cohorts, ids);
}

async function insertCohorts(tx: EntityManager, cohorts: readonly DemoCohort[], ids: DemoIds): Promise<void> {
  const { organizationId } = ids;
  await insertRows(
    tx,
    { table: 'cohort', organizationId },
    {
      id: ['uuid', ({ key }) => ids.cohort.of(key)],
      program_id: ['uuid', ({ programKey }) => ids.program.of(programKey)],
      name: ['text', (cohort) => cohort.name],
      status: ['text', (cohort) => cohort.status],
      mode: ['text', (cohort) => cohort.mode],
      location: ['text', (cohort) => cohort.location],
      language: ['text', (cohort) => cohort.language],
      starts_on: ['date', (cohort) => cohort.startsOn],
      ends_on: ['date', (cohort) => cohort.endsOn],
      min_seats: ['int', (cohort) => cohort.minSeats],
      max_seats: ['int', (cohort) => cohort.maxSeats],
      seat_cost: ['float8', (cohort) => cohort.seatCost],
      fixed_cost: ['float8', (cohort) => cohort.fixedCost],
    },
    cohorts,
  );
  for (const { key, weeks } of cohorts)
    // oxlint-disable-next-line no-await-in-loop
    await tx.query('UPDATE cohort SET weeks = $3 WHERE organization_id = $1 AND id = $2', [
      organizationId,
      ids.cohort.of(key),
      [...weeks],
    ]);
  await insertRows(
    tx,
    { table: 'cohort_leadership_level', organizationId },
    {
      cohort_id: ['uuid', ({ key }) => ids.cohort.of(key)],
      leadership_level_id: ['uuid', ({ level }) => ids.level.of(level)],
    },
    cohorts.flatMap(({ key, leadershipLevels }) => leadershipLevels.map((level) => ({ key, level }))),
  );
  await insertRows(
    tx,
    { table: 'enrollment', organizationId },
    {
      cohort_id: ['uuid', ({ key }) => ids.cohort.of(key)],
      executive_id: ['uuid', ({ personExternalId }) => ids.executive.of(personExternalId)],
      status: ['text', ({ status }) => status],
      position: ['int', ({ position }) => position],
      recorded_at: ['timestamptz', ({ enrolledOn }) => enrolledOn],
    },
    cohorts.flatMap(({ key, enrollments }) =>
      enrollments.map((enrollment, i) => ({ key, position: i + 1, ...enrollment })),
    ),
  );
}
