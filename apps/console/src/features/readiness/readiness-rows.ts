import type { BandCounts } from '../../ui/chart/band-bar.tsx';
import type { PopulationReadiness, StrategyGoal, StrategyRow } from './readiness.query.ts';

type Counts = Pick<PopulationReadiness, 'readyNow' | 'readySoon' | 'developing' | 'insufficientEvidence'>;

/** Null when the population is too small to show. */
export const countsOf = ({
  readyNow,
  readySoon,
  developing,
  insufficientEvidence,
}: Counts): BandCounts | null =>
  readyNow === null || readySoon === null || developing === null || insufficientEvidence === null
    ? null
    : {
        READY_NOW: readyNow,
        READY_SOON: readySoon,
        DEVELOPING: developing,
        INSUFFICIENT_EVIDENCE: insufficientEvidence,
      };

/** Executives with enough evidence; null as the counts. */
export function assessedOf(readiness: Counts): number | null {
  const counts = countsOf(readiness);
  return counts && counts.READY_NOW + counts.READY_SOON + counts.DEVELOPING;
}

/** The goal that says most about readiness: the share of those ready now, else their mean, else any. */
export function mainGoal(goals: readonly StrategyGoal[]): StrategyGoal | undefined {
  const of = (metric: StrategyGoal['metric']) => goals.find((goal) => goal.metric === metric);
  return of('STRATEGY_READINESS') ?? of('MEAN_READINESS') ?? goals[0];
}

/** The weakest strategy that misses something critical, else the weakest. */
export function weakest(strategies: readonly StrategyRow[]): StrategyRow | undefined {
  const known = strategies
    .filter(({ readiness }) => readiness?.readyShare != null)
    .toSorted((a, b) => (a.readiness?.readyShare ?? 0) - (b.readiness?.readyShare ?? 0));
  return known.find(({ readiness }) => readiness?.gaps.some(isMissed)) ?? known[0];
}

const isMissed = ({ critical, belowRequired }: PopulationReadiness['gaps'][number]): boolean =>
  critical && belowRequired !== 0;

export interface TrendPoint {
  readonly day: string;
  readonly value: number | null;
}

export const trendOf = ({ readinessTrend }: StrategyRow): readonly TrendPoint[] =>
  readinessTrend.map(({ asOf, readyShare }) => ({ day: asOf, value: readyShare }));

/** The first known point that is at least this many months old; what "since" is said of. */
export function pointBefore(points: readonly TrendPoint[], months: number): TrendPoint | undefined {
  const known = points.filter(({ value }) => value !== null);
  return known.at(-1 - months) ?? known[0];
}
