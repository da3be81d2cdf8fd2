import { frameFragment } from '../../../shared/api/frame-data.ts';
import { graphql } from '../../../shared/api/graphql.ts';
import type { ResultOf } from '../../../shared/api/graphql.ts';
import { gapFragment, goalFragment, readinessFragment } from '../readiness.fragments.ts';

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
          ...PopulationReadiness
          gaps(first: 2) {
            ...Gap
          }
        }
        earlier: readiness(asOf: $before, population: $population) @include(if: $compare) {
          ...PopulationReadiness
        }
        readinessTrend(from: $trendFrom, to: $trendTo, population: $population) {
          asOf
          readyShare
        }
        goals {
          ...Goal
        }
      }
    }
  `,
  [frameFragment, readinessFragment, gapFragment, goalFragment],
);

export type StrategyRow = ResultOf<typeof readinessDocument>['strategies'][number];
