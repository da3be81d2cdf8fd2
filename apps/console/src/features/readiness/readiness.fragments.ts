import { graphql } from '../../shared/api/graphql.ts';
import type { ResultOf } from '../../shared/api/graphql.ts';

/** How ready a population is, without what is missing. */
export const readinessFragment = graphql(`
  fragment PopulationReadiness on StrategyReadiness {
    asOf
    suppressed
    executives
    readyNow
    readySoon
    developing
    insufficientEvidence
    readyShare
    meanReadiness
    meanCoverage
    policyVersion
    recordedAt
  }
`);

export const gapFragment = graphql(`
  fragment Gap on CapabilityGap {
    capability {
      id
      name
    }
    belowRequired
    assessed
    meanGap
    priority
    critical
  }
`);

export const goalFragment = graphql(`
  fragment Goal on AlignmentGoal {
    id
    title
    metric
    population
    baseline
    baselineOn
    target
    dueOn
    current(asOf: $day)
    progress(asOf: $day)
    status(asOf: $day)
  }
`);

export type PopulationReadiness = ResultOf<typeof readinessFragment>;
export type Gap = ResultOf<typeof gapFragment>;
export type StrategyGoal = ResultOf<typeof goalFragment>;
