import type { Viewer } from '@alidade/access';
import { explainerOf } from '@alidade/cohorts';
import type { CohortProblem, Explainer, Placement } from '@alidade/cohorts';
import type { EntityManager } from 'typeorm';
import { loadProblem, placementsOfRuns } from '../runs/runs.queries.js';
import type { RunRow } from '../runs/runs.queries.js';

/** A plan that can be asked why. */
export interface ExplainedPlan {
  readonly problem: CohortProblem;
  readonly placements: readonly Placement[];
  readonly explainer: Explainer;
  /** Executive -> points of their seat. */
  readonly benefitOf: ReadonlyMap<string, number>;
}

/** Together; a problem of 5,000 executives takes some 30 MB. */
const MOST_EXECUTIVES = 30_000;

/**
 * The plans that were asked about last, ready to be asked again: reading a large problem takes a second, an answer
 * milliseconds. Whoever asks has made sure that the viewer may see the run.
 */
class Explainers {
  private readonly plans = new Map<string, ExplainedPlan>();

  async of(tx: EntityManager, viewer: Pick<Viewer, 'organizationId'>, run: RunRow): Promise<ExplainedPlan> {
    const key = `${viewer.organizationId} ${run.id} ${run.version} ${run.endedAt?.getTime()}`;
    const plan = this.plans.get(key) ?? (await load(tx, viewer, run.id));
    this.plans.delete(key);
    this.plans.set(key, plan);
    this.forgetOldest();
    return plan;
  }

  private forgetOldest(): void {
    let executives = 0;
    for (const [key, { problem }] of [...this.plans].toReversed()) {
      executives += problem.executives.length;
      if (executives > MOST_EXECUTIVES && this.plans.size > 1) this.plans.delete(key);
    }
  }
}

async function load(
  tx: EntityManager,
  viewer: Pick<Viewer, 'organizationId'>,
  runId: string,
): Promise<ExplainedPlan> {
  const { problem } = await loadProblem(tx, viewer, runId);
  const rows = await placementsOfRuns(tx, viewer, [runId]);
  const placements = rows.map(({ executiveId, cohortId }) => ({ executive: executiveId, cohort: cohortId }));
  const benefitOf = new Map(rows.map(({ executiveId, benefit }) => [executiveId, benefit]));
  return { problem, placements, explainer: explainerOf(problem, placements), benefitOf };
}

/** One for the process: what is kept is read-only and named by the run. */
export const explainers = new Explainers();
