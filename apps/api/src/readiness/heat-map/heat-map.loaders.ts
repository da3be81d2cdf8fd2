import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import DataLoader from 'dataloader';
import { keyOf } from '../../direction/requirements.queries.js';
import { orRefused } from '../or-refused.js';
import { heatMapOf } from './heat-map.queries.js';
import type { AskedHeatMap } from './heat-map.queries.js';
import type { HeatMapType } from './heat-map.types.js';

export function createHeatMapLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    /** A heat map; null where the statement is not in force. One set of statements for each. */
    heatMap: new DataLoader<AskedHeatMap, HeatMapType | null, string>(
      (asked) => Promise.all(asked.map((each) => reads.read((tx) => orRefused(heatMapOf(tx, viewer, each))))),
      { cacheKeyFn: (asked) => `${keyOf(asked)} ${asked.by} ${JSON.stringify(asked.population)}` },
    ),
  };
}
