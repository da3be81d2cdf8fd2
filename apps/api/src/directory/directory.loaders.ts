import type { Viewer } from '@alidade/access';
import type { LeadershipLevel, ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import DataLoader from 'dataloader';
import { leadershipLevelsOf, peopleOf } from './directory.queries.js';
import type { PersonType } from './directory.types.js';

export function createDirectoryLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    /** Organization id -> its leadership levels, lowest first. */
    leadershipLevels: new DataLoader<string, LeadershipLevel[]>(async (ids) => {
      const levels = await reads.read((tx) => leadershipLevelsOf(tx, viewer));
      return ids.map(() => levels);
    }),
    /** Person id -> what colleagues may see of them. */
    person: new DataLoader<string, PersonType>(async (ids) => {
      const people = await reads.read((tx) => peopleOf(tx, viewer, ids));
      return ids.map((id) => people.get(id) ?? new UseCaseError('NOT_FOUND', `No person ${id}`));
    }),
  };
}
