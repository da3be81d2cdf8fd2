import type { Viewer } from '@alidade/access';
import { goalContributions } from '@alidade/gains';
import type { PersonBetween } from '@alidade/gains';
import type { EntityManager } from 'typeorm';
import { seenWholly } from './goal-figures.queries.js';
import type { AlignmentGoalType, GoalContributionType } from './goals.types.js';
import { factsOnDays, personOnDay } from '../readiness/comparison/facts-on-days.queries.js';
import type { FactsOnDays } from '../readiness/comparison/facts-on-days.queries.js';
import { personBetween } from '../readiness/comparison/person-between.js';
import type { ReadinessMetric } from '../readiness/comparison/person-between.js';
import { completionsOf } from './completions.queries.js';
import type { CompletedBetween } from './completions.queries.js';
import { membersOn } from './population-figures.queries.js';

/** A goal from its first day to another. */
export interface GoalSpan {
  readonly goal: AlignmentGoalType;
  readonly day: string;
}

interface ReadinessSpan extends GoalSpan {
  readonly metric: ReadinessMetric;
  readonly strategyId: string;
  /** Who is in the population on either day. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/**
 * What moved the figures of these goals, in their order; of other metrics than readiness nothing, nor for whoever may not see
 * by name everybody who is in the population on either day. As many statements for many goals as for one; O(people).
 */
export async function contributionsTo(
  tx: EntityManager,
  viewer: Viewer,
  asked: readonly GoalSpan[],
): Promise<readonly (readonly GoalContributionType[])[]> {
  const onBoth = asked.flatMap(({ goal, day }) => [
    { goal, day: goal.baselineOn },
    { goal, day },
  ]);
  const isSeen = await seenWholly(tx, viewer, onBoth);
  const readable = asked.filter((_, i) => isSeen[2 * i] && isSeen[2 * i + 1]);
  const spans = await readinessSpans(tx, viewer, readable);
  const facts = await factsOf(tx, viewer, spans);
  const found = new Map(spans.map((span) => [`${span.goal.id} ${span.day}`, contributionsIn(facts, span)]));
  return asked.map(({ goal, day }) => found.get(`${goal.id} ${day}`) ?? []);
}

async function readinessSpans(
  tx: EntityManager,
  viewer: Viewer,
  asked: readonly GoalSpan[],
): Promise<readonly ReadinessSpan[]> {
  const spans = asked.flatMap((span) => {
    const { metric, strategyId } = span.goal;
    const isReadiness = metric === 'STRATEGY_READINESS' || metric === 'MEAN_READINESS';
    return isReadiness && strategyId !== null ? [{ ...span, metric, strategyId }] : [];
  });
  const members = await membersOn(
    tx,
    viewer,
    spans.flatMap(({ goal, day }) => [
      { goal, day: goal.baselineOn },
      { goal, day },
    ]),
  );
  const none: ReadonlySet<string> = new Set();
  return spans.map((span, i) => ({
    ...span,
    before: members[2 * i] ?? none,
    after: members[2 * i + 1] ?? none,
  }));
}

interface Facts extends FactsOnDays {
  readonly completedBetween: CompletedBetween;
}

async function factsOf(tx: EntityManager, viewer: Viewer, spans: readonly ReadinessSpan[]): Promise<Facts> {
  const statements = spans.flatMap(({ strategyId, goal, day }) => [
    { strategyId, day: goal.baselineOn },
    { strategyId, day },
  ]);
  const people = [...new Set(spans.flatMap(({ before, after }) => [...before, ...after]))];
  return {
    ...(await factsOnDays(tx, viewer, statements, people)),
    completedBetween: await completionsOf(tx, viewer, people),
  };
}

function contributionsIn(facts: Facts, span: ReadinessSpan): readonly GoalContributionType[] {
  const { goal, day, metric } = span;
  const { strategyId } = span;
  const from = personOnDay(facts, { strategyId, day: goal.baselineOn }, span.before);
  const to = personOnDay(facts, { strategyId, day }, span.after);
  const forward = goal.baselineOn <= day;
  const people = [...new Set([...span.before, ...span.after])]
    .toSorted()
    .map((executiveId): PersonBetween => {
      const completedCohortIds = forward
        ? facts.completedBetween(executiveId, goal.baselineOn, day)
        : facts.completedBetween(executiveId, day, goal.baselineOn);
      return { ...personBetween(metric, from(executiveId), to(executiveId)), completedCohortIds };
    });
  const found = goalContributions(people, goal.baselineTyped ? goal.exactBaseline : null);
  if (found === null) return [];
  // What became known of the first day after the goal was set parts the figure from the baseline that was read off it.
  const parted = Math.abs(found.before - goal.exactBaseline) > 1e-9 && !goal.baselineTyped;
  const corrected = parted ? goalContributions(people, goal.exactBaseline) : found;
  return corrected?.contributions.filter(({ amount }) => amount !== 0) ?? [];
}
