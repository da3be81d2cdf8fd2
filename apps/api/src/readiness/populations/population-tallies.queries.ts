import type { Viewer } from '@alidade/access';
import { tallyOf } from '@alidade/readiness';
import type { Tally } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { keyOf } from '../../direction/requirements.queries.js';
import type { StrategyDay } from '../../direction/requirements.queries.js';
import { executiveIdsOf } from '../../directory/population.queries.js';
import type { Population } from '../../directory/population.queries.js';
import { unitTreeOn } from '../../directory/units.queries.js';
import { groupedBy } from '../../platform/grouped-by.js';
import { together } from './audience.js';
import type { FamilyMember } from './audience.js';
import { readinessOn } from '../executives/executive-readiness.queries.js';
import { talliesOn } from './tallies.queries.js';
import type { TallyOnDay } from './tallies.queries.js';

type Scope = Pick<Viewer, 'organizationId'>;

/** Sums of a population, and when the latest of the facts behind them was recorded. */
export interface PopulationTally {
  readonly tally: Tally;
  readonly recordedAt: Date;
}

/**
 * The exact tally of a population for statements on days, whoever asks, by `keyOf`; absent where nobody is in it of
 * whom anything is required. A look-up, but for a cohort, whose members are summed.
 */
export async function populationTallies(
  tx: EntityManager,
  scope: Scope,
  population: Population,
  asked: readonly StrategyDay[],
): Promise<ReadonlyMap<string, PopulationTally>> {
  if (population.cohortId !== null) return cohortTallies(tx, scope, population, asked);
  const { unitId, leadershipLevelId } = population;
  const rows = await talliesOn(tx, scope, asked, [unitId ?? scope.organizationId]);
  const own = rows.filter((row) => leadershipLevelId === null || row.leadershipLevelId === leadershipLevelId);
  return new Map(
    [...groupedBy(own, keyOf)].map(([key, parts]) => [
      key,
      { tally: together(parts), recordedAt: latestOf(parts) },
    ]),
  );
}

async function cohortTallies(
  tx: EntityManager,
  scope: Scope,
  population: Population,
  asked: readonly StrategyDay[],
): Promise<ReadonlyMap<string, PopulationTally>> {
  const tallies = new Map<string, PopulationTally>();
  for (const [day, keys] of groupedBy(asked, ({ day: of }) => of)) {
    const strategyIds = keys.map(({ strategyId }) => strategyId);
    // oxlint-disable-next-line no-await-in-loop
    const executiveIds = await executiveIdsOf(tx, scope, population, day);
    // oxlint-disable-next-line no-await-in-loop
    const members = await readinessOn(tx, scope, { executiveIds, day, strategyIds });
    for (const [strategyId, own] of groupedBy(members, (member) => member.strategyId)) {
      const tally = tallyOf(own.map(({ readiness }) => readiness));
      tallies.set(keyOf({ strategyId, day }), { tally, recordedAt: latestOf(own) });
    }
  }
  return tallies;
}

/** With what the figures of a population could be added up or subtracted; the organization is always with it. */
interface Beside {
  /** All units as they stand on the day. */
  readonly units: boolean;
  /** All leadership levels, and all units as well. */
  readonly levels: boolean;
}

/** The populations that are protected together, whoever asks. By `keyOf`. */
export async function familiesOf(
  tx: EntityManager,
  scope: Scope,
  beside: Beside,
  asked: readonly StrategyDay[],
): Promise<ReadonlyMap<string, readonly FamilyMember[]>> {
  const parents =
    beside.units || beside.levels
      ? await parentsOn(tx, scope, asked)
      : new Map<string, ReadonlyMap<string, string>>();
  const unitIds = [...parents.values()].flatMap((ofDay) => [...ofDay.keys()]);
  const rows = await talliesOn(tx, scope, asked, [...new Set([scope.organizationId, ...unitIds])]);
  return new Map(
    [...groupedBy(rows, keyOf)].map(([key, own]) => {
      const units = unitMembers(scope, own, parents.get(own[0]?.day ?? ''));
      return [key, beside.levels ? [...units, ...levelMembers(scope, own)] : units];
    }),
  );
}

/** Day -> unit -> the unit above it, or the organization. */
async function parentsOn(
  tx: EntityManager,
  scope: Scope,
  asked: readonly StrategyDay[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const parents = new Map<string, ReadonlyMap<string, string>>();
  for (const day of new Set(asked.map(({ day: of }) => of))) {
    // oxlint-disable-next-line no-await-in-loop
    const { placed } = await unitTreeOn(tx, scope, day);
    parents.set(day, new Map(placed.map(({ id, parentId }) => [id, parentId ?? scope.organizationId])));
  }
  return parents;
}

function unitMembers(
  { organizationId }: Scope,
  rows: readonly TallyOnDay[],
  parents: ReadonlyMap<string, string> | undefined,
): FamilyMember[] {
  return [...groupedBy(rows, ({ unitId }) => unitId)].map(([id, parts]) => ({
    id,
    parentId: id === organizationId ? null : (parents?.get(id) ?? organizationId),
    tally: together(parts),
    inUnits: null,
  }));
}

function levelMembers({ organizationId }: Scope, rows: readonly TallyOnDay[]): FamilyMember[] {
  const byLevel = groupedBy(rows, ({ leadershipLevelId }) => leadershipLevelId);
  return rows
    .filter(({ unitId }) => unitId === organizationId)
    .map(({ leadershipLevelId: id, tally }) => {
      const inUnits = (byLevel.get(id) ?? []).map((row) => [row.unitId, row.tally] as const);
      return { id, parentId: organizationId, tally, inUnits: new Map(inUnits) };
    });
}

const latestOf = (facts: readonly { readonly recordedAt: Date }[]): Date =>
  facts.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), new Date(0));
