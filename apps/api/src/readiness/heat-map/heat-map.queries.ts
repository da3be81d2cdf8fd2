import type { Viewer } from '@alidade/access';
import { UseCaseError } from '@alidade/errors';
import { EMPTY_TALLY } from '@alidade/readiness';
import type { Tally } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { keyOf } from '../../direction/requirements.queries.js';
import type { StrategyDay } from '../../direction/requirements.queries.js';
import { leadershipLevelsOf } from '../../directory/directory.queries.js';
import type { PopulationInput } from '../../directory/directory.inputs.js';
import { requirePopulation } from '../../directory/population.queries.js';
import type { Population } from '../../directory/population.queries.js';
import { unitTreeOn } from '../../directory/units.queries.js';
import { groupedBy } from '../../platform/grouped-by.js';
import { together } from '../populations/audience.js';
import { daysShown } from '../populations/population-figures.queries.js';
import type { DayShown } from '../populations/population-figures.queries.js';
import { familiesOf } from '../populations/population-tallies.queries.js';
import { requireView } from '../populations/population-view.queries.js';
import { inForceOn, talliesOn } from '../populations/tallies.queries.js';
import { audienceCells, exactCells } from './heat-map-cells.js';
import type { HeatMapCells } from './heat-map-cells.js';
import { HeatMapBy } from './heat-map.types.js';
import type { HeatMapType } from './heat-map.types.js';

export interface AskedHeatMap extends StrategyDay {
  readonly by: HeatMapBy;
  readonly population: PopulationInput | null;
}

/** What a heat map is made of. */
interface Place extends StrategyDay {
  readonly by: HeatMapBy;
  readonly as: DayShown['as'];
  readonly population: Population;
  readonly columnIds: readonly string[];
  readonly weight: number;
}

/**
 * Where which capability of a statement is missing, as this viewer may see it: whoever may see everybody of the
 * population by name on the day asked, exact; others on the day of the last release, rounded and protected as the figures
 * of these populations are by themselves. Of leadership levels within a unit, which have no figures of their own for
 * an audience, only to the first.
 * @returns  null where no approved version holds on the day
 * @throws UseCaseError as `requirePopulation` and `requireView`; INVALID_INPUT for a leadership level or a cohort
 */
export async function heatMapOf(
  tx: EntityManager,
  viewer: Viewer,
  { strategyId, day: asked, by, population: named }: AskedHeatMap,
): Promise<HeatMapType | null> {
  const population = await requirePopulation(tx, viewer, named);
  if (population.leadershipLevelId !== null || population.cohortId !== null) throw ofOthers();
  await requireView(tx, viewer, population);
  const shown = (await daysShown(tx, viewer, population, [asked])).get(asked);
  if (!shown) throw new Error(`Nothing was decided about ${asked}`);
  const { day, as } = shown;
  const asOfDay = { strategyId, day };
  const inForce = (await inForceOn(tx, viewer, [asOfDay])).get(keyOf(asOfDay));
  if (!inForce) return null;
  const columnIds = await columnIdsOf(tx, viewer, population, { by, day });
  const place = { strategyId, day, by, as, population, columnIds, weight: inForce.weight };
  const sizes = await talliesOfColumns(tx, viewer, place);
  const { rows, suppressed } = await cellsOf(tx, viewer, place, sizes);
  const columns = columnIds.map((id) => ({
    unitId: by === HeatMapBy.UNIT ? id : null,
    leadershipLevelId: by === HeatMapBy.UNIT ? null : id,
    day,
    executives: sizes.columns.get(id)?.executives ?? 0,
    suppressed: suppressed.has(id),
  }));
  return { asOf: day, columns, allRows: rows };
}

function ofOthers(): UseCaseError {
  const message = 'A heat map is of the whole organization or of a unit.';
  return new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'population', message }] });
}

async function columnIdsOf(
  tx: EntityManager,
  viewer: Viewer,
  { unitId }: Population,
  { by, day }: { readonly by: HeatMapBy; readonly day: string },
): Promise<readonly string[]> {
  if (by === HeatMapBy.LEADERSHIP_LEVEL) return (await leadershipLevelsOf(tx, viewer)).map(({ id }) => id);
  const { childrenOf } = await unitTreeOn(tx, viewer, day);
  const below = childrenOf.get(unitId ?? '') ?? [];
  return (unitId === null ? belowLoneRoot(below, childrenOf) : below).map(({ id }) => id);
}

/** A single unit above all others divides nobody: the units next below it do. */
function belowLoneRoot<Unit extends { readonly id: string }>(
  roots: readonly Unit[],
  childrenOf: ReadonlyMap<string, readonly Unit[]>,
): readonly Unit[] {
  const [first, second] = roots;
  return (first && !second && childrenOf.get(first.id)) || roots;
}

interface Tallies {
  readonly whole: Tally;
  readonly columns: ReadonlyMap<string, Tally>;
}

async function talliesOfColumns(tx: EntityManager, viewer: Viewer, place: Place): Promise<Tallies> {
  const { population, columnIds, by } = place;
  const wholeId = population.unitId ?? viewer.organizationId;
  const byUnit = by === HeatMapBy.UNIT;
  const rows = await talliesOn(tx, viewer, [place], byUnit ? [wholeId, ...columnIds] : [wholeId]);
  const parts = groupedBy(rows, ({ unitId, leadershipLevelId }) => (byUnit ? unitId : leadershipLevelId));
  return {
    whole: together(rows.filter(({ unitId }) => unitId === wholeId)),
    columns: new Map(columnIds.map((id) => [id, together(parts.get(id) ?? [])])),
  };
}

async function cellsOf(
  tx: EntityManager,
  viewer: Viewer,
  place: Place,
  { whole, columns }: Tallies,
): Promise<HeatMapCells> {
  const { as, by, population, columnIds, weight } = place;
  if (as === 'EXACT')
    return exactCells(
      whole,
      columnIds.map((id) => columns.get(id) ?? EMPTY_TALLY),
      weight,
    );
  const isWithheld = as === 'NOTHING' || (by === HeatMapBy.LEADERSHIP_LEVEL && population.unitId !== null);
  if (isWithheld) return { rows: [], suppressed: new Set(columnIds) };
  const beside = { units: true, levels: by === HeatMapBy.LEADERSHIP_LEVEL };
  const families = await familiesOf(tx, viewer, beside, [place]);
  const wholeId = population.unitId ?? viewer.organizationId;
  return audienceCells(wholeId, columnIds, families.get(keyOf(place)) ?? [], weight);
}
