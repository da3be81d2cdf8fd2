import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { Provenance } from '../../../ui/provenance.tsx';
import { WhyPanel } from '../../../ui/why-panel.tsx';
import type { Gap, PopulationReadiness } from '../readiness.fragments.ts';

interface GapWhyProps {
  readonly why: string;
  /** Of the strategy. */
  readonly title: string;
  readonly readiness: PopulationReadiness;
  readonly gap: Gap;
}

export function GapWhy({ why, title, readiness, gap }: GapWhyProps) {
  const text = useText();
  const figures = useFigures();
  if (gap.belowRequired === null) return null;
  const { capability, belowRequired, assessed, meanGap, critical } = gap;
  return (
    <WhyPanel why={why} title={text('readiness.why.gap', { capability: capability.name, title })}>
      <p>
        {text('readiness.why.gapText', {
          below: belowRequired,
          assessed,
          gap: meanGap === null ? '–' : figures.level(meanGap),
        })}
      </p>
      {critical && <p>{text('readiness.why.gapCritical')}</p>}
      <Provenance {...readiness} />
    </WhyPanel>
  );
}
