import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import { refereeOf } from '@alidade/cohorts';
import type { Placement } from '@alidade/cohorts';
import { CohortRun, inOrganization, RunOutcome, updateGuarded } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../../platform/audit.js';
import { lockDesign } from '../designs/designs.queries.js';
import { writeAnswer } from '../runs/answer.writes.js';
import { expectedReadiness } from '../runs/expected-readiness.js';
import { loadProblem, placementsOfRuns, requirePlan, requireRun } from '../runs/runs.queries.js';
import type { RunRow } from '../runs/runs.queries.js';
import { comparisonOf } from './comparison.queries.js';
import { consequenceOf, requireInProblem } from './plans.queries.js';
import type { InPlan } from './plans.queries.js';
import type { CohortRunComparisonType, MoveConsequenceType } from './plans.types.js';

/** What designers do with the plan of a run: try a move, make one, compare. */
@Injectable()
export class PlansOfRunsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async consequence(
    viewer: Viewer,
    reads: ReadSession,
    who: InPlan,
    cohortId: string | null,
  ): Promise<MoveConsequenceType> {
    const { objectiveChange, benefitChange, costChange, brokenRules, bestSwap } = await reads.read((tx) =>
      consequenceOf(tx, viewer, who, cohortId),
    );
    return {
      difference: objectiveChange,
      benefitDifference: benefitChange,
      costDifference: costChange,
      brokenRules,
      bestSwapId: bestSwap?.executive ?? null,
      bestSwapDifference: bestSwap?.objectiveChange ?? null,
    };
  }

  compare(
    viewer: Viewer,
    reads: ReadSession,
    firstId: string,
    secondId: string,
  ): Promise<CohortRunComparisonType> {
    return reads.read((tx) => comparisonOf(tx, viewer, firstId, secondId));
  }

  /**
   * Moves somebody in a copy of a run; in a copy that is neither accepted nor published in its place. The copy may break
   * rules and says which.
   * @throws UseCaseError NOT_FOUND for somebody or a cohort that is not in the problem; CONFLICT when there is no plan
   */
  move(viewer: Viewer, { runId, executiveId }: InPlan, cohortId: string | null): Promise<RunRow> {
    return inOrganization(this.db, viewer, async (tx) => {
      const original = await requireRun(tx, viewer, runId);
      const { acceptedRunId, publishedRunId } = await lockDesign(tx, viewer, original.designId);
      requirePlan(original);
      const inUse = runId === acceptedRunId || runId === publishedRunId;
      const copy = original.copiedFromId === null || inUse ? await copied(tx, viewer, original) : original;
      const { problem, basis } = await loadProblem(tx, viewer, runId);
      requireInProblem({ problem }, executiveId, cohortId);
      const others = (await planOf(tx, viewer, runId)).filter(({ executive }) => executive !== executiveId);
      const placements =
        cohortId === null ? others : [...others, { executive: executiveId, cohort: cohortId }];
      await updateGuarded(tx, CohortRun, copy, { expectedVersion: copy.version, set: {} });
      await writeAnswer(tx, copy, problem, {
        outcome: RunOutcome.SUCCEEDED,
        placements,
        evaluation: refereeOf(problem)(placements),
        bound: original.bound,
        budgetPrice: original.budgetPrice,
        expected: expectedReadiness(problem, basis, placements),
        conflicts: [],
      });
      await recordAudit(tx, viewer, {
        action: 'COHORT_PLAN_MOVED',
        subjectId: copy.id,
        detail: { executiveId, cohortId },
      });
      return requireRun(tx, viewer, copy.id);
    });
  }
}

async function planOf(tx: EntityManager, viewer: Viewer, runId: string): Promise<readonly Placement[]> {
  const rows = await placementsOfRuns(tx, viewer, [runId]);
  return rows.map(({ executiveId, cohortId }) => ({ executive: executiveId, cohort: cohortId }));
}

/** A new run with the same problem, still without a plan. */
async function copied(tx: EntityManager, viewer: Viewer, run: RunRow): Promise<CohortRun> {
  const { organizationId, personId } = viewer;
  const { designId, seed, effort, day, remarks, id: copiedFromId } = run;
  const made = {
    organizationId,
    designId,
    seed,
    effort,
    day,
    remarks: [...remarks],
    copiedFromId,
    startedById: personId,
  };
  const copy = await tx.save(CohortRun, made);
  await tx.query(
    `INSERT INTO cohort_run_problem (organization_id, run_id, document, basis)
     SELECT organization_id, $3, document, basis FROM cohort_run_problem WHERE organization_id = $1 AND run_id = $2`,
    [organizationId, run.id, copy.id],
  );
  return copy;
}
