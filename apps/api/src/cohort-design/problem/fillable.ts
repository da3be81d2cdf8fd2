import { CohortStatus } from '@alidade/database';
import type { Cohort } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';

const FILLABLE: readonly CohortStatus[] = [CohortStatus.PLANNED, CohortStatus.OPEN];

/** @throws UseCaseError INVALID_INPUT naming the cohorts that have begun or were cancelled */
export function requireFillable(cohorts: readonly Cohort[]): void {
  const faults = cohorts
    .filter(({ status }) => !FILLABLE.includes(status))
    .map(({ name, status }) => `${name} is ${status}`);
  if (faults.length > 0)
    throw new UseCaseError(
      'INVALID_INPUT',
      `Only cohorts that are PLANNED or OPEN can be filled: ${faults.join('; ')}.`,
    );
}
