import { canEverywhere, Permission, scopeOf } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import type { GoalMetric } from '@alidade/database';
import { isPopulationShown } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { keyOf } from '../direction/requirements.queries.js';
import { WHOLE_ORGANIZATION } from '../directory/population.queries.js';
import { seenByName } from '../gains/measurements/participants.queries.js';
import { groupedBy } from '../platform/grouped-by.js';
import type { AudienceFigures } from '../readiness/populations/audience.js';
import { populationFigures } from '../readiness/populations/population-figures.queries.js';
import { releaseDays } from '../readiness/populations/population-view.queries.js';
import { figuresOn, membersOn } from './population-figures.queries.js';
import type { Figure, Measured, MeasuredOnDay } from './population-figures.queries.js';

/** A goal's figure on a day, as a viewer may see it. */
export interface SeenFigure {
  /** In the unit of the metric; null when it is unknown, or not for this viewer. */
  readonly value: number | null;
  /** Share of the population with enough evidence, 0..1; null when nobody is in it. */
  readonly evidenceShare: number | null;
  /** Everybody in it may be seen by name: exact, and of the day asked. */
  readonly isExact: boolean;
  /** Not withheld. */
  readonly isShown: boolean;
}

const WITHHELD: SeenFigure = { value: null, evidenceShare: null, isExact: false, isShown: false };

/**
 * The figures of these goals, in their order. Whoever may see everybody of a population by name gets its figure, exact.
 * For others the day moves back to the last release, the population and what is left of its parent without it have to
 * have five people with evidence, means are rounded, and a cohort's are withheld.
 */
export async function figuresSeenBy(
  tx: EntityManager,
  viewer: Viewer,
  asked: readonly MeasuredOnDay[],
): Promise<readonly SeenFigure[]> {
  const isExact = await seenWholly(tx, viewer, asked);
  const released = await releaseDays(
    tx,
    viewer,
    asked.filter((_, i) => !isExact[i]).map(({ day }) => day),
  );
  const places = asked.map(({ goal, day }, i) => {
    const on = isExact[i] ? day : released.get(day);
    return on === undefined || on === null ? null : { goal, day: on };
  });
  const figures = await figuresAt(tx, viewer, places);
  const audience = places.map((place, i) => (isExact[i] || place?.goal.cohortId !== null ? null : place));
  const parents = await figuresAt(tx, viewer, await parentsOf(tx, viewer, audience));
  const ofReadiness = await readinessShown(tx, viewer, audience);
  return asked.map(({ goal }, i) => {
    const figure = figures[i] ?? null;
    if (figure === null) return WITHHELD;
    if (isExact[i]) return shown(figure, true);
    const readiness = ofReadiness[i];
    if (readiness !== undefined)
      return readiness === null ? WITHHELD : shown({ ...figure, value: readiness }, false);
    return isShownToAudience(audience[i], figure, parents[i] ?? null)
      ? shown({ ...figure, value: figure.value === null ? null : roundedFor(goal, figure.value) }, false)
      : WITHHELD;
  });
}

/** Null: not to be measured. */
type Place = MeasuredOnDay | null;

async function figuresAt(
  tx: EntityManager,
  viewer: Viewer,
  places: readonly Place[],
): Promise<readonly (Figure | null)[]> {
  const measured = places.filter((place) => place !== null);
  const figures = (await figuresOn(tx, viewer, measured)).values();
  return places.map((place) => (place === null ? null : (figures.next().value ?? null)));
}

/**
 * What the readiness of the population itself is shown as, so that a goal never shows what the strategy's page withholds.
 * @returns  in the order of the places: undefined for other metrics, null where it is withheld
 */
async function readinessShown(
  tx: EntityManager,
  viewer: Viewer,
  places: readonly Place[],
): Promise<readonly (number | null | undefined)[]> {
  const asked = places.filter((place) => place !== null).filter(({ goal }) => ofReadiness(goal));
  const seen = new Map<string, AudienceFigures | null>();
  for (const [population, own] of groupedBy(asked, ({ goal }) => populationKey(goal))) {
    const keys = own.map(({ goal, day }) => ({ strategyId: goal.strategyId ?? '', day }));
    // oxlint-disable-next-line no-await-in-loop
    const figures = await populationFigures(tx, viewer, own[0]?.goal ?? WHOLE_ORGANIZATION, keys);
    for (const key of keys) seen.set(`${population} ${keyOf(key)}`, figures.get(keyOf(key))?.figures ?? null);
  }
  return places.map((place) => {
    if (place === null || !ofReadiness(place.goal)) return undefined;
    const { goal, day } = place;
    const figures = seen.get(`${populationKey(goal)} ${keyOf({ strategyId: goal.strategyId ?? '', day })}`);
    if (!figures) return null;
    return goal.metric === 'STRATEGY_READINESS' ? figures.readyShare : figures.meanReadiness;
  });
}

const ofReadiness = ({ metric, strategyId }: Measured): boolean =>
  strategyId !== null && (metric === 'STRATEGY_READINESS' || metric === 'MEAN_READINESS');

const populationKey = ({ unitId, leadershipLevelId, cohortId }: Measured): string =>
  `${unitId} ${leadershipLevelId} ${cohortId}`;

/** @param parent  null: it is the whole organization's figure */
function isShownToAudience(place: Place | undefined, figure: Figure, parent: Figure | null): boolean {
  if (!place) return false;
  const rest = parent === null ? null : Math.max(0, parent.withEvidence - figure.withEvidence);
  return isPopulationShown(figure.withEvidence, rest);
}

function shown({ value, people, enough }: Figure, isExact: boolean): SeenFigure {
  return { value, evidenceShare: people === 0 ? null : enough / people, isExact, isShown: true };
}

/** Figures per unit of a metric that an audience can tell apart: whole percent, whole points, hundredths of a level. */
const PER_UNIT: Readonly<Partial<Record<GoalMetric, number>>> = {
  STRATEGY_READINESS: 100,
  MEAN_READINESS: 1,
  CAPABILITY_LEVEL: 100,
};

export function roundedFor({ metric }: Pick<Measured, 'metric'>, value: number): number {
  const perUnit = PER_UNIT[metric] ?? 1;
  return Math.round(value * perUnit) / perUnit;
}

/** Whether the viewer may see everybody of each population on its day by name. */
export async function seenWholly(
  tx: EntityManager,
  viewer: Viewer,
  asked: readonly MeasuredOnDay[],
): Promise<readonly boolean[]> {
  if (canEverywhere(viewer, Permission.ReadinessViewNamed)) return asked.map(() => true);
  if (scopeOf(viewer, Permission.ReadinessViewNamed).length === 0) return asked.map(() => false);
  const seesByName = await seenByName(tx, viewer);
  const members = await membersOn(tx, viewer, asked);
  return members.map((people) => [...people].every(seesByName));
}

/** The population above each, on its day; null: it is the whole organization. */
async function parentsOf(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
  places: readonly Place[],
): Promise<readonly Place[]> {
  const units = places.filter((place) => place !== null && place.goal.unitId !== null);
  const placed: { unitId: string; day: string; parentId: string | null }[] =
    units.length === 0
      ? []
      : await tx.query(
          `SELECT asked.unit_id AS "unitId", asked.day, parent_id AS "parentId"
           FROM unnest($2::uuid[], $3::date[]) AS asked (unit_id, day) JOIN unit_placement AS placement
             ON placement.organization_id = $1 AND placement.unit_id = asked.unit_id
             AND placement.valid_from <= asked.day AND placement.valid_to > asked.day`,
          [organizationId, units.map((place) => place?.goal.unitId), units.map((place) => place?.day)],
        );
  const parentOf = new Map(placed.map(({ unitId, day, parentId }) => [`${unitId} ${day}`, parentId]));
  return places.map((place) => {
    if (place === null || (place.goal.unitId === null && place.goal.leadershipLevelId === null)) return null;
    const { metric, strategyId, capabilityId, unitId } = place.goal;
    const above = parentOf.get(`${unitId} ${place.day}`) ?? null;
    const goal = { metric, strategyId, capabilityId, unitId: above, leadershipLevelId: null, cohortId: null };
    return { goal, day: place.day };
  });
}
