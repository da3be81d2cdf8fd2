import { ActionKind, ActionStatus } from '@alidade/database';
import type {
  ActionBalanceType,
  PlanActionType,
  PlanGoalProgressType,
  PlanGoalResultType,
  PlanGoalType,
} from '../plans.types.js';

/**
 * How much development is thought to come from each kind, by what successful executives told: 70-20-10, Lombardo &
 * Eichinger (1996), after McCall, Lombardo & Morrison (1988). Shown as a guide; nothing is checked against it.
 */
const GUIDE: Readonly<Record<ActionKind, number>> = { EXPERIENCE: 0.7, EXPOSURE: 0.2, EDUCATION: 0.1 };

const isKept = ({ status }: Pick<PlanActionType, 'status'>): boolean => status !== ActionStatus.DROPPED;

export function progressOf({ actions }: Pick<PlanGoalType, 'actions'>): PlanGoalProgressType {
  const kept = actions.filter(isKept);
  return { actions: kept.length, done: kept.filter(({ status }) => status === ActionStatus.DONE).length };
}

/** Null until something else than what was known at the start counts. */
export function resultOf({
  start,
  current,
}: Pick<PlanGoalType, 'start' | 'current'>): PlanGoalResultType | null {
  if (!current || current.evidenceId === start?.evidenceId) return null;
  return { level: current, change: start && current.level - start.level };
}

/** Of the goals that are not closed. */
export function balanceOf(goals: readonly Pick<PlanGoalType, 'state' | 'actions'>[]): ActionBalanceType[] {
  const actions = goals
    .filter(({ state }) => state !== 'CLOSED')
    .flatMap((goal) => goal.actions.filter(isKept));
  return Object.values(ActionKind).map((kind) => {
    const own = actions.filter((action) => action.kind === kind).length;
    return {
      kind,
      actions: own,
      share: actions.length > 0 ? own / actions.length : null,
      guide: GUIDE[kind],
    };
  });
}

/** The last text recorded. */
export const evidenceOf = ({ evidenceItems }: Pick<PlanActionType, 'evidenceItems'>): string | null =>
  evidenceItems.findLast(({ kind }) => kind === 'TEXT')?.content ?? null;
