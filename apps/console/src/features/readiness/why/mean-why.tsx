import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { Provenance } from '../../../ui/provenance.tsx';
import { WhyPanel } from '../../../ui/why-panel.tsx';
import type { PopulationReadiness } from '../readiness.fragments.ts';
import { assessedOf } from '../readiness-rows.ts';

interface MeanWhyProps {
  readonly why: string;
  /** Of the strategy. */
  readonly title: string;
  readonly readiness: PopulationReadiness;
}

export function MeanWhy({ why, title, readiness }: MeanWhyProps) {
  const text = useText();
  const figures = useFigures();
  return (
    <WhyPanel why={why} title={text('readiness.why.mean', { title })}>
      <p>
        {text('readiness.why.meanText', {
          assessed: assessedOf(readiness),
          coverage: figures.percent(readiness.meanCoverage ?? 0),
        })}
      </p>
      <p>{text('readiness.why.capped')}</p>
      <Provenance {...readiness} />
    </WhyPanel>
  );
}
