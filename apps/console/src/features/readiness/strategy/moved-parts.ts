import type { Text } from '../../../shared/text/use-text.ts';
import type { Contribution, GoalView } from './strategy.query.ts';

export interface MovedPart {
  /** COHORT and its id, or the source alone. */
  readonly key: string;
  readonly name: string;
  /** In the unit of the metric. */
  readonly amount: number;
  readonly contributions: readonly Contribution[];
}

const keyOf = ({ source, cohort }: Contribution): string => (cohort ? `${source}-${cohort.id}` : source);

/** One part per cohort and other source, over all capabilities, in the order in which the API tells them. */
export function partsOf({ contributions }: GoalView, text: Text): readonly MovedPart[] {
  const parts = new Map<string, Contribution[]>();
  for (const contribution of contributions) {
    const key = keyOf(contribution);
    parts.set(key, [...(parts.get(key) ?? []), contribution]);
  }
  return [...parts].map(([key, own]) => ({
    key,
    name: nameOf(own[0], text),
    amount: own.reduce((sum, { amount }) => sum + amount, 0),
    contributions: own,
  }));
}

const nameOf = (contribution: Contribution | undefined, text: Text): string =>
  contribution ? text(`source.${contribution.source}`, { cohort: contribution.cohort?.name }) : '';
