/** How a run stands. */
export const CohortRunStatus = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  SUCCEEDED: 'SUCCEEDED',
  INFEASIBLE: 'INFEASIBLE',
  /** No plan within the effort, and no proof that there is none. */
  NOT_FOUND: 'NOT_FOUND',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const;
export type CohortRunStatus = (typeof CohortRunStatus)[keyof typeof CohortRunStatus];

/** Whether anything is still to come. */
export const isUnderWay = (status: CohortRunStatus): boolean => status === 'QUEUED' || status === 'RUNNING';
