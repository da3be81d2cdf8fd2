import { Link } from '@tanstack/react-router';
import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { Provenance } from '../../../ui/provenance.tsx';
import { WhyPanel } from '../../../ui/why-panel.tsx';
import type { StrategyView } from './strategy.query.ts';
import { columnId, columnName } from './where-section.tsx';

interface CellWhyProps {
  readonly why: string;
  readonly heatMap: NonNullable<StrategyView['heatMap']>;
  readonly capabilityId: string;
  readonly placeId: string;
}

/** One cell of the map in words, and the way to the page of its unit or level. */
export function CellWhy({ why, heatMap, capabilityId, placeId }: CellWhyProps) {
  const text = useText();
  const figures = useFigures();
  const row = heatMap.rows.find(({ capability }) => capability.id === capabilityId);
  const index = heatMap.columns.findIndex((column) => columnId(column) === placeId);
  const [column, cell] = [heatMap.columns[index], row?.cells[index]];
  if (!row || !column || cell?.meanGap == null) return null;
  const words = { below: cell.belowRequired, assessed: cell.assessed, gap: figures.level(cell.meanGap) };
  const place = columnName(column);
  return (
    <WhyPanel why={why} title={text('strategy.why.cell', { capability: row.capability.name, place })}>
      <p>{text('readiness.why.gapText', words)}</p>
      <p>
        <Link to="." search={column.unit ? { unit: column.unit.id } : { level: column.leadershipLevel?.id }}>
          {text('strategy.why.goTo', { place })}
        </Link>
      </p>
      <Provenance asOf={heatMap.asOf} />
    </WhyPanel>
  );
}
