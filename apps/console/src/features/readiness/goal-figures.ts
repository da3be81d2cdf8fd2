import type { Figures } from '../../shared/text/use-figures.ts';
import type { StrategyGoal } from './readiness.fragments.ts';

/** A value of a goal in the unit of its metric: a share, a readiness, or a level. */
export function inMetric(figures: Figures, metric: StrategyGoal['metric'], value: number): string {
  if (metric === 'MEAN_READINESS') return figures.whole(value);
  return metric === 'CAPABILITY_LEVEL' ? figures.level(value) : figures.percent(value);
}

/** A difference of such values, with its sign; of shares in points. */
export function differenceIn(figures: Figures, metric: StrategyGoal['metric'], amount: number): string {
  if (metric === 'CAPABILITY_LEVEL') return figures.signedLevel(amount);
  return figures.signedFine(metric === 'MEAN_READINESS' ? amount : 100 * amount);
}
