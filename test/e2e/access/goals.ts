import type { AccessRow } from '../../support/access.js';
import { aGoal } from '../../support/goals.js';

export const rows: readonly AccessRow[] = [
  {
    operation: 'Query.alignmentGoals',
    document: '{ alignmentGoals { id } }',
    roles: ['DESIGNER', 'EXECUTIVE_VIEWER', 'READINESS_VIEW_NAMED'],
    arrange: async ({ here, unit }) => {
      const { id: strategyId } = await here.strategy(`S ${crypto.randomUUID()}`, []);
      const { id } = await aGoal(here, { strategyId, unitId: unit.id });
      return { seen: id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Mutation.createAlignmentGoal',
    document: 'mutation Create($input: CreateGoalInput!) { createAlignmentGoal(input: $input) { title } }',
    roles: ['DESIGNER'],
    arrange: async ({ here, unit }) => {
      const { id: strategyId } = await here.strategy(`S ${crypto.randomUUID()}`, []);
      const title = `Goal ${crypto.randomUUID()}`;
      const days = { baselineOn: '2024-01-31', dueOn: '2024-12-31' };
      const population = { unitId: unit.id };
      const input = {
        title,
        strategyId,
        metric: 'MEAN_READINESS',
        baseline: 50,
        target: 90,
        ...days,
        population,
      };
      return { variables: { input }, seen: title };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.closeAlignmentGoal',
    document: `mutation Close($id: ID!) { closeAlignmentGoal(id: $id, expectedVersion: 1, note: "Done.") { id } }`,
    roles: ['DESIGNER'],
    arrange: async ({ here, unit }) => {
      const { id: strategyId } = await here.strategy(`S ${crypto.randomUUID()}`, []);
      const { id } = await aGoal(here, { strategyId, unitId: unit.id });
      return { variables: { id }, seen: id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
];
