import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { ForecastChart } from '../../../ui/chart/forecast-chart.tsx';
import { Section } from '../../../ui/page.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { inMetric } from '../goal-figures.ts';
import { mainGoal } from '../readiness-rows.ts';
import type { GoalView, StrategyView } from './strategy.query.ts';

interface GoesSectionProps {
  readonly strategy: StrategyView;
}

/** Where the figure of the main goal leads if it goes on as it did. */
export function GoesSection({ strategy }: GoesSectionProps) {
  const text = useText();
  const goal = mainGoal(strategy.goals);
  if (!goal) return <Section title={text('strategy.goes')} lead={text('strategy.goes.none')} />;
  return <Goes strategy={strategy} goal={goal} />;
}

function Goes({ strategy, goal }: GoesSectionProps & { readonly goal: GoalView }) {
  const text = useText();
  const figures = useFigures();
  const { forecast } = goal;
  const written = (value: number): string => inMetric(figures, goal.metric, value);
  const words = { goal: goal.title, target: written(goal.target), due: figures.month(goal.dueOn) };
  const lead = forecast
    ? text('strategy.goes.lead', {
        ...words,
        value: written(forecast.onDueDate),
        low: written(forecast.low),
        high: written(forecast.high),
        probability: figures.percent(forecast.probability),
      })
    : text('strategy.goes.noForecast', words);
  return (
    <Section title={text('strategy.goes')} lead={lead} actions={<StatusMark status={goal.status} />}>
      <ForecastChart
        label={lead}
        points={knownPoints(strategy, goal)}
        target={{ day: goal.dueOn, value: goal.target }}
        forecast={forecast && { ...forecast, value: forecast.onDueDate }}
        range={RANGES[goal.metric] ?? [0, 1]}
        format={written}
      />
    </Section>
  );
}

/** Where the scale of a metric starts and ends; shares where not named. */
const RANGES: Partial<Record<GoalView['metric'], readonly [number, number]>> = {
  MEAN_READINESS: [0, 100],
  CAPABILITY_LEVEL: [1, 5],
};

/** The monthly figures of the metric, where the API keeps them; else the goal's first and present ones. */
function knownPoints({ readinessTrend }: StrategyView, goal: GoalView) {
  const monthly = readinessTrend.map(({ asOf, readyShare, meanReadiness }) => ({
    day: asOf,
    value: goal.metric === 'MEAN_READINESS' ? meanReadiness : readyShare,
  }));
  const isMonthly = goal.metric === 'MEAN_READINESS' || goal.metric === 'STRATEGY_READINESS';
  const points = isMonthly ? monthly : [{ day: goal.baselineOn, value: goal.baseline }];
  return points.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]));
}
