import type { Viewer } from '@alidade/access';
import { EMPTY_TALLY, strategyReadiness } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { keyOf } from '../../direction/requirements.queries.js';
import type { StrategyDay } from '../../direction/requirements.queries.js';
import type { Population } from '../../directory/population.queries.js';
import { figuresForAudience } from './audience.js';
import type { AudienceFigures, FamilyMember } from './audience.js';
import { familiesOf, populationTallies } from './population-tallies.queries.js';
import type { PopulationTally } from './population-tallies.queries.js';
import { releaseDays, seesAllByName } from './population-view.queries.js';
import { inForceOn } from './tallies.queries.js';
import type { InForce } from './tallies.queries.js';

/** Figures of a population for one statement as a viewer may see them. */
export interface PopulationFigures {
  /** The day they hold for, on or before the one asked. */
  readonly asOf: string;
  readonly recordedAt: Date | null;
  readonly policyVersion: number;
  readonly executives: number;
  /** Null when they are withheld. */
  readonly figures: AudienceFigures | null;
}

/** What a viewer is shown for a day asked. */
export interface DayShown {
  readonly day: string;
  /** As they are; rounded and withheld where few are behind them; nothing, because nothing was released by then. */
  readonly as: 'EXACT' | 'AUDIENCE' | 'NOTHING';
}

/**
 * Figures of one population for statements on days, as this viewer may see them. Where a statement has no approved
 * version in force on the day shown there are none.
 * @param population  from `requirePopulation`, and through `requireView`
 * @returns           by `keyOf` of what was asked
 */
export async function populationFigures(
  tx: EntityManager,
  viewer: Viewer,
  population: Population,
  asked: readonly StrategyDay[],
): Promise<ReadonlyMap<string, PopulationFigures>> {
  const days = await daysShown(tx, viewer, population, [...new Set(asked.map(({ day }) => day))]);
  const pairs = distinct(asked.map(({ strategyId, day }) => ({ strategyId, day: shownFor(days, day).day })));
  const audience = new Set([...days.values()].filter(({ as }) => as === 'AUDIENCE').map(({ day }) => day));
  // Sent together, so that they are one round trip.
  const [inForce, tallies, families] = await Promise.all([
    inForceOn(tx, viewer, pairs),
    populationTallies(tx, viewer, population, pairs),
    familiesFor(
      tx,
      viewer,
      population,
      pairs.filter(({ day }) => audience.has(day)),
    ),
  ]);
  const sources: Sources = { inForce, tallies, families };
  const id = population.unitId ?? population.leadershipLevelId ?? viewer.organizationId;
  return new Map(
    asked.flatMap((key) => {
      const figures = figuresFrom(sources, id, key.strategyId, shownFor(days, key.day));
      return figures === null ? [] : [[keyOf(key), figures] as const];
    }),
  );
}

/** What a viewer is shown of a population for days asked, by these. */
export async function daysShown(
  tx: EntityManager,
  viewer: Viewer,
  population: Population,
  days: readonly string[],
): Promise<ReadonlyMap<string, DayShown>> {
  const shown = new Map<string, DayShown>();
  for (const day of days)
    // oxlint-disable-next-line no-await-in-loop
    if (await seesAllByName(tx, viewer, population, day)) shown.set(day, { day, as: 'EXACT' });
  const moved = days.filter((day) => !shown.has(day));
  if (moved.length === 0) return shown;
  for (const [day, releasedOn] of await releaseDays(tx, viewer, moved))
    shown.set(day, releasedOn === null ? { day, as: 'NOTHING' } : { day: releasedOn, as: 'AUDIENCE' });
  return shown;
}

async function familiesFor(
  tx: EntityManager,
  viewer: Viewer,
  population: Population,
  pairs: readonly StrategyDay[],
): Promise<Sources['families']> {
  // A cohort's are shown to no audience: its members are in units and levels too.
  if (pairs.length === 0 || population.cohortId !== null) return new Map();
  const { unitId, leadershipLevelId } = population;
  return familiesOf(tx, viewer, { units: unitId !== null, levels: leadershipLevelId !== null }, pairs);
}

interface Sources {
  readonly inForce: ReadonlyMap<string, InForce>;
  readonly tallies: ReadonlyMap<string, PopulationTally>;
  readonly families: ReadonlyMap<string, readonly FamilyMember[]>;
}

function figuresFrom(
  { inForce, tallies, families }: Sources,
  id: string,
  strategyId: string,
  { day, as }: DayShown,
): PopulationFigures | null {
  const key = keyOf({ strategyId, day });
  const statement = inForce.get(key);
  if (!statement) return null;
  const { weight, policyVersion } = statement;
  const own = tallies.get(key);
  const figures = {
    EXACT: () => strategyReadiness(own?.tally ?? EMPTY_TALLY, weight),
    AUDIENCE: () => figuresForAudience(id, families.get(key) ?? [], weight),
    NOTHING: () => null,
  }[as]();
  return {
    asOf: day,
    recordedAt: (figures && own?.recordedAt) ?? null,
    policyVersion,
    executives: own?.tally.executives ?? 0,
    figures,
  };
}

function shownFor(days: ReadonlyMap<string, DayShown>, asked: string): DayShown {
  const shown = days.get(asked);
  if (!shown) throw new Error(`Nothing was decided about ${asked}`);
  return shown;
}

const distinct = (keys: readonly StrategyDay[]): StrategyDay[] => [
  ...new Map(keys.map((key) => [keyOf(key), key])).values(),
];
