import type { Viewer } from '@alidade/access';
import type { AssessmentRound, ReadSession } from '@alidade/database';
import DataLoader from 'dataloader';
import type { FrozenCapability } from '../capabilities/capabilities.types.js';
import { ownAnswersOf } from './ratings/requests.queries.js';
import type { RatingAnswerType } from './ratings/requests.types.js';
import { askedCapabilitiesOf, capabilityIdsOf, completionOf, roundsOf } from './rounds/rounds.queries.js';
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
    /** Round id -> its capabilities in that order, as they read when it opened; before, as they read now. */
    askedCapabilities: new DataLoader<string, readonly FrozenCapability[]>(async (ids) => {
      const capabilities = await reads.read((tx) => askedCapabilitiesOf(tx, viewer, ids));
      return ids.map((id) => capabilities.get(id) ?? []);
    }),
    /** Request id of the viewer's own -> what they have submitted. */
    ownAnswers: new DataLoader<string, readonly RatingAnswerType[]>(async (ids) => {
      const answers = await reads.read((tx) => ownAnswersOf(tx, viewer, ids));
      return ids.map((id) => answers.get(id) ?? []);
    }),
    /** Round id -> how far it is. */
    completion: new DataLoader<string, Completion>(async (ids) => {
      const completions = await reads.read((tx) => completionOf(tx, viewer, ids));
      return ids.map(
        (roundId) => completions.get(roundId) ?? { roundId, subjects: 0, asked: 0, answered: 0, declined: 0 },
      );
    }),
  };
}
