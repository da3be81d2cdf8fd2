import { solve } from '@alidade/cohorts';
import type { CohortProblem, Effort, Progress, Solution } from '@alidade/cohorts';
import { Worker } from 'node:worker_threads';
import { atIntervals } from './at-intervals.js';
import type { OptimizerMessage, OptimizerTask } from './optimizer-message.js';

export interface OptimizeOptions {
  /** A whole number 0..2^32 − 1. */
  readonly seed: number;
  readonly effort: Effort;
  /** Told at least twice a second. */
  readonly onProgress?: (progress: Progress) => void;
  /** Aborted: the run answers within 200 ms with the best plan so far. */
  readonly signal?: AbortSignal;
}

const PROGRESS_EVERY_MS = 250;

/**
 * Solves a cohort problem beside the calling thread, which stays free: in a thread of its own where the code is compiled,
 * else (tests run from the sources) in this one.
 *
 * @param problem as `readProblem` gives it
 * @param options the same problem, seed and effort give the same answer on any machine, with any number of threads, unless
 *                it is aborted
 * @returns       what `solve` returns
 */
export async function optimize(problem: CohortProblem, options: OptimizeOptions): Promise<Solution> {
  const { seed, effort, signal } = options;
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const abort = (): void => void Atomics.store(stop, 0, 1);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  try {
    const task: OptimizerTask = { problem, seed, effort, stop };
    return await (import.meta.url.endsWith('.js') ? inThread(task, options) : inThisThread(task, options));
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

function inThread(task: OptimizerTask, { onProgress }: OptimizeOptions): Promise<Solution> {
  const thread = new Worker(new URL('./optimizer-thread.js', import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    thread.on('message', (message: OptimizerMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      else resolve(message.solution);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`The optimizer's thread ended with ${code}.`)));
  });
}

function inThisThread({ problem, seed, effort, stop }: OptimizerTask, options: OptimizeOptions): Solution {
  const tell = options.onProgress && atIntervals(PROGRESS_EVERY_MS, options.onProgress);
  return solve(problem, {
    seed,
    effort,
    onProgress: (progress) => {
      tell?.(progress);
      return Atomics.load(stop, 0) === 0;
    },
  });
}
