import { graphql } from './graphql.ts';
import type { ResultOf } from './graphql.ts';

/** What stands around every page. The first page that is opened asks it along with its own, so that a view is one request. */
export const frameFragment = graphql(`
  fragment Frame on Query {
    viewer {
      person {
        id
        name
        title
      }
      permissions
      executive {
        id
      }
      organization {
        id
        name
        timeZone
        leadershipLevels {
          id
          name
          rank
        }
        units {
          id
          name
          parent {
            id
          }
        }
      }
    }
  }
`);

export type FrameData = ResultOf<typeof frameFragment>['viewer'];

export const frameDocument = graphql(
  `
    query FrameAlone {
      ...Frame
    }
  `,
  [frameFragment],
);
