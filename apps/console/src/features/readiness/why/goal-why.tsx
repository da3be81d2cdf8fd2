import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { WhyPanel } from '../../../ui/why-panel.tsx';
import { inMetric } from '../goal-figures.ts';
import type { StrategyGoal } from '../readiness.fragments.ts';

export function GoalWhy({ why, goal }: { readonly why: string; readonly goal: StrategyGoal }) {
  const text = useText();
  const figures = useFigures();
  const value = (amount: number): string => inMetric(figures, goal.metric, amount);
  const words = {
    target: value(goal.target),
    due: figures.day(goal.dueOn),
    baseline: value(goal.baseline),
    since: figures.day(goal.baselineOn),
  };
  return (
    <WhyPanel why={why} title={text('readiness.why.goal', { title: goal.title })}>
      <p>
        {goal.current === null
          ? text('readiness.why.goalNoCurrent', words)
          : text('readiness.why.goalText', {
              ...words,
              current: value(goal.current),
              progress: figures.percent(goal.progress ?? 0),
            })}
      </p>
    </WhyPanel>
  );
}
