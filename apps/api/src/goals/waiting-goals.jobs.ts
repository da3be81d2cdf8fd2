import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { AlignmentGoal, JobKind } from '@alidade/database';
import type { RunningJob } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { JobHandlers } from '../jobs/job-handlers.js';
import { hasWayToGo } from './goal-rules.js';
import { figuresOn } from './population-figures.queries.js';
import type { Measured } from './population-figures.queries.js';

const LOOK_AGAIN_AFTER_S = 0.5;

/** A goal of an organization that has just been brought in; its first figure is still being worked out. */
interface WaitingGoal extends Measured, Pick<AlignmentGoal, 'title' | 'baselineOn' | 'target' | 'dueOn'> {
  /** Null: the figure of its first day. */
  readonly baseline: number | null;
}

/**
 * Sets goals that came with an organization, once its rounds are released and readiness is worked out. One whose figure
 * does not exist on its first day is left out. It is one transaction with the end of the job, so whatever is killed
 * meanwhile, they are set once.
 */
@Injectable()
export class WaitingGoalsJobs implements OnModuleInit {
  constructor(private readonly handlers: JobHandlers) {}

  onModuleInit(): void {
    this.handlers.register(JobKind.Goals, (job) => this.set(job));
  }

  private async set(job: RunningJob): Promise<void> {
    const { organizationId, input } = job.claim;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- ours: whoever asked for the job wrote it
    const goals = input['goals'] as readonly WaitingGoal[];
    if (await job.write((tx) => isUnderWay(tx, organizationId))) return job.wait(LOOK_AGAIN_AFTER_S);
    await job.complete(async (tx) => {
      const asked = goals.map((goal) => ({ goal, day: goal.baselineOn }));
      const figures = await figuresOn(tx, { organizationId }, asked);
      const begun = goals.flatMap((goal, i) => begunFrom(goal, figures[i]?.value ?? null));
      await tx.insert(
        AlignmentGoal,
        begun.map((goal) => ({ ...goal, organizationId })),
      );
      return { goals: begun.length };
    });
    return undefined;
  }
}

function begunFrom(goal: WaitingGoal, figure: number | null) {
  const baseline = goal.baseline ?? figure;
  if (baseline === null || !hasWayToGo(baseline, goal.target)) return [];
  return [{ ...goal, baseline, baselineTyped: goal.baseline !== null }];
}

/** Whether figures of this organization are still to come. */
async function isUnderWay(tx: EntityManager, organizationId: string): Promise<boolean> {
  const [row]: { yes: boolean }[] = await tx.query(
    `SELECT EXISTS (SELECT FROM readiness_cause WHERE organization_id = $1) OR EXISTS (
       SELECT FROM job WHERE organization_id = $1 AND kind = ANY ($2) AND status IN ('QUEUED', 'RUNNING')) AS yes`,
    [organizationId, [JobKind.Release, JobKind.Readiness]],
  );
  return row?.yes ?? false;
}
