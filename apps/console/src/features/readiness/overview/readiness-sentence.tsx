import type { ReactNode } from 'react';
import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { Figure } from '../../../ui/figure.tsx';
import { assessedOf, mainGoal, pointBefore, trendOf, weakest } from '../readiness-rows.ts';
import type { StrategyGoal } from '../readiness.fragments.ts';
import type { StrategyRow } from './readiness.query.ts';

/** How far back "since" looks. */
const MONTHS_BACK = 6;

/** What the page comes to: the weakest strategy that misses something critical. */
export function ReadinessSentence({
  strategies,
}: {
  readonly strategies: readonly StrategyRow[];
}): ReactNode {
  const text = useText();
  const figures = useFigures();
  const strategy = weakest(strategies);
  const readiness = strategy?.readiness;
  if (readiness?.readyShare == null || !strategy) {
    const isProtected = strategies.some((each) => each.readiness?.suppressed);
    return text(isProtected ? 'readiness.sentence.protected' : 'readiness.sentence.none');
  }
  const goal = mainGoal(strategy.goals);
  return text.rich('readiness.sentence', {
    share: (
      <Figure key="share" why={`bands.${strategy.id}`}>
        {figures.percent(readiness.readyShare)}
      </Figure>
    ),
    assessed: assessedOf(readiness),
    title: strategy.title,
    b: (parts) => <b key="b">{parts}</b>,
    ...changeOf(strategy, readiness.readyShare, figures),
    ...goalWords(goal, figures),
  });
}

function changeOf(strategy: StrategyRow, share: number, figures: ReturnType<typeof useFigures>) {
  const before = pointBefore(trendOf(strategy), MONTHS_BACK);
  if (before?.value == null) return { trend: 'none', points: 0, since: '' };
  const points = Math.round(100 * share) - Math.round(100 * before.value);
  const trend = points === 0 ? 'same' : points > 0 ? 'up' : 'down';
  return { trend, points: Math.abs(points), since: figures.month(before.day) };
}

function goalWords(goal: StrategyGoal | undefined, figures: ReturnType<typeof useFigures>) {
  if (goal?.metric !== 'STRATEGY_READINESS') return { hasGoal: 'no', goal: '', due: '' };
  return { hasGoal: 'yes', goal: figures.percent(goal.target), due: figures.month(goal.dueOn) };
}
