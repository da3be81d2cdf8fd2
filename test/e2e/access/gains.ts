import type { AccessRow } from '../../support/access.js';
import { aReleasedRound, manager } from '../../support/gains.js';
import { aCohort, anEnrollment } from '../../support/programs.js';

export const rows: readonly AccessRow[] = [
  {
    operation: 'Query.gainReport',
    document: 'query Report($cohortId: ID!) { gainReport(cohortId: $cohortId) { capability { id } } }',
    roles: ['DESIGNER', 'EXECUTIVE_VIEWER', 'READINESS_VIEW_NAMED'],
    arrange: async ({ here, unit }) => {
      const executive = await here.executive(`Person ${crypto.randomUUID()}`, { unit });
      const capability = await here.capability(`c-${crypto.randomUUID()}`);
      const cohort = await aCohort(here, { startsOn: '2024-06-03', endsOn: '2024-06-14' });
      await anEnrollment(here, cohort, executive, 'COMPLETED');
      await aReleasedRound(here, '2024-06-02', [[executive, capability, manager(2)]]);
      await aReleasedRound(here, '2024-06-15', [[executive, capability, manager(3)]]);
      return { variables: { cohortId: cohort.id } };
    },
    otherRoles: 'FORBIDDEN',
    // Cohorts have no unit; whose figures these are decides, and out of scope there are none.
    outOfScope: 'ALLOWED',
    elsewhere: 'NOT_FOUND',
  },
];
