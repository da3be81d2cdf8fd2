import { MipStatus, refereeOf, SolutionStatus, solve, solveExactly } from '@alidade/cohorts';
import type { CohortProblem, ExactPlan, Progress, Solution } from '@alidade/cohorts';
import { atIntervals } from './at-intervals.js';
import { loadHighsSolver } from './load-highs.js';
import type { OptimizerTask } from './optimizer-message.js';

const PROGRESS_EVERY_MS = 250;
/** Branch-and-bound nodes of a proof; a proof that does not end within them is discarded. */
const PROOF_NODES = 20_000;

export function runSearch(task: OptimizerTask, onProgress: (progress: Progress) => void): Solution {
  const { problem, seed, effort, stop } = task;
  const tell = atIntervals(PROGRESS_EVERY_MS, onProgress);
  return solve(problem, {
    seed,
    effort,
    onProgress: (progress) => {
      tell(progress);
      return Atomics.load(stop, 0) === 0;
    },
  });
}

export async function runProof({ problem, stop }: OptimizerTask): Promise<ExactPlan> {
  const solver = await loadHighsSolver();
  return solveExactly(problem, solver, {
    nodes: PROOF_NODES,
    goOn: () => Atomics.load(stop, 0) === 0,
  });
}

/** What both found together: the proof's answer where it came to an end, else the search's. */
export function withProof(problem: CohortProblem, solution: Solution, proof: ExactPlan): Solution {
  if (proof.status === MipStatus.Stopped) return solution;
  if (proof.status === MipStatus.Infeasible)
    return solution.evaluation === null ? { ...solution, status: SolutionStatus.Infeasible } : solution;
  const evaluation = refereeOf(problem)(proof.placements);
  // HiGHS allows rules 1e-6; the referee, 1e-9, decides.
  if (evaluation.brokenRules.length > 0) return solution;
  const better = solution.evaluation === null || evaluation.objective > solution.evaluation.objective;
  const best = better
    ? { evaluation, placements: proof.placements }
    : { evaluation: solution.evaluation, placements: solution.placements };
  return {
    ...solution,
    ...best,
    status: SolutionStatus.Optimal,
    bound: best.evaluation.objective,
    contradictions: [],
  };
}
