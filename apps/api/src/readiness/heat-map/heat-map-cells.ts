import { roundedForAudience, strategyReadiness } from '@alidade/readiness';
import type { CapabilityGap, StrategyReadiness, Tally } from '@alidade/readiness';
import { gapShownIn, membersShown } from '../populations/audience.js';
import type { FamilyMember } from '../populations/audience.js';
import type { HeatMapCellType, HeatMapRowType } from './heat-map.types.js';

/** A heat map's rows, and which of its columns are withheld. */
export interface HeatMapCells {
  readonly rows: readonly HeatMapRowType[];
  readonly suppressed: ReadonlySet<string>;
}

const WITHHELD: HeatMapCellType = { suppressed: true, assessed: null, belowRequired: null, meanGap: null };

/**
 * As it is, for who may see everybody by name; largest priority of the whole first.
 * @param columns  the tally of each, in their order
 */
export function exactCells(whole: Tally, columns: readonly Tally[], weight: number): HeatMapCells {
  const gaps = columns.map((tally) => gapsOf(strategyReadiness(tally, weight)));
  const rows = strategyReadiness(whole, weight).gaps.map(({ capabilityId }) => ({
    capabilityId,
    cells: gaps.map((ofColumn) => cellOf(ofColumn.get(capabilityId))),
  }));
  return { rows, suppressed: new Set() };
}

/**
 * As an audience sees it: rounded, a column withheld as its figures are, a cell as its gap is. Rows by the priority of
 * the whole where that is shown, the others in an order that tells nothing.
 * @param family  with the whole and all columns in it; a column of nobody is not, and withheld
 */
export function audienceCells(
  wholeId: string,
  columnIds: readonly string[],
  family: readonly FamilyMember[],
  weight: number,
): HeatMapCells {
  const shown = membersShown(family);
  const gaps = new Map(
    family
      .filter(({ id }) => id === wholeId || columnIds.includes(id))
      .map(({ id, tally }) => [id, gapsOf(roundedForAudience(strategyReadiness(tally, weight)))]),
  );
  const all = [...(gaps.get(wholeId)?.keys() ?? [])].map((capabilityId) => {
    const isShown = gapShownIn(family, shown, capabilityId);
    const cells = columnIds.map((id) =>
      isShown.has(id) ? cellOf(gaps.get(id)?.get(capabilityId)) : WITHHELD,
    );
    return { capabilityId, isShown: isShown.has(wholeId), cells };
  });
  const others = all.filter(({ isShown }) => !isShown).toSorted(byCapability);
  return {
    rows: [...all.filter(({ isShown }) => isShown), ...others],
    suppressed: new Set(columnIds.filter((id) => !shown.has(id))),
  };
}

/** In the order of their priority. */
const gapsOf = ({ gaps }: StrategyReadiness): ReadonlyMap<string, CapabilityGap> =>
  new Map(gaps.map((gap) => [gap.capabilityId, gap]));

/** @param gap  not given: nothing is required of anybody in it */
const cellOf = (gap: CapabilityGap | undefined): HeatMapCellType => ({
  suppressed: false,
  assessed: gap?.assessed ?? 0,
  belowRequired: gap?.belowRequired ?? 0,
  meanGap: gap?.meanGap ?? null,
});

const byCapability = (a: HeatMapRowType, b: HeatMapRowType): number =>
  a.capabilityId < b.capabilityId ? -1 : 1;
