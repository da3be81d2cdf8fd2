import { AlignmentGoal } from '@alidade/database';
import type { Capability } from '@alidade/database';
import type { TestExecutive, TestOrganization } from './organization.js';
import { evidence } from './readiness.js';

export const CREATE_GOAL = /* GraphQL */ `
  mutation Create($input: CreateGoalInput!) {
    createAlignmentGoal(input: $input) {
      id
      title
      version
      metric
      baseline
      population
    }
  }
`;

export const GOALS = /* GraphQL */ `
  query Goals($strategyId: ID, $asOf: Date) {
    alignmentGoals(strategyId: $strategyId) {
      title
      baseline
      population
      strategy {
        title
      }
      capability {
        code
      }
      current(asOf: $asOf)
      progress(asOf: $asOf)
      status(asOf: $asOf)
      contributions(asOf: $asOf) {
        source
        cohort {
          name
        }
        capability {
          code
        }
        amount
      }
      forecast {
        onDueDate
        low
        high
        probability
      }
    }
  }
`;

/** Mean readiness of everybody, from a typed 50 on 31 January 2024 to 90 at the end of the year, unless told otherwise. */
export function aGoal(
  org: TestOrganization,
  more: Partial<Omit<AlignmentGoal, 'organizationId' | 'id'>> = {},
): Promise<AlignmentGoal> {
  const { organizationId } = org;
  return org.within((tx) =>
    tx.save(AlignmentGoal, {
      organizationId,
      title: `Goal ${crypto.randomUUID()}`,
      metric: 'MEAN_READINESS',
      baseline: 50,
      baselineTyped: true,
      baselineOn: '2024-01-31',
      target: 90,
      dueOn: '2024-12-31',
      ...more,
    }),
  );
}

/** One level of each of these people, of one day. */
export async function levelsOf(
  org: TestOrganization,
  capability: Capability,
  evidenceOn: string,
  levels: readonly (readonly [TestExecutive, number])[],
): Promise<void> {
  for (const [executive, level] of levels)
    // oxlint-disable-next-line no-await-in-loop
    await evidence(org, executive, capability, { level, evidenceOn });
}
