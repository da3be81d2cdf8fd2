import { JobStatus, LevelEvidence, ReadinessCause, ReadSession } from '@alidade/database';
import type { Capability } from '@alidade/database';
import { setTimeout as pause } from 'node:timers/promises';
import { noteReadinessCause } from '../../apps/api/src/platform/readiness-causes.js';
import type { Cause } from '../../apps/api/src/platform/readiness-causes.js';
import { workInCauses } from '../../apps/api/src/readiness/facts/work-in-causes.js';
import type { TestExecutive, TestOrganization } from './organization.js';
import type { Program } from './program.js';

const EVERYTHING: Cause = { from: '-infinity', executiveId: null };

/** What a round left behind of an executive: a multi-rater level, unless told otherwise. */
export function evidence(
  org: TestOrganization,
  { executiveId }: Pick<TestExecutive, 'executiveId'>,
  { id: capabilityId }: Pick<Capability, 'id'>,
  more: Pick<LevelEvidence, 'level' | 'evidenceOn'> & Partial<LevelEvidence>,
): Promise<unknown> {
  const { organizationId } = org;
  const outside = more.roundId ? {} : { rationale: 'Seen at work.' };
  return org.within((tx) =>
    tx.insert(LevelEvidence, {
      organizationId,
      executiveId,
      capabilityId,
      source: 'MULTI_RATER',
      ...outside,
      ...more,
    }),
  );
}

/** Tells the worker that something was written past the application. */
export function tellReadiness(org: TestOrganization, cause: Cause = EVERYTHING): Promise<void> {
  return org.within((tx) => noteReadinessCause(tx, org, cause));
}

/** Waits until the worker has worked in all that was asked of it in this organization, of any kind, and is due. */
export async function workDone({ db }: Program, org: TestOrganization): Promise<void> {
  const { organizationId } = org;
  const deadline = Date.now() + 60_000;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const jobs: { status: JobStatus; kind: string; failure: string | null }[] = await org.within((tx) =>
      tx.query(
        `SELECT kind, status, failure FROM job JOIN job_content USING (organization_id, id)
         WHERE organization_id = $1 AND run_after < now() + interval '1 hour'`,
        [organizationId],
      ),
    );
    const failed = jobs.find(({ status }) => status === JobStatus.FAILED);
    if (failed) throw new Error(`${failed.kind}: ${failed.failure}`);
    // oxlint-disable-next-line no-await-in-loop
    const waiting = await org.within((tx) => tx.countBy(ReadinessCause, { organizationId }));
    const isActive = jobs.some(({ status }) => status === JobStatus.QUEUED || status === JobStatus.RUNNING);
    if (waiting === 0 && !isActive) return;
    if (Date.now() > deadline)
      throw new Error(`Not done: ${JSON.stringify(jobs)}, ${waiting} causes; ${db.isInitialized}`);
    // oxlint-disable-next-line no-await-in-loop
    await pause(20);
  }
}

/** Works in all that was written, here and now: for tests without a worker. */
export async function factsMade({ db }: Pick<Program, 'db'>, org: TestOrganization): Promise<void> {
  await tellReadiness(org);
  const raw = new ReadSession(db, org);
  try {
    await org.within((tx) => workInCauses(tx, raw, org, new AbortController().signal));
  } finally {
    await raw.close();
  }
}
