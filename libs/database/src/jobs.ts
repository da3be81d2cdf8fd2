import { UseCaseError } from '@alidade/errors';
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { inOrganization } from './transaction.js';

/** How long a claim holds without a sign of life. */
const LEASE = '10 seconds';
/** What may be claimed: due, and nobody's or left behind by a worker that is gone. */
const CLAIMABLE = `status IN ('QUEUED', 'RUNNING') AND run_after <= now() AND (lease_until IS NULL OR lease_until < now())`;
const CANDIDATES = 16;

/** Work that more than one part of the product asks for. */
export const JobKind = {
  Release: 'RELEASE',
  Readiness: 'READINESS',
  /** Writes to everybody who owes ratings in a round that has just opened. */
  Invitations: 'INVITATIONS',
  /** What a day brings to an open round: reminders, and in the end its closing. */
  RoundDay: 'ROUND_DAY',
  CohortRun: 'COHORT_RUN',
  /** Lets plans follow who has a seat in which program. */
  PlanTemplates: 'PLAN_TEMPLATES',
  /** Reminds people, on a day of the organization, of what is due in plans. */
  PlanDay: 'PLAN_DAY',
  /** Looks once a day at how the goals of an organization stand, and tells their owners what changed. */
  GoalDay: 'GOAL_DAY',
  /** Sets the goals that came with an organization, once their first figures are there. */
  Goals: 'GOALS',
} as const;

export interface JobRequest {
  /** Of the job, when what it is about has that id; a new one when not given. */
  readonly id?: string;
  /** Which handler takes it. */
  readonly kind: string;
  /** At most one active job of the organization has it; asking again while one is queued or running asks that one. */
  readonly key: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** Who asks; null for the system. */
  readonly personId: string | null;
  readonly maxAttempts?: number;
  /** Not before midnight of this day of the organization; not given: at once. */
  readonly onDay?: string;
}

/**
 * Asks for long work in the transaction of the change that causes it.
 * @returns the id of the job that will do it. When one with this key is queued it does; when one is running, it is
 *          queued again as it ends, so that what was written meanwhile is seen.
 */
export async function enqueueJob(
  tx: EntityManager,
  organizationId: string,
  { id = randomUUID(), kind, key, input = {}, personId, maxAttempts = 5, onDay }: JobRequest,
): Promise<string> {
  const [job]: { id: string; isNew: boolean }[] = await tx.query(
    `INSERT INTO job (organization_id, id, kind, key, max_attempts, run_after)
     VALUES ($1, $2, $3, $4, $5, coalesce((
       SELECT $6::timestamp AT TIME ZONE time_zone FROM organization_setting WHERE organization_id = $1 AND $6 IS NOT NULL
     ), now()))
     ON CONFLICT (organization_id, key) WHERE status IN ('QUEUED', 'RUNNING')
       DO UPDATE SET again = job.again OR job.status = 'RUNNING'
     RETURNING id, (xmax = 0) AS "isNew"`,
    [organizationId, id, kind, key, maxAttempts, onDay ?? null],
  );
  if (!job) throw new Error('INSERT … RETURNING gave no row');
  if (job.isNew)
    await tx.query(
      `INSERT INTO job_content (organization_id, id, person_id, input) VALUES ($1, $2, $3, $4)`,
      [organizationId, job.id, personId, JSON.stringify(input)],
    );
  return job.id;
}

/** Asks a queued or running job to stop; it does at its next sign of life. @returns whether there was one to ask */
export async function cancelJob(tx: EntityManager, organizationId: string, id: string): Promise<boolean> {
  const asked: [unknown[], number] = await tx.query(
    `UPDATE job SET cancel_requested = true, changed_at = now()
     WHERE organization_id = $1 AND id = $2 AND status IN ('QUEUED', 'RUNNING')`,
    [organizationId, id],
  );
  return asked[1] > 0;
}

/** The claim on a job was lost (its lease ran out and another worker took it) or its end was asked for. Not a failure. */
export class JobEnded extends Error {
  override readonly name = 'JobEnded';
  constructor(readonly reason: 'LOST' | 'CANCELLED') {
    super(reason === 'LOST' ? 'Another worker has taken this job.' : 'This job was asked to stop.');
  }
}

interface Claim {
  readonly organizationId: string;
  readonly id: string;
  readonly kind: string;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly personId: string | null;
  readonly input: Readonly<Record<string, unknown>>;
}

type TidyUp = (tx: EntityManager) => Promise<unknown>;
const nothing: TidyUp = async () => undefined;

/** One job that this worker holds, until its lease runs out; every write is fenced by the number of the attempt. */
export class RunningJob {
  private ended = false;

  constructor(
    private readonly db: DataSource,
    readonly claim: Claim,
  ) {}

  /**
   * A sign of life: renews the lease and tells the share done.
   * @param progress  0..1; not given: as before
   * @throws JobEnded when it was asked to stop, or another worker has taken it
   */
  async report(progress?: number): Promise<void> {
    await inOrganization(this.db, this.claim, (tx) => this.fence(tx, progress));
  }

  /**
   * Work that is kept only if the job is still this worker's when it ends.
   * @param progress  0..1; not given: as before
   * @throws JobEnded
   */
  write<T>(work: (tx: EntityManager) => Promise<T>, progress?: number): Promise<T> {
    return inOrganization(this.db, this.claim, async (tx) => {
      const result = await work(tx);
      await this.fence(tx, progress);
      return result;
    });
  }

  /** The last write of the job and its end, in one transaction: it happened once or not at all. @throws JobEnded */
  async complete(
    work: (tx: EntityManager) => Promise<Readonly<Record<string, unknown>> | undefined>,
  ): Promise<void> {
    await inOrganization(this.db, this.claim, async (tx) => {
      const result = await work(tx);
      await this.fence(tx);
      await this.end(tx, 'SUCCEEDED', { result });
    });
    this.ended = true;
  }

  /**
   * Ends it for good without a result.
   * @param failure  why, safe to show
   * @param tidyUp   what goes with the end, in the same transaction
   * @throws JobEnded
   */
  fail(failure: string, tidyUp: TidyUp = nothing): Promise<void> {
    return this.endWithout('FAILED', tidyUp, failure);
  }

  /** Ends it because somebody asked for that. @throws JobEnded */
  cancelled(tidyUp: TidyUp = nothing): Promise<void> {
    return this.endWithout('CANCELLED', tidyUp);
  }

  /** Whether this worker is done with it; one with which it is not is still to be done. */
  get hasEnded(): boolean {
    return this.ended;
  }

  /** After an accident: tried again a little later, by whichever worker comes first. */
  async postpone(seconds: number): Promise<void> {
    await inOrganization(this.db, this.claim, (tx) =>
      tx.query(
        `UPDATE job SET status = 'QUEUED', lease_until = NULL, run_after = now() + $4 * interval '1 second', changed_at = now()
         WHERE organization_id = $1 AND id = $2 AND attempt = $3 AND status = 'RUNNING'`,
        [...this.key, seconds],
      ),
    );
  }

  /** What it needs is not there yet: tried again a little later, without counting the attempt. */
  async wait(seconds: number): Promise<void> {
    await inOrganization(this.db, this.claim, (tx) =>
      tx.query(
        `UPDATE job SET status = 'QUEUED', lease_until = NULL, max_attempts = max_attempts + 1,
           run_after = now() + $4 * interval '1 second', changed_at = now()
         WHERE organization_id = $1 AND id = $2 AND attempt = $3 AND status = 'RUNNING'`,
        [...this.key, seconds],
      ),
    );
    this.ended = true;
  }

  /** Returns it unfinished because the worker stops: at once, and without counting the attempt. */
  async handBack(): Promise<void> {
    await inOrganization(this.db, this.claim, (tx) =>
      tx.query(
        `UPDATE job SET status = 'QUEUED', lease_until = NULL, max_attempts = max_attempts + 1, changed_at = now()
         WHERE organization_id = $1 AND id = $2 AND attempt = $3 AND status = 'RUNNING'`,
        [...this.key],
      ),
    );
  }

  private get key(): readonly [string, string, number] {
    const { organizationId, id, attempt } = this.claim;
    return [organizationId, id, attempt];
  }

  private async fence(tx: EntityManager, progress?: number): Promise<void> {
    const [[row]]: [{ cancelRequested: boolean }[], number] = await tx.query(
      `UPDATE job SET lease_until = now() + interval '${LEASE}', progress = coalesce($4, progress), changed_at = now()
       WHERE organization_id = $1 AND id = $2 AND attempt = $3 AND status = 'RUNNING'
       RETURNING cancel_requested AS "cancelRequested"`,
      [...this.key, progress ?? null],
    );
    if (!row) throw new JobEnded('LOST');
    if (row.cancelRequested) throw new JobEnded('CANCELLED');
  }

  private async endWithout(status: 'FAILED' | 'CANCELLED', tidyUp: TidyUp, failure?: string): Promise<void> {
    await inOrganization(this.db, this.claim, async (tx) => {
      await tidyUp(tx);
      await this.end(tx, status, { ...(failure !== undefined && { failure }) });
    });
    this.ended = true;
  }

  private async end(
    tx: EntityManager,
    status: 'SUCCEEDED' | 'FAILED' | 'CANCELLED',
    { result, failure }: { readonly result?: unknown; readonly failure?: string },
  ): Promise<void> {
    const ended: [unknown[], number] = await tx.query(
      `UPDATE job SET status = CASE WHEN again AND $4 <> 'CANCELLED' THEN 'QUEUED' ELSE $4 END, again = false,
         progress = CASE WHEN $4 = 'SUCCEEDED' THEN 1 ELSE progress END,
         max_attempts = CASE WHEN again THEN attempt + max_attempts ELSE max_attempts END,
         lease_until = NULL, run_after = now(), changed_at = now()
       WHERE organization_id = $1 AND id = $2 AND attempt = $3 AND status = 'RUNNING'`,
      [...this.key, status],
    );
    if (ended[1] === 0) throw new JobEnded('LOST');
    await tx.query(
      `UPDATE job_content SET result = $3, failure = $4 WHERE organization_id = $1 AND id = $2`,
      [this.claim.organizationId, this.claim.id, JSON.stringify(result ?? null), failure ?? null],
    );
  }
}

/**
 * Takes the longest waiting job of these kinds, of whichever organization. Any number of workers may ask at once.
 * A job that has been claimed too often without an end is given up instead.
 * @returns null when there is nothing to do
 */
export async function claimJob(db: DataSource, kinds: readonly string[]): Promise<RunningJob | null> {
  const candidates: { organizationId: string; id: string }[] = await db.query(
    `SELECT organization_id AS "organizationId", id FROM job WHERE ${CLAIMABLE} AND kind = ANY($1) ORDER BY run_after LIMIT ${CANDIDATES}`,
    [kinds],
  );
  for (const candidate of candidates) {
    // oxlint-disable-next-line no-await-in-loop
    const job = await claimOne(db, candidate);
    if (job && job.claim.attempt <= job.claim.maxAttempts) return job;
    // oxlint-disable-next-line no-await-in-loop
    await job?.fail('It was tried several times and never came to an end.');
  }
  return null;
}

function claimOne(
  db: DataSource,
  { organizationId, id }: { readonly organizationId: string; readonly id: string },
): Promise<RunningJob | null> {
  return inOrganization(db, { organizationId }, async (tx) => {
    const [rows]: [Omit<Claim, 'input' | 'personId'>[], number] = await tx.query(
      `UPDATE job SET status = 'RUNNING', attempt = attempt + 1, lease_until = now() + interval '${LEASE}', changed_at = now()
       WHERE organization_id = $1 AND id = (
         SELECT id FROM job WHERE organization_id = $1 AND id = $2 AND ${CLAIMABLE} FOR UPDATE SKIP LOCKED)
       RETURNING organization_id AS "organizationId", id, kind, attempt, max_attempts AS "maxAttempts"`,
      [organizationId, id],
    );
    const [head] = rows;
    if (!head) return null;
    const [content]: Pick<Claim, 'input' | 'personId'>[] = await tx.query(
      `SELECT input, person_id AS "personId" FROM job_content WHERE organization_id = $1 AND id = $2`,
      [organizationId, id],
    );
    if (!content) throw new UseCaseError('NOT_FOUND', `No content of job ${id}`);
    return new RunningJob(db, { ...head, ...content });
  });
}
