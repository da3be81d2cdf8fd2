import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Effort, SolutionStatus } from '@alidade/cohorts';
import type { CohortProblem, Progress, Solution } from '@alidade/cohorts';
import { CohortRun, inOrganization, JobEnded, JobKind, RunOutcome } from '@alidade/database';
import type { ReadinessBasis, RunEffort, RunningJob, StoredConflict } from '@alidade/database';
import { explainContradictions, optimize } from '@alidade/optimizer';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { JobHandlers } from '../../jobs/job-handlers.js';
import { writeAnswer } from './answer.writes.js';
import type { Answer } from './answer.writes.js';
import { expectedReadiness } from './expected-readiness.js';
import { loadProblem } from './runs.queries.js';

/** How often the best so far is written and the wish to stop is read: a cancel is seen within it. */
const REPORT_EVERY_MS = 100;

const EFFORTS: Readonly<Record<RunEffort, Effort>> = {
  QUICK: Effort.Quick,
  STANDARD: Effort.Standard,
  THOROUGH: Effort.Thorough,
};

const OUTCOMES: Readonly<Record<SolutionStatus, RunOutcome>> = {
  [SolutionStatus.Optimal]: RunOutcome.SUCCEEDED,
  [SolutionStatus.Feasible]: RunOutcome.SUCCEEDED,
  [SolutionStatus.Infeasible]: RunOutcome.INFEASIBLE,
  [SolutionStatus.NotFound]: RunOutcome.NOT_FOUND,
};

interface Task {
  readonly run: CohortRun;
  readonly problem: CohortProblem;
  readonly basis: ReadinessBasis;
}

/**
 * Solves the frozen problem of a run beside this thread, which stays free to renew the lease. A worker that dies in the
 * middle leaves nothing but a progress behind; whoever takes the run up begins again from the same problem, seed and
 * effort and comes to the same answer.
 */
@Injectable()
export class CohortRunJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.handlers.register(JobKind.CohortRun, (job, signal) => this.solve(job, signal));
  }

  private async solve(job: RunningJob, signal: AbortSignal): Promise<void> {
    const task = await this.taskOf(job);
    const { run, problem } = task;
    const reports = new Reports(job, signal);
    const solution = await solved(task, reports);
    const conflicts = await conflictsIn(problem, solution);
    const write = (tx: EntityManager, outcome: RunOutcome | null): Promise<void> =>
      writeAnswer(tx, run, problem, answerOf(task, solution, { outcome, conflicts }));
    if (reports.wasCancelled) return job.cancelled((tx) => write(tx, null));
    reports.stop.throwIfAborted();
    try {
      await job.complete(async (tx) => {
        await write(tx, OUTCOMES[solution.status]);
        return undefined;
      });
    } catch (error) {
      // Asked to stop when it was done already: as one that was stopped, with the plan.
      if (!(error instanceof JobEnded && error.reason === 'CANCELLED')) throw error;
      await job.cancelled((tx) => write(tx, null));
    }
  }

  private taskOf({ claim }: RunningJob): Promise<Task> {
    const { organizationId, id } = claim;
    return inOrganization(this.db, claim, async (tx) => ({
      run: await tx.findOneByOrFail(CohortRun, { organizationId, id }),
      ...(await loadProblem(tx, claim, id)),
    }));
  }
}

async function solved({ run, problem }: Task, reports: Reports): Promise<Solution> {
  const { seed, effort } = run;
  try {
    return await optimize(problem, {
      seed,
      effort: EFFORTS[effort],
      signal: reports.stop,
      onProgress: (progress) => reports.note(progress),
    });
  } finally {
    await reports.end();
  }
}

/** The fewest rules that cannot hold together, when there is no plan. */
async function conflictsIn(
  problem: CohortProblem,
  { status, contradictions }: Solution,
): Promise<readonly StoredConflict[]> {
  if (status !== SolutionStatus.Infeasible) return [];
  const { rules } = await explainContradictions(problem);
  return rules.length > 0 ? rules : contradictions;
}

function answerOf(
  { problem, basis }: Task,
  { placements, evaluation, bound, budgetPrice }: Solution,
  { outcome, conflicts }: Pick<Answer, 'outcome' | 'conflicts'>,
): Answer {
  return {
    outcome,
    placements,
    evaluation,
    bound: orNull(bound),
    budgetPrice: evaluation && budgetPrice,
    expected: evaluation ? expectedReadiness(problem, basis, placements) : [],
    conflicts,
  };
}

/** A bound that is none yet. */
const orNull = (figure: number | null): number | null => (Number.isFinite(figure) ? figure : null);

/** Tells how far a run is, again and again, and hears that it is to stop. */
class Reports {
  private readonly stopping = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private latest: Progress | null = null;
  private inFlight: Promise<void> | null = null;

  constructor(
    private readonly job: RunningJob,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', this.abort);
    if (signal.aborted) this.abort();
    this.timer = setInterval(() => {
      this.inFlight ??= this.report().finally(() => (this.inFlight = null));
    }, REPORT_EVERY_MS);
  }

  get stop(): AbortSignal {
    return this.stopping.signal;
  }

  get wasCancelled(): boolean {
    const { reason }: { readonly reason: unknown } = this.stopping.signal;
    return reason instanceof JobEnded && reason.reason === 'CANCELLED';
  }

  note(progress: Progress): void {
    this.latest = progress;
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    this.signal.removeEventListener('abort', this.abort);
    await this.inFlight;
  }

  private readonly abort = (): void => this.stopping.abort(this.signal.reason);

  /** An accident of one report is made good by the next, or by the lease that runs out. */
  private async report(): Promise<void> {
    const { organizationId, id } = this.job.claim;
    const progress = this.latest;
    try {
      if (progress === null) await this.job.report();
      else
        await this.job.write(
          (tx) =>
            tx.query(
              `UPDATE cohort_run SET objective = $3, bound = $4 WHERE organization_id = $1 AND id = $2`,
              [organizationId, id, orNull(progress.objective), orNull(progress.bound)],
            ),
          progress.done,
        );
    } catch (error) {
      if (error instanceof JobEnded) this.stopping.abort(error);
    }
  }
}
