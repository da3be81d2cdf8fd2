import type { Viewer } from '@alidade/access';
import type { EntityManager } from 'typeorm';
import { keyOf, requirementsInForce } from '../../direction/requirements.queries.js';
import type { StrategyDay } from '../../direction/requirements.queries.js';
import { leadershipLevelsOn } from '../../directory/postings.queries.js';
import type { LeadershipLevelOn } from '../../directory/postings.queries.js';
import { policiesOf } from '../../platform/policies.js';
import type { PolicyInForce } from '../../platform/policies.js';
import { countedLevelsOn } from '../executives/levels.queries.js';
import type { LevelsOn } from '../executives/levels.queries.js';
import type { PersonOnDay } from './person-between.js';

/** What the readiness of people is made of on some days. */
export interface FactsOnDays {
  readonly requirements: Awaited<ReturnType<typeof requirementsInForce>>;
  readonly policies: readonly PolicyInForce[];
  readonly leadershipLevelOn: LeadershipLevelOn;
  readonly levelsOn: LevelsOn;
}

/** As many statements for many people, statements and days as for one. */
export async function factsOnDays(
  tx: EntityManager,
  scope: Pick<Viewer, 'organizationId'>,
  statements: readonly StrategyDay[],
  executiveIds: readonly string[],
): Promise<FactsOnDays> {
  const distinct = [...new Map(statements.map((each) => [keyOf(each), each])).values()];
  const requirements = await requirementsInForce(tx, scope, distinct);
  const required = [...requirements.values()].flat();
  const capabilityIds = [...new Set(required.map(({ capabilityId }) => capabilityId))];
  const days = [...new Set(distinct.map(({ day }) => day))];
  return {
    requirements,
    policies: await policiesOf(tx, scope),
    leadershipLevelOn: await leadershipLevelsOn(tx, scope, executiveIds, days),
    levelsOn: await countedLevelsOn(tx, scope, executiveIds, { days, capabilityIds }),
  };
}

/**
 * Answers what somebody is on a day, for a statement.
 * @param members  who is in the population on it
 */
export function personOnDay(
  { requirements, policies, leadershipLevelOn, levelsOn }: FactsOnDays,
  { strategyId, day }: StrategyDay,
  members: ReadonlySet<string>,
): (executiveId: string) => PersonOnDay {
  const required = requirements.get(keyOf({ strategyId, day })) ?? [];
  const policy = policies.findLast(({ validFrom }) => validFrom === '-infinity' || validFrom <= day);
  if (!policy) throw new Error('An organization without a policy');
  return (executiveId) => ({
    leadershipLevelId: leadershipLevelOn(executiveId, day),
    inPopulation: members.has(executiveId),
    requirements: required,
    policy: policy.readiness,
    levels: levelsOn(executiveId, day),
  });
}
