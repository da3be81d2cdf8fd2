import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import {
  Cohort,
  CohortLeadershipLevel,
  inOrganization,
  Program,
  ProgramDevelopment,
} from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { FieldFault } from '@alidade/errors';
import { DataSource } from 'typeorm';
import { requireAllKnown } from '../platform/require-all-known.js';
import { requireEverywhere } from '../platform/require-everywhere.js';
import type { CreateCohortInput, CreateProgramInput } from './programs.inputs.js';
import { programsInOrder, requireCohort, requireProgram } from './programs.queries.js';
import { endOfWeek, isMonday } from './weeks.js';

@Injectable()
export class ProgramsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  list(viewer: Viewer, reads: ReadSession): Promise<Program[]> {
    return reads.read((tx) => programsInOrder(tx, viewer));
  }

  cohort(viewer: Viewer, reads: ReadSession, id: string): Promise<Cohort> {
    return reads.read((tx) => requireCohort(tx, viewer, id));
  }

  /** @throws UseCaseError NOT_FOUND for unknown capabilities, by path */
  createProgram(viewer: Viewer, { title, purpose, develops }: CreateProgramInput): Promise<Program> {
    const { organizationId } = viewer;
    requireEverywhere(viewer, Permission.ProgramDesign);
    return inOrganization(this.db, viewer, async (tx) => {
      await requireAllKnown(tx, viewer, {
        table: 'capability',
        ids: develops.map(({ capabilityId }) => capabilityId),
        pathOf: (i) => `input.develops.${i}.capabilityId`,
      });
      const program = await tx.save(Program, { organizationId, title, purpose });
      const rows = develops.map(({ capabilityId, expectedGain, ceiling }) => ({
        organizationId,
        programId: program.id,
        capabilityId,
        expectedGain,
        ceiling,
      }));
      await tx.insert(ProgramDevelopment, rows);
      return program;
    });
  }

  /** @throws UseCaseError INVALID_INPUT for dates and seats out of order; NOT_FOUND for unknown programs and levels */
  createCohort(viewer: Viewer, input: CreateCohortInput): Promise<Cohort> {
    const { organizationId } = viewer;
    requireEverywhere(viewer, Permission.ProgramDesign);
    requireInOrder(input);
    return inOrganization(this.db, viewer, async (tx) => {
      await requireProgram(tx, viewer, input.programId);
      const levels = input.leadershipLevelIds ?? [];
      await requireAllKnown(tx, viewer, {
        table: 'leadership_level',
        ids: levels,
        pathOf: (i) => `input.leadershipLevelIds.${i}`,
      });
      const { programId, name, mode, startsOn, endsOn, minSeats, maxSeats } = input;
      const cohort = await tx.save(Cohort, {
        organizationId,
        programId,
        name,
        mode,
        startsOn,
        endsOn,
        minSeats,
        maxSeats,
        location: input.location ?? null,
        language: input.language ?? 'en',
        weeks: (input.weeks ?? []).toSorted(),
        seatCost: input.seatCost ?? 0,
        fixedCost: input.fixedCost ?? 0,
      });
      const rows = levels.map((leadershipLevelId) => ({
        organizationId,
        cohortId: cohort.id,
        leadershipLevelId,
      }));
      if (rows.length > 0) await tx.insert(CohortLeadershipLevel, rows);
      return cohort;
    });
  }
}

function requireInOrder({ startsOn, endsOn, minSeats, maxSeats, weeks }: CreateCohortInput): void {
  const fields: FieldFault[] = [];
  const fault = (path: string, message: string) => fields.push({ path: `input.${path}`, message });
  if (endsOn < startsOn) fault('endsOn', 'A cohort ends on the day it starts, or later.');
  if (maxSeats < minSeats) fault('maxSeats', 'A cohort has at least as many seats as it needs to run.');
  for (const [i, week] of (weeks ?? []).entries()) {
    if (!isMonday(week)) fault(`weeks.${i}`, `${week} is no Monday.`);
    else if (week > endsOn || endOfWeek(week) < startsOn)
      fault(`weeks.${i}`, `The week of ${week} lies outside the cohort.`);
  }
  if (fields.length > 0)
    throw new UseCaseError('INVALID_INPUT', fields.map(({ message }) => message).join(' '), { fields });
}
