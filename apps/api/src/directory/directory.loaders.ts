import type { Viewer } from '@alidade/access';
import type { LeadershipLevel, ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { leadershipLevelsOf } from './directory.queries.js';
import type { ExecutiveType, PersonType } from './directory.types.js';
import { executivesKnownTo } from './executives.queries.js';
import { peopleOf } from './people.queries.js';
import { lastHeldBy, unitIdsOf } from './postings.queries.js';
import type { HeldPosting } from './postings.queries.js';
import { unitTreeOn } from './units.queries.js';
import type { UnitTree } from './units.queries.js';

/** A person on a day. */
export interface PersonOnDay {
  readonly personId: string;
  readonly day: string;
}

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
    /** Executive id -> the executive, when the viewer may know it by name. */
    executive: new DataLoader<string, ExecutiveType>(async (ids) => {
      const found = await reads.read((tx) =>
        executivesKnownTo(tx, viewer).andWhere('executive.id = ANY(:ids)', { ids }).getMany(),
      );
      const byId = new Map(found.map(({ id, personId }) => [id, { id, personId }]));
      return ids.map((id) => byId.get(id) ?? new UseCaseError('NOT_FOUND', `No executive ${id}`));
    }),
    /** Day -> all units as they stand on it. */
    unitTree: new DataLoader<string, UnitTree>((days) =>
      Promise.all(days.map((day) => reads.read((tx) => unitTreeOn(tx, viewer, day)))),
    ),
    /** The posting an executive holds on a day, or held last. */
    heldPosting: perDay<HeldPosting | null>(reads, async (tx, personIds, day) => {
      const held = await lastHeldBy(tx, viewer, personIds, day);
      return (id) => held.get(id) ?? null;
    }),
    /** The unit a person belongs to on a day. */
    unitId: perDay<string | null>(reads, async (tx, personIds, day) => {
      const units = await unitIdsOf(tx, viewer, personIds, day);
      return (id) => units.get(id) ?? null;
    }),
  };
}

type FindOnDay<Value> = (
  tx: EntityManager,
  personIds: readonly string[],
  day: string,
) => Promise<(personId: string) => Value>;

/** One statement for each day asked, however many people. */
function perDay<Value>(reads: ReadSession, find: FindOnDay<Value>): DataLoader<PersonOnDay, Value, string> {
  return new DataLoader<PersonOnDay, Value, string>(
    async (keys) => {
      const days = [...new Set(keys.map(({ day }) => day))];
      const answers = await Promise.all(
        days.map(async (day) => {
          const personIds = keys.filter((key) => key.day === day).map(({ personId }) => personId);
          return [day, await reads.read((tx) => find(tx, personIds, day))] as const;
        }),
      );
      const byDay = new Map(answers);
      return keys.map(({ personId, day }) => {
        const answer = byDay.get(day);
        if (!answer) throw new Error('A day that was not asked');
        return answer(personId);
      });
    },
    { cacheKeyFn: ({ personId, day }) => `${personId} ${day}` },
  );
}
