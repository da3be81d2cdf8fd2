import { frameFragment } from '../../shared/api/frame-data.ts';
import { graphql } from '../../shared/api/graphql.ts';
import type { ResultOf } from '../../shared/api/graphql.ts';

export const readinessDocument = graphql(
  `
    query ReadinessPage(
      $frame: Boolean!
      $day: Date
      $compare: Boolean!
      $before: Date
      $population: PopulationInput
      $trendFrom: Date!
      $trendTo: Date!
    ) {
      ...Frame @include(if: $frame)
      strategies(status: APPROVED, asOf: $day) {
        id
        kind
        title
        weight
        readiness(asOf: $day, population: $population) {
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
          gaps(first: 2) {
            capability {
              id
              name
            }
            belowRequired
            assessed
            meanGap
            critical
          }
        }
        earlier: readiness(asOf: $before, population: $population) @include(if: $compare) {
          executives
          readyNow
          readySoon
          developing
          insufficientEvidence
          readyShare
          meanReadiness
        }
        readinessTrend(from: $trendFrom, to: $trendTo, population: $population) {
          asOf
          readyShare
        }
        goals {
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
      }
    }
  `,
  [frameFragment],
);

export type StrategyRow = ResultOf<typeof readinessDocument>['strategies'][number];
export type PopulationReadiness = NonNullable<StrategyRow['readiness']>;
export type StrategyGoal = StrategyRow['goals'][number];
export type Gap = PopulationReadiness['gaps'][number];
