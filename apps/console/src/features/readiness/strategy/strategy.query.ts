import { frameFragment } from '../../../shared/api/frame-data.ts';
import { graphql } from '../../../shared/api/graphql.ts';
import type { ResultOf } from '../../../shared/api/graphql.ts';
import { gapFragment, goalFragment, readinessFragment } from '../readiness.fragments.ts';

export const strategyDocument = graphql(
  `
    query StrategyPage(
      $frame: Boolean!
      $id: ID!
      $day: Date
      $population: PopulationInput
      $trendFrom: Date!
      $trendTo: Date!
      $by: HeatMapBy!
      $mapped: Boolean!
    ) {
      ...Frame @include(if: $frame)
      strategy(id: $id) {
        id
        title
        narrative
        weight
        effectiveFrom
        owner {
          id
          name
        }
        readiness(asOf: $day, population: $population) {
          ...PopulationReadiness
          gaps {
            ...Gap
          }
        }
        heatMap(by: $by, asOf: $day, population: $population) @include(if: $mapped) {
          asOf
          columns {
            unit {
              id
              name
            }
            leadershipLevel {
              id
              name
            }
          }
          rows {
            capability {
              id
              name
            }
            cells {
              suppressed
              belowRequired
              assessed
              meanGap
            }
          }
        }
        readinessTrend(from: $trendFrom, to: $trendTo, population: $population) {
          asOf
          readyShare
          meanReadiness
        }
        goals {
          ...Goal
          contributions(asOf: $day) {
            source
            amount
            cohort {
              id
              name
            }
            capability {
              id
              name
            }
          }
          forecast {
            onDueDate
            low
            high
            probability
          }
        }
      }
      programs {
        id
        title
        develops {
          capability {
            id
          }
          expectedGain
        }
        cohorts {
          id
          name
          status
          startsOn
          endsOn
        }
      }
    }
  `,
  [frameFragment, readinessFragment, gapFragment, goalFragment],
);

/** What the programs brought; asked after the page, because it compares every participant with everybody else. */
export const strategyGainsDocument = graphql(`
  query StrategyGains($id: ID!) {
    gainReport(strategyId: $id) {
      capability {
        id
        name
      }
      confirmed
      participants
      meanPre
      meanPost
      meanGain
      gainLow
      gainHigh
      suppressed
      notes
      effects {
        method
        value
        n
        pValue
      }
      regressionToMean
      comparison {
        executives
        meanPre
        meanPost
      }
    }
  }
`);

type StrategyAnswer = ResultOf<typeof strategyDocument>;
export type StrategyView = StrategyAnswer['strategy'];
export type GoalView = StrategyView['goals'][number];
export type Contribution = GoalView['contributions'][number];
export type ProgramView = StrategyAnswer['programs'][number];
export type GainReport = ResultOf<typeof strategyGainsDocument>['gainReport'][number];
