import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import type { GoalForecast } from '@alidade/gains';
import DataLoader from 'dataloader';
import { groupedBy } from '../platform/grouped-by.js';
import { contributionsTo } from './contributions.queries.js';
import type { GoalSpan } from './contributions.queries.js';
import { forecastsOf } from './forecasts.queries.js';
import { figuresSeenBy } from './goal-figures.queries.js';
import type { SeenFigure } from './goal-figures.queries.js';
import { goalsSeenBy } from './goals.queries.js';
import type { AlignmentGoalType, GoalContributionType } from './goals.types.js';

const keyOf = ({ goal, day }: GoalSpan): string => `${goal.id} ${day}`;

export function createGoalLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    /** Strategy id -> its goals that the viewer may see. */
    goalsOfStrategy: new DataLoader<string, readonly AlignmentGoalType[]>(async (strategyIds) => {
      const goals = await reads.read((tx) => goalsSeenBy(tx, viewer, { strategyIds }));
      const groups = groupedBy(goals, ({ strategyId }) => String(strategyId));
      return strategyIds.map((id) => groups.get(id) ?? []);
    }),
    /** A goal on a day -> its figure, as the viewer may see it. */
    goalFigure: new DataLoader<GoalSpan, SeenFigure, string>(
      (keys) => reads.read((tx) => figuresSeenBy(tx, viewer, keys)),
      { cacheKeyFn: keyOf },
    ),
    /** A goal until a day -> what moved its figure since its first day. */
    goalContributions: new DataLoader<GoalSpan, readonly GoalContributionType[], string>(
      (keys) => reads.read((tx) => contributionsTo(tx, viewer, keys)),
      { cacheKeyFn: keyOf },
    ),
    /** A goal -> where its figure leads. */
    goalForecast: new DataLoader<AlignmentGoalType, GoalForecast | null, string>(
      (goals) => reads.read((tx) => forecastsOf(tx, viewer, goals)),
      { cacheKeyFn: ({ id }) => id },
    ),
  };
}
