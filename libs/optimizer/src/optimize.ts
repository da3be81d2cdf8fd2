import { Effort, eligiblePairs, SolutionStatus } from '@alidade/cohorts';
import type { CohortProblem, ExactPlan, Progress, Solution } from '@alidade/cohorts';
import { Worker } from 'node:worker_threads';
import type { OptimizerMessage, OptimizerTask } from './optimizer-message.js';
import { runProof, runSearch, withProof } from './run-task.js';

export interface OptimizeOptions {
  /** A whole number 0..2^32 − 1. */
  readonly seed: number;
  readonly effort: Effort;
  /** Told at least twice a second. */
  readonly onProgress?: (progress: Progress) => void;
  /** Aborted: the run answers within 200 ms with the best plan so far. */
  readonly signal?: AbortSignal;
}

/** The largest problem that a proof is tried for, in eligible pairs. */
const PROOF_PAIRS = 4000;

/**
 * Solves a cohort problem beside the calling thread, which stays free: in threads of their own where the code is compiled,
 * else (tests run from the sources) in this one. Thorough runs of small problems are solved to proven optimality by HiGHS
 * in a second thread.
 *
 * @param problem as `readProblem` gives it
 * @param options the same problem, seed and effort give the same answer on any machine, with any number of threads, unless
 *                it is aborted
 * @returns       what `solve` returns; OPTIMAL where the proof came to an end
 */
export async function optimize(problem: CohortProblem, options: OptimizeOptions): Promise<Solution> {
  const { seed, effort, signal } = options;
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const abort = (): void => void Atomics.store(stop, 0, 1);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  try {
    const task = (kind: OptimizerTask['kind']): OptimizerTask => ({ kind, problem, seed, effort, stop });
    const wanted = effort === Effort.Thorough && eligiblePairs(problem) <= PROOF_PAIRS;
    const proving = wanted ? prove(task('PROOF'), signal) : null;
    const solution = await search(task('SEARCH'), options);
    if (proving === null || solution.status === SolutionStatus.Optimal) {
      abort();
      return solution;
    }
    const proof = await proving;
    return proof === null ? solution : withProof(problem, solution, proof);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

const isCompiled = (): boolean => import.meta.url.endsWith('.js');

const threadFor = (task: OptimizerTask): Worker =>
  new Worker(new URL('./optimizer-thread.js', import.meta.url), { workerData: task });

function search(task: OptimizerTask, { onProgress }: OptimizeOptions): Promise<Solution> {
  const tell = (progress: Progress): void => onProgress?.(progress);
  if (!isCompiled()) return Promise.resolve(runSearch(task, tell));
  const thread = threadFor(task);
  return new Promise((resolve, reject) => {
    thread.on('message', (message: OptimizerMessage) => {
      if (message.kind === 'progress') tell(message.progress);
      else if (message.kind === 'solution') resolve(message.solution);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`The optimizer's thread ended with ${code}.`)));
  });
}

/** The proof; null when it was cut short. */
function prove(task: OptimizerTask, signal: AbortSignal | undefined): Promise<ExactPlan | null> {
  if (!isCompiled()) return runProof(task);
  const thread = threadFor(task);
  return new Promise((resolve, reject) => {
    // HiGHS looks up between nodes only: an abort need not wait for that.
    signal?.addEventListener('abort', () => void thread.terminate(), { once: true });
    thread.on('message', (message: OptimizerMessage) => {
      if (message.kind === 'proof') resolve(message.proof);
    });
    thread.on('error', reject);
    thread.on('exit', () => resolve(null));
  });
}
