// One thread of the optimizer: solves the problem it is started with, tells how far it is, and answers.
import { solve } from '@alidade/cohorts';
import { parentPort, workerData } from 'node:worker_threads';
import type { OptimizerMessage, OptimizerTask } from './optimizer-message.js';
import { atIntervals } from './at-intervals.js';

const PROGRESS_EVERY_MS = 250;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: OptimizerMessage): void => parentPort?.postMessage(message);

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- started by optimize() alone, which passes a task
const { problem, seed, effort, stop } = workerData as OptimizerTask;
const tell = atIntervals(PROGRESS_EVERY_MS, (progress) => say({ kind: 'progress', progress }));
const solution = solve(problem, {
  seed,
  effort,
  onProgress: (progress) => {
    tell(progress);
    return Atomics.load(stop, 0) === 0;
  },
});
say({ kind: 'solution', solution });
