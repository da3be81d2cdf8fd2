import type { Viewer } from '@alidade/access';
import type { NameOf } from '@alidade/cohorts';
import type { Cohort, ReadSession, StoredReason } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import DataLoader from 'dataloader';
import type { ExecutiveType } from '../directory/directory.types.js';
import { executivesKnownTo } from '../directory/executives.queries.js';
import type { Connection } from '../platform/connection.js';
import { groupedBy } from '../platform/grouped-by.js';
import { reasonsOfEnrollments } from './acceptance/enrollment-reasons.queries.js';
import { candidatesPage } from './designs/candidates.queries.js';
import type { CandidatesPage } from './designs/candidates.queries.js';
import { namesIn } from './names.queries.js';
import { createPlanLoaders } from './plans/plans.loaders.js';
import { cohortsOfDesigns } from './designs/designs.queries.js';
import { placementsOfRuns, runsOfDesigns, runsSeenBy } from './runs/runs.queries.js';
import type { PlacementRow, RunRow } from './runs/runs.queries.js';

export function createCohortDesignLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    ...createPlanLoaders(viewer, reads),
    /** Design id -> its cohorts, the first to start first. */
    cohortsOfDesign: new DataLoader<string, readonly Cohort[]>(async (ids) => {
      const cohorts = await reads.read((tx) => cohortsOfDesigns(tx, viewer, ids));
      return ids.map((id) => cohorts.get(id) ?? []);
    }),
    /** Design id -> its runs, the latest first. */
    runsOfDesign: new DataLoader<string, readonly RunRow[]>(async (ids) => {
      const groups = groupedBy(
        await reads.read((tx) => runsOfDesigns(tx, viewer, ids)),
        ({ designId }) => designId,
      );
      return ids.map((id) => groups.get(id) ?? []);
    }),
    /** Run id -> the run, when the viewer may see its design. */
    cohortRun: new DataLoader<string, RunRow>(async (ids) => {
      const runs = await reads.read((tx) => runsSeenBy(tx, viewer, ids));
      return ids.map((id) => runs.get(id) ?? new UseCaseError('NOT_FOUND', `No cohort run ${id}`));
    }),
    /** A page of a design's candidates; one set of statements for each page asked. */
    candidatesOfDesign: new DataLoader<CandidatesPage, Connection<ExecutiveType>, string>(
      (pages) =>
        Promise.all(pages.map((page) => reads.read((tx) => candidatesPage(tx, reads, viewer, page)))),
      { cacheKeyFn: ({ design, page }) => JSON.stringify([design.id, page.first, page.after]) },
    ),
    /** Enrollment id -> why, for the person themself and for designers. */
    enrollmentReasons: new DataLoader<string, readonly StoredReason[]>(async (ids) => {
      const reasons = await reads.read((tx) => reasonsOfEnrollments(tx, viewer, ids));
      return ids.map((id) => reasons.get(id) ?? []);
    }),
    /** Run id -> its placements of executives whom the viewer may know by name. */
    placementsOfRun: new DataLoader<string, readonly PlacementRow[]>(async (ids) => {
      const rows = await reads.read((tx) => placementsOfRuns(tx, viewer, ids));
      const known = await reads.read((tx) =>
        executivesKnownTo(tx, viewer)
          .andWhere('executive.id = ANY(:ids)', {
            ids: [...new Set(rows.map(({ executiveId }) => executiveId))],
          })
          .select('executive.id', 'id')
          .getRawMany<{ id: string }>(),
      );
      const shown = new Set(known.map(({ id }) => id));
      const groups = groupedBy(
        rows.filter(({ executiveId }) => shown.has(executiveId)),
        ({ runId }) => runId,
      );
      return ids.map((id) => groups.get(id) ?? []);
    }),
    /** A sentence that names people and things by their ids -> how those are called. */
    namesInSentence: new DataLoader<string, NameOf>(async (texts) => {
      const nameOf = await reads.read((tx) => namesIn(tx, viewer, texts));
      return texts.map(() => nameOf);
    }),
  };
}
