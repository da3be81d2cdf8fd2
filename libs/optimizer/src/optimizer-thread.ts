// One thread of the optimizer: does the task it is started with, tells how far it is, and answers.
import { parentPort, workerData } from 'node:worker_threads';
import type { OptimizerMessage, OptimizerTask } from './optimizer-message.js';
import { runProof, runSearch } from './run-task.js';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: OptimizerMessage): void => parentPort?.postMessage(message);

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- started by optimize() alone, which passes a task
const task = workerData as OptimizerTask;
if (task.kind === 'PROOF') say({ kind: 'proof', proof: await runProof(task) });
else
  say({
    kind: 'solution',
    solution: runSearch(task, (progress) => say({ kind: 'progress', progress })),
  });
