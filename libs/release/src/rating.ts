import { RaterGroup } from './rater-group.js';

const LOWEST_LEVEL = 1;
export const HIGHEST_LEVEL = 5;

const KNOWN_GROUPS: ReadonlySet<string> = new Set(Object.values(RaterGroup));

/** One rater's answer about one subject in one round, after corrections: one per rater and capability. */
export interface Rating {
  readonly capabilityId: string;
  /** Tells the raters of one subject apart; says nothing else and is never given back. */
  readonly raterKey: string;
  readonly group: RaterGroup;
  /** 1..5; null means not observed, which is missing and never zero. */
  readonly level: number | null;
  /** Word for word; null or not given: none. */
  readonly comment?: string | null;
}

export type ObservedLevels = ReadonlyMap<RaterGroup, readonly number[]>;

/** What others and the subject said about one capability, without whoever did not observe it. */
export interface CapabilityAnswers {
  readonly levels: ObservedLevels;
  readonly comments: ReadonlyMap<RaterGroup, readonly string[]>;
}

/**
 * The observed answers about one subject, by capability and group. A capability that nobody observed has an entry without groups.
 * @throws RangeError  when a level is not 1..5, a group is unknown, or a rater answers for a capability twice
 */
export function observedAnswers(ratings: readonly Rating[]): ReadonlyMap<string, CapabilityAnswers> {
  const seen = new Set<string>();
  const byCapability = new Map<string, Collected>();
  for (const rating of ratings) {
    requireRating(rating);
    const answer = JSON.stringify([rating.capabilityId, rating.raterKey]);
    if (seen.has(answer)) throw new RangeError(`A rater answers for ${rating.capabilityId} twice`);
    seen.add(answer);
    const { levels, comments } = entryOf(byCapability, rating.capabilityId, nothingYet);
    if (rating.level === null) continue;
    entryOf(levels, rating.group, () => []).push(rating.level);
    if (rating.comment) entryOf(comments, rating.group, () => []).push(rating.comment);
  }
  return byCapability;
}

interface Collected {
  readonly levels: Map<RaterGroup, number[]>;
  readonly comments: Map<RaterGroup, string[]>;
}

const nothingYet = (): Collected => ({ levels: new Map(), comments: new Map() });

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const entry = map.get(key) ?? make();
  map.set(key, entry);
  return entry;
}

function requireRating({ group, level }: Rating): void {
  if (!KNOWN_GROUPS.has(group)) throw new RangeError(`Unknown rater group ${group}`);
  if (level === null) return;
  if (!(Number.isInteger(level) && level >= LOWEST_LEVEL && level <= HIGHEST_LEVEL))
    throw new RangeError(
      `A rating is a whole level ${LOWEST_LEVEL}..${HIGHEST_LEVEL} or not observed, got ${level}`,
    );
}
