import type { ReactNode } from 'react';
import { useFigures } from '../../shared/text/use-figures.ts';
import { useText } from '../../shared/text/use-text.ts';
import { BANDS } from '../../ui/chart/band-bar.tsx';
import { Provenance } from '../../ui/provenance.tsx';
import { WhyPanel } from '../../ui/why-panel.tsx';
import { WhyParts } from '../../ui/why-parts.tsx';
import { inMetric } from './goal-figures.ts';
import { assessedOf, countsOf, trendOf } from './readiness-rows.ts';
import type { PopulationReadiness, StrategyGoal, StrategyRow } from './readiness.query.ts';

interface ReadinessWhyProps {
  /** kind.strategy, gap.strategy.capability, or goal.id */
  readonly why: string;
  readonly strategies: readonly StrategyRow[];
}

/** The panel for whichever figure of the page the address names; nothing when it names none of them. */
export function ReadinessWhy({ why, strategies }: ReadinessWhyProps): ReactNode {
  const [kind = '', id, capabilityId = ''] = why.split('.');
  if (kind === 'goal') {
    const goal = strategies.flatMap(({ goals }) => goals).find((each) => each.id === id);
    return goal && <GoalWhy why={why} goal={goal} />;
  }
  const Panel = PANELS[kind];
  const strategy = strategies.find((each) => each.id === id);
  if (!Panel || !strategy?.readiness || strategy.readiness.suppressed) return null;
  return <Panel why={why} strategy={strategy} readiness={strategy.readiness} capabilityId={capabilityId} />;
}

interface StrategyWhyProps {
  readonly why: string;
  readonly strategy: StrategyRow;
  readonly readiness: PopulationReadiness;
  /** Of a gap; else empty. */
  readonly capabilityId: string;
}

function BandsWhy({ why, strategy, readiness }: StrategyWhyProps) {
  const text = useText();
  const figures = useFigures();
  const counts = countsOf(readiness);
  if (!counts) return null;
  return (
    <WhyPanel why={why} title={text('readiness.why.bands', { title: strategy.title })}>
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

function MeanWhy({ why, strategy, readiness }: StrategyWhyProps) {
  const text = useText();
  const figures = useFigures();
  return (
    <WhyPanel why={why} title={text('readiness.why.mean', { title: strategy.title })}>
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

function TrendWhy({ why, strategy, readiness }: StrategyWhyProps) {
  const text = useText();
  const figures = useFigures();
  return (
    <WhyPanel why={why} title={text('readiness.why.trend', { title: strategy.title })}>
      <p>{text('readiness.why.trendText')}</p>
      <WhyParts
        caption={text('band.READY_NOW')}
        parts={trendOf(strategy)
          .toReversed()
          .map(({ day, value }) => ({
            name: figures.day(day),
            amount: value === null ? text('ui.noEvidence') : figures.percent(value),
          }))}
      />
      <Provenance {...readiness} />
    </WhyPanel>
  );
}

function GapWhy({ why, strategy, readiness, capabilityId }: StrategyWhyProps) {
  const text = useText();
  const figures = useFigures();
  const gap = readiness.gaps.find(({ capability }) => capability.id === capabilityId);
  if (gap?.belowRequired == null) return null;
  const { capability, belowRequired, assessed, meanGap, critical } = gap;
  return (
    <WhyPanel
      why={why}
      title={text('readiness.why.gap', { capability: capability.name, title: strategy.title })}
    >
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

function GoalWhy({ why, goal }: { readonly why: string; readonly goal: StrategyGoal }) {
  const text = useText();
  const figures = useFigures();
  const value = (amount: number): string => inMetric(figures, goal.metric, amount);
  const words = {
    target: value(goal.target),
    due: figures.day(goal.dueOn),
    baseline: value(goal.baseline),
    since: figures.day(goal.baselineOn),
  };
  return (
    <WhyPanel why={why} title={text('readiness.why.goal', { title: goal.title })}>
      <p>
        {goal.current === null
          ? text('readiness.why.goalNoCurrent', words)
          : text('readiness.why.goalText', {
              ...words,
              current: value(goal.current),
              progress: figures.percent(goal.progress ?? 0),
            })}
      </p>
    </WhyPanel>
  );
}

const PANELS: Readonly<Record<string, (props: StrategyWhyProps) => ReactNode>> = {
  bands: BandsWhy,
  mean: MeanWhy,
  trend: TrendWhy,
  gap: GapWhy,
};
