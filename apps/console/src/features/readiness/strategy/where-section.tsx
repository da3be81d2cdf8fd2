import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { usePageAddress } from '../../../shared/address/page-address.ts';
import type { PageAddress } from '../../../shared/address/page-address.ts';
import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { Figure } from '../../../ui/figure.tsx';
import { HeatMap } from '../../../ui/heat-map.tsx';
import type { HeatCell } from '../../../ui/heat-map.tsx';
import { Section } from '../../../ui/page.tsx';
import { Unknown } from '../../../ui/unknown.tsx';
import type { StrategyView } from './strategy.query.ts';

type HeatMapView = NonNullable<StrategyView['heatMap']>;
type HeatColumn = HeatMapView['columns'][number];
type Cell = HeatMapView['rows'][number]['cells'][number];

/** At so many levels missing a cell is as warm as it gets. */
const WARMEST_GAP = 2;

/** Leadership levels, which every organization has; units below one that is chosen. */
export const columnsIn = ({ part, unit }: PageAddress): 'units' | 'levels' =>
  part === 'units' || part === 'levels' ? part : unit === undefined ? 'levels' : 'units';

export const columnId = ({ unit, leadershipLevel }: HeatColumn): string =>
  unit?.id ?? leadershipLevel?.id ?? '';
export const columnName = ({ unit, leadershipLevel }: HeatColumn): string =>
  unit?.name ?? leadershipLevel?.name ?? '';

/** Where which capability is missing: by the units below, or by leadership level. */
export function WhereSection({ strategy: { heatMap } }: { readonly strategy: StrategyView }) {
  const text = useText();
  const cellOf = useCell();
  const { level } = usePageAddress();
  const title = text('strategy.where');
  if (!heatMap)
    return level === undefined ? null : <Section title={title} lead={text('strategy.where.none')} />;
  return (
    <Section title={title} lead={text('strategy.where.lead')} actions={<ColumnsSwitch />}>
      <HeatMap
        caption={title}
        corner={text('strategy.missing.capability')}
        columns={heatMap.columns.map((column) => ({ key: columnId(column), name: columnName(column) }))}
        rows={heatMap.rows.map(({ capability, cells }) => ({
          key: capability.id,
          name: capability.name,
          cells: cells.map((cell, index) => cellOf(cell, capability, heatMap.columns[index])),
        }))}
      />
    </Section>
  );
}

function useCell() {
  const text = useText();
  const figures = useFigures();
  return (cell: Cell, capability: { id: string; name: string }, column: HeatColumn | undefined): HeatCell => {
    if (!column || cell.suppressed)
      return { warmth: null, content: <span className="sr-only">{text('ui.suppressed')}</span> };
    if (cell.meanGap === null)
      return {
        warmth: 0,
        content: (
          <Unknown>
            <span title={text('strategy.where.nobody')}>–</span>
          </Unknown>
        ),
      };
    const words = {
      capability: capability.name,
      place: columnName(column),
      below: cell.belowRequired,
      assessed: cell.assessed,
      gap: figures.level(cell.meanGap),
    };
    return {
      warmth: cell.meanGap / WARMEST_GAP,
      content: (
        <Figure why={`cell.${capability.id}.${columnId(column)}`} label={text('strategy.where.cell', words)}>
          {words.gap}
        </Figure>
      ),
    };
  };
}

/** Units or leadership levels; it stands in the address. */
function ColumnsSwitch() {
  const text = useText();
  const navigate = useNavigate();
  const address = usePageAddress();
  return (
    <SegmentedControl
      size="xs"
      aria-label={text('strategy.where.by')}
      data={[
        { value: 'units', label: text('strategy.where.units') },
        { value: 'levels', label: text('strategy.where.levels') },
      ]}
      value={columnsIn(address)}
      onChange={(chosen) =>
        void navigate({
          to: '.',
          search: (before) => ({ ...before, part: chosen }),
          resetScroll: false,
        })
      }
    />
  );
}
