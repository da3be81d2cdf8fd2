import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { Provenance } from '../../../ui/provenance.tsx';
import { WhyPanel } from '../../../ui/why-panel.tsx';
import { WhyParts } from '../../../ui/why-parts.tsx';
import type { PopulationReadiness } from '../readiness.fragments.ts';
import type { TrendPoint } from '../readiness-rows.ts';

interface TrendWhyProps {
  readonly why: string;
  /** Of the strategy. */
  readonly title: string;
  readonly readiness: PopulationReadiness;
  readonly points: readonly TrendPoint[];
}

export function TrendWhy({ why, title, readiness, points }: TrendWhyProps) {
  const text = useText();
  const figures = useFigures();
  return (
    <WhyPanel why={why} title={text('readiness.why.trend', { title })}>
      <p>{text('readiness.why.trendText')}</p>
      <WhyParts
        caption={text('band.READY_NOW')}
        parts={points.toReversed().map(({ day, value }) => ({
          name: figures.day(day),
          amount: value === null ? text('ui.noEvidence') : figures.percent(value),
        }))}
      />
      <Provenance {...readiness} />
    </WhyPanel>
  );
}
