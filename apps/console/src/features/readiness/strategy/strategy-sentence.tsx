import type { ReactNode } from 'react';
import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { Figure } from '../../../ui/figure.tsx';
import type { Gap } from '../readiness.fragments.ts';
import { assessedOf } from '../readiness-rows.ts';
import type { StrategyView } from './strategy.query.ts';

const bold = (parts: ReactNode[]): ReactNode => <b key="b">{parts}</b>;

/** How ready, and what is missing most. */
export function StrategySentence({
  strategy: { title, readiness },
}: {
  readonly strategy: StrategyView;
}): ReactNode {
  const text = useText();
  const figures = useFigures();
  const shared = { title, b: bold };
  if (readiness?.suppressed) return text.rich('strategy.sentence.protected', shared);
  if (readiness?.readyShare == null) return text.rich('strategy.sentence.none', shared);
  return text.rich('strategy.sentence', {
    ...shared,
    ...largestGap(readiness.gaps),
    share: (
      <Figure key="share" why="bands">
        {figures.percent(readiness.readyShare)}
      </Figure>
    ),
    assessed: assessedOf(readiness),
  });
}

function largestGap(gaps: readonly Gap[]) {
  const gap = gaps.find(({ belowRequired }) => belowRequired !== null && belowRequired > 0);
  if (!gap) return { hasGap: 'no', capability: '', below: 0, of: 0 };
  return { hasGap: 'yes', capability: gap.capability.name, below: gap.belowRequired, of: gap.assessed };
}
