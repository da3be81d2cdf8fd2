import type { Viewer } from '@alidade/access';
import { ContributionSource, goalContributions } from '@alidade/gains';
import type { GoalContributions } from '@alidade/gains';
import type { ReadinessBand } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import type { StrategyDay } from '../../direction/requirements.queries.js';
import type { PopulationInput } from '../../directory/directory.inputs.js';
import { executiveIdsOf, requirePopulation } from '../../directory/population.queries.js';
import type { Population } from '../../directory/population.queries.js';
import { frameworkOrder } from '../executives/required-capabilities.queries.js';
import { requireView, seesAllByName } from '../populations/population-view.queries.js';
import { ReadinessChangeCause } from './comparison.types.js';
import type { ReadinessChanges, ReadinessChangeType, ReadinessMoveType } from './comparison.types.js';
import { factsOnDays, personOnDay } from './facts-on-days.queries.js';
import { personBetween } from './person-between.js';

export interface AskedChanges {
  readonly strategyId: string;
  readonly population: PopulationInput | null;
  readonly from: string;
  readonly to: string;
}

const NOTHING: ReadinessChanges = { changes: [], moves: [] };

/**
 * What made the difference between two days, for who may see everybody of the population by name on both; others are
 * told nothing, since a part may be of one person. O(people).
 * @throws UseCaseError as `requirePopulation` and `requireView`
 */
export async function readinessChanges(
  tx: EntityManager,
  viewer: Viewer,
  { strategyId, population: named, from, to }: AskedChanges,
): Promise<ReadinessChanges> {
  const population = await requirePopulation(tx, viewer, named);
  await requireView(tx, viewer, population);
  for (const day of [from, to])
    // oxlint-disable-next-line no-await-in-loop
    if (!(await seesAllByName(tx, viewer, population, day))) return NOTHING;
  const before = await onDay(tx, viewer, population, { strategyId, day: from });
  const after = await onDay(tx, viewer, population, { strategyId, day: to });
  return { changes: await changesBetween(tx, viewer, before, after), moves: movesBetween(before, after) };
}

interface OnDay extends StrategyDay {
  readonly members: ReadonlySet<string>;
  /** Of those of whom the statement requires anything. */
  readonly bands: ReadonlyMap<string, ReadinessBand>;
}

async function onDay(
  tx: EntityManager,
  viewer: Viewer,
  population: Population,
  { strategyId, day }: StrategyDay,
): Promise<OnDay> {
  const members = await executiveIdsOf(tx, viewer, population, day);
  const rows: { executiveId: string; band: ReadinessBand }[] = await tx.query(
    `SELECT executive_id AS "executiveId", band FROM readiness_fact
     WHERE organization_id = $1 AND strategy_id = $2 AND executive_id = ANY($3) AND valid_from <= $4 AND valid_to > $4`,
    [viewer.organizationId, strategyId, members, day],
  );
  const bands = new Map(rows.map(({ executiveId, band }) => [executiveId, band]));
  return { strategyId, day, members: new Set(members), bands };
}

async function changesBetween(
  tx: EntityManager,
  viewer: Viewer,
  before: OnDay,
  after: OnDay,
): Promise<readonly ReadinessChangeType[]> {
  const people = [...new Set([...before.members, ...after.members])].toSorted();
  const facts = await factsOnDays(tx, viewer, [before, after], people);
  const from = personOnDay(facts, before, before.members);
  const to = personOnDay(facts, after, after.members);
  const moved = (metric: Parameters<typeof personBetween>[0]) =>
    goalContributions(
      people.map((id) => ({ ...personBetween(metric, from(id), to(id)), completedCohortIds: [] })),
      null,
    );
  const [mean, share] = [moved('MEAN_READINESS'), moved('STRATEGY_READINESS')];
  if (mean === null || share === null) return [];
  const order = await frameworkOrder(tx, viewer, [{ requirements: [...facts.requirements.values()].flat() }]);
  return CAUSES.flatMap(([source, cause]) => {
    const count = mean.people.get(source);
    if (count === undefined) return [];
    const parts = mean.contributions
      .filter((part) => part.source === source)
      .flatMap(({ capabilityId, amount: meanReadiness }) =>
        capabilityId === null ? [] : [{ capabilityId, meanReadiness }],
      )
      .toSorted((a, b) => order(a.capabilityId) - order(b.capabilityId));
    const meanReadiness = amountOf(mean, source);
    return [{ cause, people: count, meanReadiness, readyShare: amountOf(share, source), parts }];
  });
}

const CAUSES: readonly (readonly [ContributionSource, ReadinessChangeCause])[] = [
  [ContributionSource.Others, ReadinessChangeCause.LEVELS],
  [ContributionSource.Requirements, ReadinessChangeCause.REQUIREMENTS],
  [ContributionSource.Evidence, ReadinessChangeCause.EVIDENCE],
  [ContributionSource.Joined, ReadinessChangeCause.JOINED],
  [ContributionSource.Left, ReadinessChangeCause.LEFT],
  [ContributionSource.Moved, ReadinessChangeCause.MOVED],
];

const amountOf = ({ contributions }: GoalContributions, source: ContributionSource): number =>
  contributions.filter((part) => part.source === source).reduce((sum, { amount }) => sum + amount, 0);

/** Those who are in no band on either day are not told. */
function movesBetween(before: OnDay, after: OnDay): readonly ReadinessMoveType[] {
  const counts = new Map<string, ReadinessMoveType>();
  for (const id of new Set([...before.bands.keys(), ...after.bands.keys()])) {
    const [was, is] = [before.bands.get(id) ?? null, after.bands.get(id) ?? null];
    const people = (counts.get(`${was} ${is}`)?.people ?? 0) + 1;
    counts.set(`${was} ${is}`, { before: was, after: is, people });
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, move]) => move);
}
