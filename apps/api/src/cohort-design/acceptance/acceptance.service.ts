import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import { readProblem } from '@alidade/cohorts';
import type { CohortProblem, Placement } from '@alidade/cohorts';
import { CohortDesign, inOrganization, postMail, updateGuarded } from '@alidade/database';
import type { Cohort, ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../../platform/audit.js';
import { groupedBy } from '../../platform/grouped-by.js';
import {
  confirmReserved,
  giveUpReserved,
  reserveSeats,
  takeBackSeats,
} from '../../programs/planned-seats.js';
import { moveUp } from '../../programs/seats.js';
import { lockDesign, requireDesign } from '../designs/designs.queries.js';
import { namesIn } from '../names.queries.js';
import { requireFillable } from '../problem/fillable.js';
import { problemOf } from '../problem/problem-of.js';
import { cohortsOfDesign, problemSources } from '../problem/problem.queries.js';
import { loadProblem, placementsOfRuns, requirePlan, requireRun } from '../runs/runs.queries.js';
import { inWords } from '../sentences.js';
import {
  forgetSeats,
  lockCohorts,
  noteSeats,
  noteTakenBack,
  seatsOfDesign,
} from './designed-seats.queries.js';
import { refuseBroken } from './hand-made.js';
import { publicationOf } from './news.js';
import type { Publication, SeatNewsItem } from './news.js';
import { changesSince, requireUnchanged } from './unchanged.js';

/** A run becomes enrollments: pending when it is accepted, confirmed and told when the design is published. */
@Injectable()
export class AcceptanceService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Turns a run's placements into pending enrollments, in place of an earlier accepted run's; nobody is told.
   * @throws UseCaseError CONFLICT when there is no plan, or cohorts or people changed since the run
   */
  accept(viewer: Viewer, runId: string): Promise<CohortDesign> {
    return inOrganization(this.db, viewer, async (tx) => {
      const { designId } = await requireRun(tx, viewer, runId);
      const design = await lockDesign(tx, viewer, designId);
      const run = await requireRun(tx, viewer, runId);
      requirePlan(run);
      refuseBroken(
        run.breaks,
        await namesIn(
          tx,
          viewer,
          run.breaks.map(({ sentence }) => sentence),
        ),
      );
      await lockCohorts(tx, design);
      const placements = await planOf(tx, viewer, runId);
      await requireHolding(tx, viewer, design, { runId, placements });
      await replacePending(tx, viewer, design, { runId, placements });
      await recordAudit(tx, viewer, {
        action: 'COHORT_RUN_ACCEPTED',
        subjectId: runId,
        detail: { designId },
      });
      return updateGuarded(tx, CohortDesign, design, {
        expectedVersion: design.version,
        set: { acceptedRunId: runId },
      });
    });
  }

  /**
   * Confirms the pending enrollments, takes back the seats that the accepted run no longer has, and tells each person.
   * @throws UseCaseError CONFLICT when nothing is accepted or everything is published, when the version is stale, or
   *         when cohorts or people changed since the run
   */
  publish(viewer: Viewer, designId: string, expectedVersion: number): Promise<CohortDesign> {
    return inOrganization(this.db, viewer, async (tx) => {
      const design = await lockDesign(tx, viewer, designId);
      const published = await updateGuarded(tx, CohortDesign, design, {
        expectedVersion,
        set: { publishedRunId: design.acceptedRunId },
      });
      const runId = requireAccepted(design);
      await lockCohorts(tx, design);
      await requireHolding(tx, viewer, design, { runId, placements: await planOf(tx, viewer, runId) });
      const { publication, cohorts } = await publicationOfDesign(tx, viewer, design, runId);
      if (publication.items.length === 0 && design.publishedRunId === runId)
        throw new UseCaseError('CONFLICT', 'All of this is published already.');
      await carryOut(tx, design, { runId, publication });
      for (const { personId, subject, body } of publication.items)
        // oxlint-disable-next-line no-await-in-loop
        await postMail(tx, viewer.organizationId, { personId, subject, body });
      for (const cohort of cohorts)
        // oxlint-disable-next-line no-await-in-loop
        if (cohort.status === 'OPEN') await moveUp(tx, cohort);
      const told = publication.items.length;
      await recordAudit(tx, viewer, {
        action: 'COHORT_DESIGN_PUBLISHED',
        subjectId: designId,
        detail: { runId, told },
      });
      return published;
    });
  }

  /** Who would be told what if the design were published now. */
  preview(viewer: Viewer, reads: ReadSession, designId: string): Promise<readonly SeatNewsItem[]> {
    return reads.read(async (tx) => {
      const design = await requireDesign(tx, viewer, designId);
      if (design.acceptedRunId === null) return [];
      return (await publicationOfDesign(tx, viewer, design, design.acceptedRunId)).publication.items;
    });
  }
}

interface Plan {
  readonly runId: string;
  readonly placements: readonly Placement[];
}

function requireAccepted({ acceptedRunId }: CohortDesign): string {
  if (acceptedRunId === null)
    throw new UseCaseError('CONFLICT', 'No run of this design is accepted; there is nothing to publish.');
  return acceptedRunId;
}

async function planOf(tx: EntityManager, viewer: Viewer, runId: string): Promise<readonly Placement[]> {
  const rows = await placementsOfRuns(tx, viewer, [runId]);
  return rows.map(({ executiveId, cohortId }) => ({ executive: executiveId, cohort: cohortId }));
}

/** @throws UseCaseError CONFLICT when the plan would not be the same problem's today, or has more members than seats */
async function requireHolding(
  tx: EntityManager,
  viewer: Viewer,
  design: CohortDesign,
  { runId, placements }: Plan,
): Promise<void> {
  const sources = await problemSources(tx, viewer, design, viewer.today);
  asConflict(() => requireFillable(sources.cohorts));
  const { problem: then } = await loadProblem(tx, viewer, runId);
  const now = readProblem(problemOf(sources).document);
  const changes = changesSince(then, now, placements);
  const nameOf = await namesIn(tx, viewer, changes);
  requireUnchanged(changes, (sentence) => inWords(sentence, nameOf));
  requireSeats(sources.cohorts, now, placements);
}

/** Only a plan that was changed by hand can have more members than seats. */
function requireSeats(
  cohorts: readonly Cohort[],
  { cohorts: offered }: CohortProblem,
  plan: readonly Placement[],
): void {
  const members = groupedBy(plan, ({ cohort }) => cohort);
  const faults = offered.flatMap(({ id, maxSeats }) => {
    const count = members.get(id)?.length ?? 0;
    const name = cohorts.find((cohort) => cohort.id === id)?.name ?? id;
    return count > maxSeats ? [`${name} has ${maxSeats} seats left, not ${count}.`] : [];
  });
  if (faults.length > 0) throw new UseCaseError('CONFLICT', faults.join(' '));
}

/** A cohort that has begun is a change since the run, and no fault of what is asked. */
function asConflict(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw error instanceof UseCaseError ? new UseCaseError('CONFLICT', error.message) : error;
  }
}

async function replacePending(
  tx: EntityManager,
  viewer: Viewer,
  design: CohortDesign,
  { runId, placements }: Plan,
): Promise<void> {
  const seats = await seatsOfDesign(tx, design);
  const pending = seats.filter(({ status }) => status === 'PENDING');
  await forgetSeats(
    tx,
    design,
    pending.map(({ id }) => id),
  );
  await giveUpReserved(tx, viewer.organizationId, pending);
  const kept = new Set(
    seats
      .filter(({ status }) => status === 'CONFIRMED')
      .map(({ executiveId, cohortId }) => `${executiveId} ${cohortId}`),
  );
  const wanted = placements.filter(({ executive, cohort }) => !kept.has(`${executive} ${cohort}`));
  const cohorts = new Map(
    (await cohortsOfDesign(tx, viewer, design.id)).map((cohort) => [cohort.id, cohort]),
  );
  for (const [cohortId, members] of groupedBy(wanted, ({ cohort }) => cohort)) {
    const cohort = cohorts.get(cohortId);
    if (!cohort) throw new Error(`Cohort ${cohortId} is not of the design`);
    // oxlint-disable-next-line no-await-in-loop
    const reserved = await reserveSeats(
      tx,
      cohort,
      members.map(({ executive }) => executive),
    );
    // oxlint-disable-next-line no-await-in-loop
    await noteSeats(tx, design, runId, reserved);
  }
}

interface Published {
  readonly publication: Publication;
  readonly cohorts: readonly Cohort[];
}

async function publicationOfDesign(
  tx: EntityManager,
  viewer: Viewer,
  design: CohortDesign,
  runId: string,
): Promise<Published> {
  const cohorts = await cohortsOfDesign(tx, viewer, design.id);
  const planned = new Map(
    (await planOf(tx, viewer, runId)).map(({ executive, cohort }) => [executive, cohort]),
  );
  const byId = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
  return { publication: publicationOf(await seatsOfDesign(tx, design), planned, byId), cohorts };
}

const idsOf = (seats: readonly { readonly id: string }[]): readonly string[] => seats.map(({ id }) => id);

async function carryOut(
  tx: EntityManager,
  design: CohortDesign,
  { runId, publication }: { readonly runId: string; readonly publication: Publication },
): Promise<void> {
  const { organizationId } = design;
  const { confirm, takeBack } = publication;
  await takeBackSeats(tx, organizationId, idsOf(takeBack), 'The plan has changed.');
  await noteTakenBack(tx, design, idsOf(takeBack));
  await confirmReserved(tx, organizationId, idsOf(confirm));
  const all = await seatsOfDesign(tx, design);
  await noteSeats(tx, design, runId, all);
}
