import type { ReactNode } from 'react';
import { trendOf } from '../readiness-rows.ts';
import { BandsWhy } from '../why/bands-why.tsx';
import { GapWhy } from '../why/gap-why.tsx';
import { GoalWhy } from '../why/goal-why.tsx';
import { MeanWhy } from '../why/mean-why.tsx';
import { TrendWhy } from '../why/trend-why.tsx';
import type { StrategyRow } from './readiness.query.ts';

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
  const strategy = strategies.find((each) => each.id === id);
  return strategy && <StrategyWhy why={why} kind={kind} strategy={strategy} capabilityId={capabilityId} />;
}

interface StrategyWhyProps {
  readonly why: string;
  readonly kind: string;
  readonly strategy: StrategyRow;
  /** Of a gap; else empty. */
  readonly capabilityId: string;
}

function StrategyWhy({ why, kind, strategy, capabilityId }: StrategyWhyProps): ReactNode {
  const { readiness, title } = strategy;
  if (!readiness || readiness.suppressed) return null;
  const shared = { why, title, readiness };
  if (kind === 'bands') return <BandsWhy {...shared} />;
  if (kind === 'mean') return <MeanWhy {...shared} />;
  if (kind === 'trend') return <TrendWhy {...shared} points={trendOf(strategy)} />;
  const gap = readiness.gaps.find(({ capability }) => capability.id === capabilityId);
  return gap && <GapWhy {...shared} gap={gap} />;
}
