import type { MessageKey } from '../../../messages/catalogue.ts';
import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { Waterfall } from '../../../ui/chart/waterfall.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Section } from '../../../ui/page.tsx';
import { differenceIn, inMetric } from '../goal-figures.ts';
import { partsOf } from './moved-parts.ts';
import type { GoalView } from './strategy.query.ts';

/** What moved a goal from its first day to the day shown; the parts add up. */
export function MovedSection({ goals }: { readonly goals: readonly GoalView[] }) {
  const text = useText();
  const figures = useFigures();
  const readinessGoals = goals.filter(
    ({ metric }) => metric === 'STRATEGY_READINESS' || metric === 'MEAN_READINESS',
  );
  const goal = readinessGoals.find(({ contributions }) => contributions.length > 0);
  if (!goal || goal.current === null) {
    const why: MessageKey = readinessGoals.length === 0 ? 'strategy.moved.none' : 'strategy.moved.hidden';
    return <Section title={text('strategy.moved')} lead={text(why)} />;
  }
  const [from, to] = [goal.baseline, goal.current].map((value) => inMetric(figures, goal.metric, value));
  const since = figures.day(goal.baselineOn);
  return (
    <Section
      title={text('strategy.moved')}
      lead={text('strategy.moved.lead', { goal: goal.title, from, since, to })}
    >
      <Waterfall
        start={{ name: since, value: goal.baseline, label: from ?? '' }}
        parts={partsOf(goal, text).map((part) => ({
          ...part,
          label: (
            <Figure why={`moved.${goal.id}.${part.key}`}>
              {differenceIn(figures, goal.metric, part.amount)}
            </Figure>
          ),
        }))}
        end={{ name: text('frame.today'), value: goal.current, label: to ?? '' }}
      />
    </Section>
  );
}
