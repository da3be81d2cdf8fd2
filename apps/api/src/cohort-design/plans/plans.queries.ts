import type { Viewer } from '@alidade/access';
import type { MoveConsequence, PlacementReasons } from '@alidade/cohorts';
import { UseCaseError } from '@alidade/errors';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { executivesKnownTo } from '../../directory/executives.queries.js';
import { groupedBy } from '../../platform/grouped-by.js';
import { requirePlan, requireRun, runsSeenBy } from '../runs/runs.queries.js';
import { bestSwapIn } from './best-swap.js';
import { explainers } from './explainers.js';
import type { ExplainedPlan } from './explainers.js';

/** Of one request: each looks at the plan several times. */
const MOST_EXPLAINED = 300;

/** Somebody in the plan of a run, or without a seat in it. */
export interface InPlan {
  readonly runId: string;
  readonly executiveId: string;
}

export const keyOf = ({ runId, executiveId }: InPlan): string => `${runId} ${executiveId}`;

/** Why each sits where they sit, or nowhere, by `keyOf`. @throws UseCaseError INVALID_INPUT when too many are asked */
export async function whyInPlans(
  tx: EntityManager,
  viewer: Viewer,
  asked: readonly InPlan[],
): Promise<ReadonlyMap<string, PlacementReasons>> {
  if (asked.length > MOST_EXPLAINED)
    throw new UseCaseError(
      'INVALID_INPUT',
      `Alternatives and reasons of ${asked.length} people at once are too many; at most ${MOST_EXPLAINED}. Name a cohort or executives.`,
    );
  const runs = await runsSeenBy(tx, viewer, [...new Set(asked.map(({ runId }) => runId))]);
  const found = new Map<string, PlacementReasons>();
  for (const [runId, own] of groupedBy(asked, (each) => each.runId)) {
    const run = runs.get(runId);
    if (!run) continue;
    // oxlint-disable-next-line no-await-in-loop
    const { explainer } = await explainers.of(tx, viewer, run);
    for (const each of own) {
      found.set(keyOf(each), explainer.why(each.executiveId));
      // oxlint-disable-next-line no-await-in-loop -- lets other requests have their turn
      await nextTurn();
    }
  }
  return found;
}

/** Run id -> candidates without a seat whom the viewer may know by name; none of a run without a plan. */
export async function unplacedOfRuns(
  tx: EntityManager,
  viewer: Viewer,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const runs = await runsSeenBy(tx, viewer, runIds);
  const unplaced = new Map<string, readonly string[]>();
  for (const run of runs.values()) {
    if (run.objective === null || run.endedAt === null) continue;
    // oxlint-disable-next-line no-await-in-loop
    const { problem, placements } = await explainers.of(tx, viewer, run);
    const seated = new Set(placements.map(({ executive }) => executive));
    const ids = problem.executives.map(({ id }) => id).filter((id) => !seated.has(id));
    // oxlint-disable-next-line no-await-in-loop
    const known = await executivesKnownTo(tx, viewer)
      .andWhere('executive.id = ANY(:ids)', { ids })
      .select('executive.id', 'id')
      .getRawMany<{ id: string }>();
    const shown = new Set(known.map(({ id }) => id));
    unplaced.set(
      run.id,
      ids.filter((id) => shown.has(id)),
    );
  }
  return unplaced;
}

/**
 * What a move by hand would do to a plan; nothing is changed.
 * @param cohortId  null: out of it
 * @throws UseCaseError NOT_FOUND for somebody or a cohort that is not in the problem; CONFLICT when there is no plan
 */
export async function consequenceOf(
  tx: EntityManager,
  viewer: Viewer,
  { runId, executiveId }: InPlan,
  cohortId: string | null,
): Promise<MoveConsequence> {
  const run = await requireRun(tx, viewer, runId);
  requirePlan(run);
  const plan = await explainers.of(tx, viewer, run);
  requireInProblem(plan, executiveId, cohortId);
  const consequence = plan.explainer.move(executiveId, cohortId);
  const bestSwap =
    consequence.bestSwap ?? (cohortId === null ? null : bestSwapIn(plan, executiveId, cohortId));
  return { ...consequence, bestSwap };
}

/** @throws UseCaseError NOT_FOUND */
export function requireInProblem(
  { problem }: Pick<ExplainedPlan, 'problem'>,
  executiveId: string,
  cohortId: string | null,
): void {
  if (!problem.executives.some(({ id }) => id === executiveId))
    throw new UseCaseError('NOT_FOUND', `No candidate ${executiveId} in this run`);
  if (cohortId !== null && !problem.cohorts.some(({ id }) => id === cohortId))
    throw new UseCaseError('NOT_FOUND', `No cohort ${cohortId} in this run`);
}
