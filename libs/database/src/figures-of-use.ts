import type { DataSource } from 'typeorm';
import { askBriefly } from './ask-briefly.js';

/** Connections of the pool of this process. */
export interface PoolUse {
  readonly inUse: number;
  readonly idle: number;
  /** Requests that wait for one. */
  readonly waiting: number;
}

export function poolUse({ driver }: DataSource): PoolUse {
  const pool: { totalCount: number; idleCount: number; waitingCount: number } = Reflect.get(driver, 'master');
  return {
    inUse: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  };
}

export interface ActiveJobs {
  readonly kind: string;
  readonly status: 'QUEUED' | 'RUNNING';
  readonly count: number;
  /** Since the longest waiting of them could have been taken, or was; 0 when none is due. */
  readonly oldestSeconds: number;
}

/** Of all organizations; by the index of active jobs, so that its cost does not grow with those that have ended. */
export function activeJobs(db: DataSource): Promise<ActiveJobs[]> {
  return askBriefly(
    db,
    `SELECT kind, status, count(*) AS count,
            greatest(0, extract(epoch FROM now() - min(run_after)))::float8 AS "oldestSeconds"
     FROM job WHERE status IN ('QUEUED', 'RUNNING') GROUP BY kind, status`,
  );
}
