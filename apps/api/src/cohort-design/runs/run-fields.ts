import type { StoredConflict } from '@alidade/database';
import type { Loaders } from '../../loaders.js';
import { inWords } from '../sentences.js';
import type { PlacementRow, RunRow } from './runs.queries.js';
import type { PenaltyPointsType } from './runs.types.js';

export function gapPercentOf({ bound, objective }: Pick<RunRow, 'bound' | 'objective'>): number | null {
  if (bound === null || objective === null || bound === 0) return null;
  return (100 * (bound - objective)) / Math.abs(bound);
}

export const penaltiesShown = (penalties: RunRow['penalties']): readonly PenaltyPointsType[] =>
  Object.entries(penalties ?? {}).map(([preference, points]) => ({ preference, points }));

interface Wanted {
  readonly executiveIds?: readonly string[] | null | undefined;
  readonly cohortId?: string | null | undefined;
}

export async function knownOnly(
  placements: Promise<readonly PlacementRow[]>,
  { executiveIds, cohortId }: Wanted,
): Promise<readonly PlacementRow[]> {
  return (await placements).filter(
    (placement) =>
      (executiveIds?.includes(placement.executiveId) ?? true) &&
      (cohortId ?? placement.cohortId) === placement.cohortId,
  );
}

export async function explanationOf({ sentence }: StoredConflict, loaders: Loaders): Promise<string> {
  return inWords(sentence, await loaders.namesInSentence.load(sentence));
}
