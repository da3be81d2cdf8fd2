import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import { InvalidProblemError, readProblem } from '@alidade/cohorts';
import type { CohortProblem } from '@alidade/cohorts';
import {
  cancelJob,
  CohortRun,
  CohortRunProblem,
  enqueueJob,
  inOrganization,
  JobKind,
  RunEffort,
} from '@alidade/database';
import type { CohortDesign, ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../../platform/audit.js';
import { requireDesign } from '../designs/designs.queries.js';
import { requireFillable } from '../problem/fillable.js';
import { problemOf } from '../problem/problem-of.js';
import type { FrozenProblem } from '../problem/problem-of.js';
import { problemSources } from '../problem/problem.queries.js';
import { MemoryLimit, requireFitting } from './memory.js';
import { isUnderWay } from './run-status.js';
import { requireRun } from './runs.queries.js';
import type { RunRow } from './runs.queries.js';

const FIRST_SEED = 1;
/** Of one organization, waiting or running. */
const MOST_UNDER_WAY = 20;

interface Wish {
  readonly seed?: number | null | undefined;
  readonly effort?: RunEffort | null | undefined;
}

@Injectable()
export class RunsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly memory: MemoryLimit,
  ) {}

  one(viewer: Viewer, reads: ReadSession, id: string): Promise<RunRow> {
    return reads.read((tx) => requireRun(tx, viewer, id));
  }

  /**
   * Freezes the problem of a design as it is today and asks a worker to solve it.
   * @throws UseCaseError INVALID_INPUT when there is nobody to place, a cohort has begun, or the problem is too large;
   *         CONFLICT when too many runs are under way
   */
  start(viewer: Viewer, designId: string, wish: Wish): Promise<RunRow> {
    const { organizationId, personId, today } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const design = await requireDesign(tx, viewer, designId);
      await requireRoom(tx, organizationId);
      const frozen = await this.freeze(tx, viewer, design);
      const id = randomUUID();
      await tx.insert(CohortRun, {
        organizationId,
        id,
        designId,
        seed: wish.seed ?? FIRST_SEED,
        effort: wish.effort ?? RunEffort.STANDARD,
        day: today,
        remarks: [...frozen.remarks],
        startedById: personId,
      });
      const { document, basis } = frozen;
      await tx.insert(CohortRunProblem, { organizationId, runId: id, document: { ...document }, basis });
      await enqueueJob(tx, organizationId, {
        id,
        kind: JobKind.CohortRun,
        key: `cohort-run:${id}`,
        personId,
      });
      await recordAudit(tx, viewer, { action: 'COHORT_RUN_STARTED', subjectId: id, detail: { designId } });
      return requireRun(tx, viewer, id);
    });
  }

  /** Asks a run to stop; it keeps the best plan so far. @throws UseCaseError CONFLICT when it has ended */
  cancel(viewer: Viewer, id: string): Promise<RunRow> {
    return inOrganization(this.db, viewer, async (tx) => {
      const run = await requireRun(tx, viewer, id);
      if (!isUnderWay(run.status)) throw new UseCaseError('CONFLICT', `This run is ${run.status} already.`);
      await cancelJob(tx, viewer.organizationId, id);
      await recordAudit(tx, viewer, { action: 'COHORT_RUN_CANCELLED', subjectId: id });
      return requireRun(tx, viewer, id);
    });
  }

  private async freeze(tx: EntityManager, viewer: Viewer, design: CohortDesign): Promise<FrozenProblem> {
    const sources = await problemSources(tx, viewer, design, viewer.today);
    requireFillable(sources.cohorts);
    const frozen = problemOf(sources);
    if (frozen.document.executives.length === 0)
      throw new UseCaseError(
        'INVALID_INPUT',
        ['This design has no candidates to place.', ...frozen.remarks].join(' '),
      );
    requireFitting(checked(frozen), this.memory.mb);
    return frozen;
  }
}

/** @throws UseCaseError INVALID_INPUT with every fault, when the design makes no sense as a problem */
function checked({ document }: FrozenProblem): CohortProblem {
  try {
    return readProblem(document);
  } catch (error) {
    if (error instanceof InvalidProblemError) throw new UseCaseError('INVALID_INPUT', error.message);
    throw error;
  }
}

async function requireRoom(tx: EntityManager, organizationId: string): Promise<void> {
  const [row]: { active: number }[] = await tx.query(
    `SELECT count(*)::int AS active FROM job
     WHERE organization_id = $1 AND kind = $2 AND status IN ('QUEUED', 'RUNNING')`,
    [organizationId, JobKind.CohortRun],
  );
  if ((row?.active ?? 0) >= MOST_UNDER_WAY)
    throw new UseCaseError(
      'CONFLICT',
      `${MOST_UNDER_WAY} runs are under way; wait for one to end, or cancel one.`,
    );
}
