import type { Viewer } from '@alidade/access';
import { executiveReadiness, ReadinessBand, readinessLifts, requirementsFor } from '@alidade/readiness';
import type { ExecutiveReadiness, ReadinessLift, ReadinessPolicy, Requirement } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { keyOf } from '../../direction/requirements.queries.js';
import type { StrategyDay } from '../../direction/requirements.queries.js';
import type { PopulationInput } from '../../directory/directory.inputs.js';
import { executiveIdsOf, requirePopulation } from '../../directory/population.queries.js';
import { factsOnDays, personOnDay } from '../comparison/facts-on-days.queries.js';
import { requireView, seesAllByName } from '../populations/population-view.queries.js';
import { inForceOn } from '../populations/tallies.queries.js';
import type { AlmostReadyType, CapabilityLiftType, Outlook } from './outlook.types.js';

export interface AskedOutlook extends StrategyDay {
  readonly population: PopulationInput | null;
}

const NOTHING: Outlook = { lifts: [], almostReady: [] };

/**
 * Who is just below ready, and which capability would help most, for who may see everybody of the population by name.
 * O(people · requirements).
 * @throws UseCaseError as `requirePopulation` and `requireView`
 */
export async function outlookOf(
  tx: EntityManager,
  viewer: Viewer,
  { strategyId, day, population: named }: AskedOutlook,
): Promise<Outlook> {
  const population = await requirePopulation(tx, viewer, named);
  await requireView(tx, viewer, population);
  const on = { strategyId, day };
  const inForce = (await inForceOn(tx, viewer, [on])).get(keyOf(on));
  if (!inForce || !(await seesAllByName(tx, viewer, population, day))) return NOTHING;
  const members = (await executiveIdsOf(tx, viewer, population, day)).toSorted();
  const people = await peopleOn(tx, viewer, on, members);
  return {
    lifts: liftsTogether(people, inForce.weight),
    almostReady: people.flatMap((person) => almostReady(person, on)).toSorted(fewestMissing),
  };
}

/** Somebody with enough evidence. */
interface Person {
  readonly executiveId: string;
  readonly readiness: ExecutiveReadiness;
  readonly lifts: readonly ReadinessLift[];
  readonly policy: ReadinessPolicy;
}

async function peopleOn(
  tx: EntityManager,
  viewer: Viewer,
  on: StrategyDay,
  executiveIds: readonly string[],
): Promise<readonly Person[]> {
  const facts = await factsOnDays(tx, viewer, [on], executiveIds);
  const personOf = personOnDay(facts, on, new Set(executiveIds));
  const ofLevel = new Map<string, readonly Requirement[]>();
  return executiveIds.flatMap((executiveId) => {
    const { leadershipLevelId, requirements, policy, levels } = personOf(executiveId);
    if (leadershipLevelId === null) return [];
    const required = ofLevel.get(leadershipLevelId) ?? requirementsFor(requirements, leadershipLevelId);
    ofLevel.set(leadershipLevelId, required);
    const readiness = executiveReadiness(required, levels, policy);
    if (readiness === null || readiness.value === null) return [];
    return [{ executiveId, readiness, lifts: readinessLifts(readiness, policy), policy }];
  });
}

function liftsTogether(people: readonly Person[], weight: number): readonly CapabilityLiftType[] {
  const sums = new Map<string, { people: number; points: number; wouldBeReady: number }>();
  for (const { lifts } of people)
    for (const { capabilityId, points, makesReady } of lifts) {
      const sum = sums.get(capabilityId) ?? { people: 0, points: 0, wouldBeReady: 0 };
      sum.people += 1;
      sum.points += points;
      sum.wouldBeReady += Number(makesReady);
      sums.set(capabilityId, sum);
    }
  return [...sums]
    .map(([capabilityId, { people: count, points, wouldBeReady }]) => {
      const meanReadiness = points / people.length;
      return { capabilityId, people: count, meanReadiness, priority: weight * meanReadiness, wouldBeReady };
    })
    .toSorted(largestFirst);
}

function almostReady({ executiveId, readiness, lifts, policy }: Person, on: StrategyDay): AlmostReadyType[] {
  if (readiness.band === ReadinessBand.ReadyNow) return [];
  const missing = Math.max(0, policy.readyNowFrom - (readiness.value ?? 0));
  const capabilityIds = lifts.filter(({ makesReady }) => makesReady).map(({ capabilityId }) => capabilityId);
  return [{ executiveId, ...on, missing, capabilityIds }];
}

function largestFirst(a: CapabilityLiftType, b: CapabilityLiftType): number {
  if (a.priority !== b.priority) return b.priority - a.priority;
  return a.capabilityId < b.capabilityId ? -1 : 1;
}

function fewestMissing(a: AlmostReadyType, b: AlmostReadyType): number {
  if (a.missing !== b.missing) return a.missing - b.missing;
  return a.executiveId < b.executiveId ? -1 : 1;
}
