import type { BandCounts } from '../../ui/chart/band-bar.tsx';
import type { Gap, PopulationReadiness, StrategyGoal } from './readiness.fragments.ts';

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
export function mainGoal<Goal extends StrategyGoal>(goals: readonly Goal[]): Goal | undefined {
  const of = (metric: StrategyGoal['metric']) => goals.find((goal) => goal.metric === metric);
  return of('STRATEGY_READINESS') ?? of('MEAN_READINESS') ?? goals[0];
}

interface Ready {
  readonly readiness: (PopulationReadiness & { readonly gaps: readonly Gap[] }) | null;
}

/** The weakest strategy that misses something critical, else the weakest. */
export function weakest<Strategy extends Ready>(strategies: readonly Strategy[]): Strategy | undefined {
  const known = strategies
    .filter(({ readiness }) => readiness?.readyShare != null)
    .toSorted((a, b) => (a.readiness?.readyShare ?? 0) - (b.readiness?.readyShare ?? 0));
  return known.find(({ readiness }) => readiness?.gaps.some(isMissed)) ?? known[0];
}

const isMissed = ({ critical, belowRequired }: Gap): boolean => critical && belowRequired !== 0;

export interface TrendPoint {
  readonly day: string;
  readonly value: number | null;
}

interface Trending {
  readonly readinessTrend: readonly { readonly asOf: string; readonly readyShare: number | null }[];
}

export const trendOf = ({ readinessTrend }: Trending): readonly TrendPoint[] =>
  readinessTrend.map(({ asOf, readyShare }) => ({ day: asOf, value: readyShare }));

/** The first known point that is at least this many months old; what "since" is said of. */
export function pointBefore(points: readonly TrendPoint[], months: number): TrendPoint | undefined {
  const known = points.filter(({ value }) => value !== null);
  return known.at(-1 - months) ?? known[0];
}
