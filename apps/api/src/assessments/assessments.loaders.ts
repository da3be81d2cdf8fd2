import type { Viewer } from '@alidade/access';
import type { AssessmentRound, ReadSession } from '@alidade/database';
import DataLoader from 'dataloader';
import { capabilityIdsOf, completionOf, roundsOf } from './rounds/rounds.queries.js';
import type { Completion } from './rounds/rounds.queries.js';

export function createAssessmentLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    round: new DataLoader<string, AssessmentRound | null>(async (ids) => {
      const rounds = await reads.read((tx) => roundsOf(tx, viewer, ids));
      return ids.map((id) => rounds.get(id) ?? null);
    }),
    /** Round id -> the ids of its capabilities, in the order in which they are asked. */
    roundCapabilities: new DataLoader<string, readonly string[]>(async (ids) => {
      const capabilities = await reads.read((tx) => capabilityIdsOf(tx, viewer, ids));
      return ids.map((id) => capabilities.get(id) ?? []);
    }),
    /** Round id -> how far it is. */
    completion: new DataLoader<string, Completion>(async (ids) => {
      const completions = await reads.read((tx) => completionOf(tx, viewer, ids));
      return ids.map((roundId) => completions.get(roundId) ?? { roundId, subjects: 0, answered: 0 });
    }),
  };
}
