import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import DataLoader from 'dataloader';
import { groupedBy } from '../platform/grouped-by.js';
import type { IndividualGainType } from './gains.types.js';
import { individualGainsOf } from './reports/individual-gains.queries.js';

/** An executive between two rounds. */
export interface GainKey {
  readonly executiveId: string;
  readonly preRoundId: string;
  readonly postRoundId: string;
}

const roundsOf = ({ preRoundId, postRoundId }: GainKey): string => `${preRoundId} ${postRoundId}`;
const keyOf = (key: GainKey): string => `${key.executiveId} ${roundsOf(key)}`;

type Found = readonly IndividualGainType[] | UseCaseError;

export function createGainLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    /** An executive between two rounds -> what they gained, when the viewer may read it. */
    individualGains: new DataLoader<GainKey, readonly IndividualGainType[], string>(
      async (keys) => {
        const found = new Map<string, Found>();
        for (const asked of groupedBy(keys, roundsOf).values()) {
          // oxlint-disable-next-line no-await-in-loop
          await addGains(found, asked);
        }
        return keys.map((key) => found.get(keyOf(key)) ?? []);
      },
      { cacheKeyFn: keyOf },
    ),
  };

  /** @param asked  of the same rounds; when these cannot be compared, that is the answer of each */
  async function addGains(found: Map<string, Found>, asked: readonly GainKey[]): Promise<void> {
    const [rounds] = asked;
    if (!rounds) return;
    const ids = asked.map(({ executiveId }) => executiveId);
    const gainsOf = await reads
      .read((tx) => individualGainsOf(tx, viewer, ids, rounds))
      .catch((error: unknown) => {
        if (error instanceof UseCaseError) return () => error;
        throw error;
      });
    for (const key of asked) found.set(keyOf(key), gainsOf(key.executiveId));
  }
}
