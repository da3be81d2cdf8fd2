import type { CohortProblem, Effort, ExactPlan, Progress, Solution } from '@alidade/cohorts';

/** What a thread of the optimizer is started with. */
export interface OptimizerTask {
  /** SEARCH finds a good plan and a bound; PROOF finds the best plan or nothing. */
  readonly kind: 'SEARCH' | 'PROOF';
  readonly problem: CohortProblem;
  readonly seed: number;
  readonly effort: Effort;
  /** One number, shared: 1 asks the thread to stop and answer with the best so far. */
  readonly stop: Int32Array;
}

/** What it says. */
export type OptimizerMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'solution'; readonly solution: Solution }
  | { readonly kind: 'proof'; readonly proof: ExactPlan };
