import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import DataLoader from 'dataloader';
import { orRefused } from '../or-refused.js';
import { outlookOf } from './outlook.queries.js';
import type { AskedOutlook } from './outlook.queries.js';
import type { Outlook } from './outlook.types.js';

export function createOutlookLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    /** What is within reach of a population for a statement. One set of statements for each. */
    readinessOutlook: new DataLoader<AskedOutlook, Outlook, string>(
      (asked) => Promise.all(asked.map((each) => reads.read((tx) => orRefused(outlookOf(tx, viewer, each))))),
      { cacheKeyFn: (asked) => JSON.stringify(asked) },
    ),
  };
}
