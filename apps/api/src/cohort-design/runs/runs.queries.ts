import type { Viewer } from '@alidade/access';
import { readProblem } from '@alidade/cohorts';
import type { CohortProblem } from '@alidade/cohorts';
import { CohortRunProblem } from '@alidade/database';
import type { CohortRun, ReadinessBasis, StoredReason } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { designsSeenBy, requireDesign } from '../designs/designs.queries.js';
import type { CohortRunStatus } from './run-status.js';

type Scope = Pick<Viewer, 'organizationId'>;

/** A run with how far its job is. */
export interface RunRow extends Omit<CohortRun, 'design' | 'copiedFrom' | 'outcome'> {
  readonly status: CohortRunStatus;
  /** 0..1 */
  readonly progress: number;
  /** Why it failed; null while it has not. */
  readonly failure: string | null;
}

/** A run ends with an outcome; until then, and when it never comes to one, its job says how it stands. */
const RUN = `
  SELECT run.organization_id AS "organizationId", run.id, run.design_id AS "designId", run.seed, run.effort, run.day,
    run.objective, run.bound, run.benefit, run.cost, run.budget_price AS "budgetPrice", run.penalties, run.expected,
    run.conflicts, run.breaks, run.remarks, run.copied_from_id AS "copiedFromId", run.version,
    run.started_by_id AS "startedById", run.recorded_at AS "recordedAt",
    coalesce(run.ended_at, CASE WHEN job.status IN ('FAILED', 'CANCELLED') THEN job.changed_at END) AS "endedAt",
    coalesce(run.outcome, CASE WHEN job.status = 'QUEUED' AND job.cancel_requested THEN 'CANCELLED' ELSE job.status END) AS status,
    CASE WHEN run.outcome IS NULL THEN job.progress ELSE 1 END AS progress, content.failure
  FROM cohort_run AS run
  LEFT JOIN job ON job.organization_id = run.organization_id AND job.id = run.id
  LEFT JOIN job_content AS content ON content.organization_id = run.organization_id AND content.id = run.id`;

/** Of these designs, the latest first; whoever asks has made sure that the viewer may see the designs. */
export function runsOfDesigns(
  tx: EntityManager,
  { organizationId }: Scope,
  designIds: readonly string[],
): Promise<RunRow[]> {
  return tx.query(
    `${RUN} WHERE run.organization_id = $1 AND run.design_id = ANY($2) ORDER BY run.recorded_at DESC, run.id`,
    [organizationId, [...designIds]],
  );
}

/** Those of designs that the viewer may see, by id. */
export async function runsSeenBy(
  tx: EntityManager,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RunRow>> {
  const runs: RunRow[] = await tx.query(`${RUN} WHERE run.organization_id = $1 AND run.id = ANY($2)`, [
    viewer.organizationId,
    [...ids],
  ]);
  const designs = new Set((await designsSeenBy(tx, viewer)).map(({ id }) => id));
  return new Map(runs.filter(({ designId }) => designs.has(designId)).map((run) => [run.id, run]));
}

/** @throws UseCaseError NOT_FOUND when it is absent, or of a design that the viewer may not see */
export async function requireRun(tx: EntityManager, viewer: Viewer, id: string): Promise<RunRow> {
  const [run]: RunRow[] = isUUID(id)
    ? await tx.query(`${RUN} WHERE run.organization_id = $1 AND run.id = $2`, [viewer.organizationId, id])
    : [];
  if (!run) throw noRun(id);
  await requireDesign(tx, viewer, run.designId).catch((error: unknown) => {
    throw error instanceof UseCaseError && error.code === 'NOT_FOUND' ? noRun(id) : error;
  });
  return run;
}

const noRun = (id: string): UseCaseError => new UseCaseError('NOT_FOUND', `No cohort run ${id}`);

/** @throws UseCaseError CONFLICT when there is no plan */
export function requirePlan(run: RunRow): void {
  if (run.objective === null || run.endedAt === null)
    throw new UseCaseError('CONFLICT', `This run is ${run.status} and has no plan.`);
}

export interface LoadedProblem {
  readonly problem: CohortProblem;
  readonly basis: ReadinessBasis;
}

/** The frozen problem of a run, checked as any other. */
export async function loadProblem(
  tx: EntityManager,
  { organizationId }: Scope,
  runId: string,
): Promise<LoadedProblem> {
  const { document, basis } = await tx.findOneByOrFail(CohortRunProblem, { organizationId, runId });
  return { problem: readProblem(document), basis };
}

export interface PlacementRow {
  readonly runId: string;
  readonly executiveId: string;
  readonly cohortId: string;
  readonly locked: boolean;
  readonly benefit: number;
  readonly reasons: readonly StoredReason[];
}

/** By cohort as it starts, then by points. */
export function placementsOfRuns(
  tx: EntityManager,
  { organizationId }: Scope,
  runIds: readonly string[],
): Promise<PlacementRow[]> {
  return tx.query(
    `SELECT placement.run_id AS "runId", placement.executive_id AS "executiveId", placement.cohort_id AS "cohortId",
       placement.locked, placement.benefit, placement.reasons
     FROM cohort_run_placement AS placement
     JOIN cohort ON cohort.organization_id = $1 AND cohort.id = placement.cohort_id
     WHERE placement.organization_id = $1 AND placement.run_id = ANY($2)
     ORDER BY cohort.starts_on, cohort.name, cohort.id, placement.benefit DESC, placement.executive_id`,
    [organizationId, [...runIds]],
  );
}
