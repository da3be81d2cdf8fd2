import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { JobKind, ReadSession } from '@alidade/database';
import type { RunningJob } from '@alidade/database';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { JobHandlers } from '../jobs/job-handlers.js';
import {
  causesOf,
  executiveIdsInOrder,
  policyPeriods,
  statementsOf,
  withinPeriods,
} from './raw-history.queries.js';
import { rebuildLevels, rebuildStatement } from './rebuild.js';
import { scopeOfCauses } from './rebuild-scope.js';

/** Of the snapshot that a rebuild reads from: longer than any rebuild takes. */
const LONGEST_REBUILD_MS = 3_600_000;

/**
 * Puts levels, readiness and tallies right after changes: made anew from the raw history for those concerned, and only
 * differences are written. One job per organization at a time. All of it is one transaction with the end of the job,
 * so a reader sees the change whole or not at all, and a worker that dies in the middle leaves nothing behind.
 *
 * The history is read from one snapshot, and with it the causes: a change that is written meanwhile is seen by nothing
 * of this rebuild, keeps its cause and asks for the next one.
 */
@Injectable()
export class ReadinessJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.handlers.register(JobKind.Readiness, (job, signal) => this.rebuild(job, signal));
  }

  private async rebuild(job: RunningJob, signal: AbortSignal): Promise<void> {
    const { organizationId } = job.claim;
    const raw = new ReadSession(this.db, { organizationId }, LONGEST_REBUILD_MS);
    try {
      await job.complete((tx) => this.workIn(tx, raw, organizationId, signal));
    } finally {
      await raw.close();
    }
  }

  private async workIn(
    tx: EntityManager,
    raw: ReadSession,
    organizationId: string,
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, unknown>>> {
    const organization = { organizationId };
    const changed = { causes: 0, levels: 0, facts: 0, tallies: 0 };
    const causes = await raw.read((snapshot) => causesOf(snapshot, organization));
    if (causes.length === 0) return changed;
    const scope = scopeOfCauses(causes);
    const rebuild = {
      organization,
      raw,
      tx,
      signal,
      policies: await raw.read((snapshot) => policyPeriods(snapshot, organization)),
      within: await raw.read((snapshot) => withinPeriods(snapshot, organization)),
      executiveIds: await raw.read((snapshot) => executiveIdsInOrder(snapshot, organization)),
    };
    changed.causes = causes.length;
    changed.levels = await rebuildLevels(rebuild, scope.levelsOf);
    for (const statement of await raw.read((snapshot) => statementsOf(snapshot, organization))) {
      // oxlint-disable-next-line no-await-in-loop
      const { facts, tallies } = await rebuildStatement(rebuild, statement, scope);
      changed.facts += facts;
      changed.tallies += tallies;
    }
    await tx.query(`DELETE FROM readiness_cause WHERE organization_id = $1 AND id = ANY($2)`, [
      organizationId,
      causes.map(({ id }) => id),
    ]);
    return changed;
  }
}
