import type { ReactNode } from 'react';
import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { WhyPanel } from '../../../ui/why-panel.tsx';
import { WhyParts } from '../../../ui/why-parts.tsx';
import { differenceIn } from '../goal-figures.ts';
import { BandsWhy } from '../why/bands-why.tsx';
import { GapWhy } from '../why/gap-why.tsx';
import { GoalWhy } from '../why/goal-why.tsx';
import { CellWhy } from './cell-why.tsx';
import { useGains } from './done-section.tsx';
import { partsOf } from './moved-parts.ts';
import type { GainReport, GoalView, StrategyView } from './strategy.query.ts';

interface StrategyWhyProps {
  readonly why: string;
  readonly strategy: StrategyView;
}

/** The panel for whichever figure the address names; nothing when it names none of this page. */
export function StrategyWhy({ why, strategy }: StrategyWhyProps): ReactNode {
  const [kind, id = '', part = ''] = why.split('.');
  const goal = strategy.goals.find((each) => each.id === id);
  if (kind === 'moved') return goal && <MovedWhy why={why} goal={goal} part={part} />;
  if (kind === 'goal') return goal && <GoalWhy why={why} goal={goal} />;
  if (kind === 'gain') return <GainWhy why={why} strategyId={strategy.id} capabilityId={id} />;
  if (kind === 'cell')
    return (
      strategy.heatMap && <CellWhy why={why} heatMap={strategy.heatMap} capabilityId={id} placeId={part} />
    );
  return <ReadinessPart why={why} kind={kind} id={id} strategy={strategy} />;
}

interface ReadinessPartProps extends StrategyWhyProps {
  readonly kind: string | undefined;
  readonly id: string;
}

function ReadinessPart({ why, kind, id, strategy: { title, readiness } }: ReadinessPartProps): ReactNode {
  if (!readiness || readiness.suppressed) return null;
  if (kind === 'bands') return <BandsWhy why={why} title={title} readiness={readiness} />;
  const gap = readiness.gaps.find(({ capability }) => capability.id === id);
  return gap && kind === 'gap' && <GapWhy why={why} title={title} readiness={readiness} gap={gap} />;
}

interface MovedWhyProps {
  readonly why: string;
  readonly goal: GoalView;
  readonly part: string;
}

function MovedWhy({ why, goal, part }: MovedWhyProps) {
  const text = useText();
  const figures = useFigures();
  const moved = partsOf(goal, text).find(({ key }) => key === part);
  if (!moved) return null;
  const written = (amount: number): string => differenceIn(figures, goal.metric, amount);
  const amount = written(moved.amount);
  const unfolds = moved.contributions.some(({ capability }) => capability !== null);
  return (
    <WhyPanel why={why} title={text('strategy.why.moved', { part: moved.name, amount })}>
      <p>
        {text('strategy.why.movedText', { since: figures.day(goal.baselineOn), goal: goal.title, amount })}
      </p>
      {unfolds ? (
        <WhyParts
          caption={text('strategy.why.byCapability')}
          parts={moved.contributions.map((each) => ({
            name: each.capability?.name ?? '',
            amount: figures.signedFine(each.amount),
          }))}
          total={{ name: moved.name, amount: figures.signedFine(moved.amount) }}
        />
      ) : (
        <p>{text('strategy.why.undivided')}</p>
      )}
    </WhyPanel>
  );
}

interface GainWhyProps {
  readonly why: string;
  readonly strategyId: string;
  readonly capabilityId: string;
}

function GainWhy({ why, strategyId, capabilityId }: GainWhyProps) {
  const text = useText();
  const report = useGains(strategyId)?.find(({ capability }) => capability.id === capabilityId);
  if (!report || report.meanPre === null || report.meanPost === null) return null;
  return (
    <WhyPanel why={why} title={text('strategy.why.gain', { capability: report.capability.name })}>
      <GainWords report={report} />
      <Effects effects={report.effects} />
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </WhyPanel>
  );
}

function GainWords({
  report: { meanPre, meanPost, participants, comparison },
}: {
  readonly report: GainReport;
}) {
  const text = useText();
  const figures = useFigures();
  const levels = (pre: number | null, post: number | null) => ({
    pre: figures.level(pre ?? 0),
    post: figures.level(post ?? 0),
  });
  return (
    <>
      <p>{text('strategy.why.gainText', { participants, ...levels(meanPre, meanPost) })}</p>
      {comparison && (
        <p>
          {text('strategy.why.gainCompared', {
            executives: comparison.executives,
            ...levels(comparison.meanPre, comparison.meanPost),
          })}
        </p>
      )}
    </>
  );
}

function Effects({ effects }: { readonly effects: GainReport['effects'] }) {
  const text = useText();
  const figures = useFigures();
  if (effects.length === 0) return null;
  return (
    <WhyParts
      caption={text('strategy.why.effects')}
      parts={effects.map(({ method, value, n, pValue }) => ({
        name: method,
        amount: text('strategy.why.effect', {
          value: figures.signedFine(value),
          n,
          p: pValue === null ? 'none' : figures.fine(pValue),
        }),
      }))}
    />
  );
}
