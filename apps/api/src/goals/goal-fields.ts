import type { Viewer } from '@alidade/access';
import { goalProgress, goalStatus } from '@alidade/gains';
import type { Goal, GoalStatus } from '@alidade/gains';
import type { Loaders } from '../loaders.js';
import type { GoalDayArgs } from './goals.inputs.js';
import type { AlignmentGoalType } from './goals.types.js';

interface Asked extends GoalDayArgs {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
}

export const dayOf = ({ asOf, viewer }: Pick<Asked, 'asOf' | 'viewer'>): string => asOf ?? viewer.today;

export async function currentOf(goal: AlignmentGoalType, asked: Asked): Promise<number | null> {
  return (await asked.loaders.goalFigure.load({ goal, day: dayOf(asked) })).value;
}

/** Made of what the viewer sees, so that nothing more exact can be worked out from it. */
export async function progressOf(goal: AlignmentGoalType, asked: Asked): Promise<number | null> {
  const { value } = await asked.loaders.goalFigure.load({ goal, day: dayOf(asked) });
  const { baseline, baselineOn, target, dueOn } = goal;
  if (baseline === target) return null;
  return goalProgress({ baseline, baselineOn, target, dueOn }, value);
}

export async function statusOf(goal: AlignmentGoalType, asked: Asked): Promise<GoalStatus> {
  const on = dayOf(asked);
  const { value: current, evidenceShare } = await asked.loaders.goalFigure.load({ goal, day: on });
  const { exactBaseline: baseline, baselineOn, target, dueOn } = goal;
  const way: Goal = { baseline, baselineOn, target, dueOn };
  return goalStatus(way, { current, evidenceShare, on });
}
