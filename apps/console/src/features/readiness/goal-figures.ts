import type { Figures } from '../../shared/text/use-figures.ts';
import type { StrategyGoal } from './readiness.query.ts';

/** A value of a goal in the unit of its metric: a share, a readiness, or a level. */
export function inMetric(figures: Figures, metric: StrategyGoal['metric'], value: number): string {
  if (metric === 'MEAN_READINESS') return figures.whole(value);
  return metric === 'CAPABILITY_LEVEL' ? figures.level(value) : figures.percent(value);
}
