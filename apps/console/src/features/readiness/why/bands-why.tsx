import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { Provenance } from '../../../ui/provenance.tsx';
import { WhyPanel } from '../../../ui/why-panel.tsx';
import { WhyParts } from '../../../ui/why-parts.tsx';
import { BANDS } from '../../../ui/chart/band-bar.tsx';
import type { PopulationReadiness } from '../readiness.fragments.ts';
import { assessedOf, countsOf } from '../readiness-rows.ts';

interface BandsWhyProps {
  readonly why: string;
  /** Of the strategy. */
  readonly title: string;
  readonly readiness: PopulationReadiness;
}

export function BandsWhy({ why, title, readiness }: BandsWhyProps) {
  const text = useText();
  const figures = useFigures();
  const counts = countsOf(readiness);
  if (!counts) return null;
  return (
    <WhyPanel why={why} title={text('readiness.why.bands', { title })}>
      <p>
        {text('readiness.why.bandsText', {
          now: counts.READY_NOW,
          assessed: assessedOf(readiness),
          share: readiness.readyShare === null ? '–' : figures.percent(readiness.readyShare),
        })}
      </p>
      <WhyParts
        caption={text('readiness.why.bandsCaption')}
        parts={BANDS.map((band) => ({ name: text(`band.${band}`), amount: figures.whole(counts[band]) }))}
        total={{ name: text('readiness.why.total'), amount: figures.whole(readiness.executives) }}
      />
      <p>{text('readiness.why.capped')}</p>
      <Provenance {...readiness} />
    </WhyPanel>
  );
}
