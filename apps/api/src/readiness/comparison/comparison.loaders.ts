import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import DataLoader from 'dataloader';
import { orRefused } from '../or-refused.js';
import { readinessChanges } from './comparison.queries.js';
import type { AskedChanges } from './comparison.queries.js';
import type { ReadinessChanges } from './comparison.types.js';

export function createComparisonLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    /** What made the difference between two days. One set of statements for each comparison. */
    readinessChanges: new DataLoader<AskedChanges, ReadinessChanges, string>(
      (asked) =>
        Promise.all(asked.map((each) => reads.read((tx) => orRefused(readinessChanges(tx, viewer, each))))),
      { cacheKeyFn: (asked) => JSON.stringify(asked) },
    ),
  };
}
