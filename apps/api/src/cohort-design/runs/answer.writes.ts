import { indexOf, seatBenefits } from '@alidade/cohorts';
import type { CohortProblem, Evaluation, Placement, ProblemIndex } from '@alidade/cohorts';
import type { RunOutcome, StoredConflict, StoredExpectation, StoredReason } from '@alidade/database';
import type { EntityManager } from 'typeorm';

const BATCH = 5000;

/** What became of a run. */
export interface Answer {
  /** Null: it was cancelled, with the best plan so far. */
  readonly outcome: RunOutcome | null;
  readonly placements: readonly Placement[];
  /** Null: there is no plan. */
  readonly evaluation: Evaluation | null;
  readonly bound: number | null;
  readonly budgetPrice: number | null;
  readonly expected: readonly StoredExpectation[];
  readonly conflicts: readonly StoredConflict[];
}

interface RunKey {
  readonly organizationId: string;
  readonly id: string;
}

/** Writes a run's answer with its placements, in place of whatever was there. */
export async function writeAnswer(
  tx: EntityManager,
  { organizationId, id }: RunKey,
  problem: CohortProblem,
  answer: Answer,
): Promise<void> {
  const { outcome, evaluation, bound, budgetPrice, expected, conflicts } = answer;
  const { brokenRules = [] } = evaluation ?? {};
  await tx.query(
    `UPDATE cohort_run SET outcome = $3, objective = $4, bound = $5, benefit = $6, cost = $7, budget_price = $8,
       penalties = $9, expected = $10, conflicts = $11, breaks = $12, ended_at = now()
     WHERE organization_id = $1 AND id = $2`,
    [
      organizationId,
      id,
      outcome,
      evaluation?.objective ?? null,
      bound,
      evaluation?.benefit ?? null,
      evaluation?.cost ?? null,
      budgetPrice,
      evaluation && JSON.stringify(evaluation.penalties),
      JSON.stringify(expected),
      JSON.stringify(conflicts),
      JSON.stringify(brokenRules),
    ],
  );
  await replacePlacements(tx, { organizationId, id }, problem, answer.placements);
}

async function replacePlacements(
  tx: EntityManager,
  { organizationId, id }: RunKey,
  problem: CohortProblem,
  placements: readonly Placement[],
): Promise<void> {
  await tx.query(`DELETE FROM cohort_run_placement WHERE organization_id = $1 AND run_id = $2`, [
    organizationId,
    id,
  ]);
  const index = indexOf(problem);
  const locked = new Set(problem.rules.locked.map(keyOf));
  for (let from = 0; from < placements.length; from += BATCH) {
    const batch = placements.slice(from, from + BATCH);
    const reasons = batch.map((placement) => reasonsOf(index, placement));
    // oxlint-disable-next-line no-await-in-loop
    await tx.query(
      `INSERT INTO cohort_run_placement (organization_id, run_id, executive_id, cohort_id, locked, benefit, reasons)
       SELECT $1, $2, * FROM unnest($3::uuid[], $4::uuid[], $5::boolean[], $6::float8[], $7::jsonb[])`,
      [
        organizationId,
        id,
        batch.map(({ executive }) => executive),
        batch.map(({ cohort }) => cohort),
        batch.map((placement) => locked.has(keyOf(placement))),
        reasons.map((own) => own.reduce((sum, { points }) => sum + points, 0)),
        reasons.map((own) => JSON.stringify(own)),
      ],
    );
  }
}

const keyOf = ({ executive, cohort }: Placement): string => `${executive} ${cohort}`;

/** What a seat is expected to do, requirement by requirement; without a level on record, what it brings from level 1. */
function reasonsOf(
  index: ProblemIndex,
  { executive: id, cohort: cohortId }: Placement,
): readonly StoredReason[] {
  const [executive, cohort] = [index.executives.get(id), index.cohorts.get(cohortId)];
  if (!executive || !cohort) throw new RangeError(`The problem has no ${id} or ${cohortId}`);
  const develops = new Map(
    index.programs.get(cohort.program)?.develops.map((each) => [each.capability, each]),
  );
  return seatBenefits(index, executive, cohort.program).map(
    ({ strategy, capability, points, level, expected, required }) => {
      const { gain = 0, ceiling = 1 } = develops.get(capability) ?? {};
      return {
        strategyId: strategy,
        capabilityId: capability,
        levelNow: level,
        levelExpected: expected ?? Math.max(1, Math.min(1 + gain, ceiling)),
        requiredLevel: required,
        points,
      };
    },
  );
}
